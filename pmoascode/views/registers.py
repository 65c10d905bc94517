"""The registers of all projects and programmes as lists: what is open, for how long, how late."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from pmoascode.office import Office, Work
from pmoascode.records.action import ActionItem
from pmoascode.records.assumption import Assumption
from pmoascode.records.change_request import ChangeRequest
from pmoascode.records.decision import Decision
from pmoascode.records.exception import ExceptionReport
from pmoascode.records.issue import Issue
from pmoascode.records.lesson import Lesson
from pmoascode.records.record import Record
from pmoascode.records.risk import Risk


@dataclass(frozen=True, slots=True)
class Entry:
    """One record of a register."""

    record: Record
    work: Work
    title: str
    is_open: bool
    state: str  # in words
    owner: str  # id of a person; empty where nobody has it
    since: dt.date | None  # the day on which it came up
    due: dt.date | None  # the last day for what comes next, inclusive
    ended: dt.date | None
    weight: str = ""  # severity, priority, score: what tells the grave from the light
    heaviness: int = 0  # for sorting; more is graver

    def days_open(self, today: dt.date) -> int | None:
        """Days from when it came up to its end, or to today; None where a day is missing."""
        end = today if self.is_open else self.ended
        return (end - self.since).days if self.since and end and self.since <= end else None

    def days_late(self, today: dt.date) -> int | None:
        """Days since the last day of what is open; None where it is not past."""
        if not self.is_open or self.due is None or self.due >= today:
            return None
        return (today - self.due).days


@dataclass(frozen=True, slots=True)
class Register:
    """One kind of register over the whole portfolio."""

    name: str  # as its files are called
    title: str
    one: str  # the noun for one of them
    weighed: str  # head of the column of weights; empty where there is none
    due: str  # head of the column of last days; empty where there is none
    entries: tuple[Entry, ...]  # open ones first, the latest and gravest before others

    @property
    def open(self) -> int:
        """How many are open."""
        return sum(entry.is_open for entry in self.entries)

    def late(self, today: dt.date) -> int:
        """How many open ones are past their last day."""
        return sum(entry.days_late(today) is not None for entry in self.entries)


_LEVELS = ("", "low", "medium", "high", "critical", "urgent")


def registers(office: Office, today: dt.date) -> tuple[Register, ...]:
    """Every register, in the order in which boards ask for them."""
    return tuple(
        Register(name, title, one, weighed, due, _sorted(office, make, today))
        for name, (title, one, weighed, due, make) in _REGISTERS.items()
    )


def _sorted(
    office: Office, make: Callable[[Office, Work], Iterator[Entry]], today: dt.date
) -> tuple[Entry, ...]:
    works: tuple[Work, ...] = (*office.programmes, *office.projects)
    found = [entry for work in works for entry in make(office, work)]

    def rank(entry: Entry) -> tuple[object, ...]:
        newest = -(entry.ended or entry.since or dt.date.min).toordinal()
        late = -(entry.days_late(today) or 0)
        order = (late, -entry.heaviness) if entry.is_open else (newest, 0)
        return (not entry.is_open, *order, entry.work.name_in_full, entry.record.id)

    return tuple(sorted(found, key=rank))


def _risks(office: Office, work: Work) -> Iterator[Entry]:
    for each in office.within(Risk, work):
        ended = each.closed.date if each.closed else None
        score = each.score or 0
        said = f"{score}" if score else ""
        yield Entry(
            each, work, each.title, each.is_open, each.status, each.owner or "",
            each.raised, each.review, ended, said, score,
        )  # fmt: skip


def _issues(office: Office, work: Work) -> Iterator[Entry]:
    for each in office.within(Issue, work):
        yield Entry(
            each, work, each.title, each.is_open, each.status, each.owner or "",
            each.raised, each.due, each.closed, *_level(each.severity),
        )  # fmt: skip


def _actions(office: Office, work: Work) -> Iterator[Entry]:
    for each in office.within(ActionItem, work):
        state = "open" if each.is_open else "done"
        yield Entry(
            each, work, each.do, each.is_open, state, each.owner, None, each.due, each.done
        )  # fmt: skip


def _decisions(office: Office, work: Work) -> Iterator[Entry]:
    for each in office.within(Decision, work):
        decided = each.decided
        state = "open" if each.is_open else decided.outcome if decided else "settled"
        yield Entry(
            each, work, each.title, each.is_open, state, each.owner or "",
            None, each.due, decided.date if decided else None,
        )  # fmt: skip


def _changes(office: Office, work: Work) -> Iterator[Entry]:
    for each in office.within(ChangeRequest, work):
        state = each.decision.outcome if each.decision and each.status == "decided" else each.status
        ended = each.implemented or (each.decision.date if each.decision else None)
        yield Entry(
            each, work, each.title or each.id, each.is_open, state, each.requested_by,
            each.requested, None, ended, *_level(each.urgency),
        )  # fmt: skip


def _exceptions(office: Office, work: Work) -> Iterator[Entry]:
    for each in office.within(ExceptionReport, work):
        state = each.decision.outcome if each.decision else "open" if each.is_open else "settled"
        yield Entry(
            each, work, each.title, each.is_open, state, each.raised_by or "",
            each.raised, None, each.closed, each.dimension,
        )  # fmt: skip


def _assumptions(office: Office, work: Work) -> Iterator[Entry]:
    for each in office.within(Assumption, work):
        yield Entry(
            each, work, each.text, each.is_open, each.status, each.owner or "",
            None, each.test_by, each.tested,
        )  # fmt: skip


def _lessons(office: Office, work: Work) -> Iterator[Entry]:
    for each in office.within(Lesson, work):
        state = "shared" if each.shared else "not shared yet"
        yield Entry(
            each, work, each.title, not each.shared, state, each.owner or "",
            each.recorded, None, each.shared, *_level(each.priority),
        )  # fmt: skip


def _level(word: str | None) -> tuple[str, int]:
    return (word or "", _LEVELS.index(word or ""))


_Maker = Callable[[Office, Work], Iterator[Entry]]
_REGISTERS: Mapping[str, tuple[str, str, str, str, _Maker]] = {
    "risks": ("Risks", "risk", "#Score", "Next review", _risks),
    "issues": ("Issues", "issue", "Severity", "Due", _issues),
    "actions": ("Actions", "action", "", "Due", _actions),
    "decisions": ("Decisions", "decision", "", "Due", _decisions),
    "change-requests": ("Change requests", "change request", "Urgency", "", _changes),
    "exceptions": ("Exception reports", "exception report", "Dimension", "", _exceptions),
    "assumptions": ("Assumptions", "assumption", "", "Test by", _assumptions),
    "lessons": ("Lessons", "lesson", "Priority", "", _lessons),
}
