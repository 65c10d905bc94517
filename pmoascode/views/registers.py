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
from pmoascode.records.risk import Risk
from pmoascode.views.delivery_registers import deliverables, improvements, requirements, reviews
from pmoascode.views.register_entry import Entry


@dataclass(frozen=True, slots=True)
class Register:
    """One kind of register over the whole portfolio."""

    name: str  # as its files are called
    title: str
    one: str  # the noun for one of them
    weighed: str  # head of the column of weights; empty where there is none
    due: str  # head of the column of last days; empty where there is none
    noted: str  # head of the column of notes; empty where there is none
    entries: tuple[Entry, ...]  # open ones first, the latest and gravest before others

    @property
    def open(self) -> int:
        """How many are open."""
        return sum(entry.is_open for entry in self.entries)

    @property
    def is_aged(self) -> bool:
        """Whether it is told of any of them when it came up."""
        return any(entry.since for entry in self.entries)

    def late(self, today: dt.date) -> int:
        """How many open ones are past their last day."""
        return sum(entry.days_late(today) is not None for entry in self.entries)


_LEVELS = ("", "low", "medium", "high", "critical", "urgent")


def registers(office: Office, today: dt.date) -> tuple[Register, ...]:
    """Every register, in the order in which boards ask for them."""
    return tuple(
        Register(name, title, one, weighed, due, noted, _sorted(make(office), today))
        for name, (title, one, weighed, due, noted, make) in _REGISTERS.items()
    )


def _sorted(found: Iterator[Entry], today: dt.date) -> tuple[Entry, ...]:
    def rank(entry: Entry) -> tuple[object, ...]:
        newest = -(entry.ended or entry.since or dt.date.min).toordinal()
        late = -(entry.days_late(today) or 0)
        order = (late, -entry.heaviness) if entry.is_open else (newest, 0)
        work = entry.work.name_in_full if entry.work else ""
        return (not entry.is_open, *order, work, entry.record.id)

    return tuple(sorted(found, key=rank))


def _of_works(make: Callable[[Office, Work], Iterator[Entry]]) -> "_Maker":
    """What is made of every project and programme."""

    def made(office: Office) -> Iterator[Entry]:
        works: tuple[Work, ...] = (*office.programmes, *office.projects)
        for work in works:
            yield from make(office, work)

    return made


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


_Maker = Callable[[Office], Iterator[Entry]]
_REGISTERS: Mapping[str, tuple[str, str, str, str, str, _Maker]] = {
    "risks": ("Risks", "risk", "#Score", "Next review", "", _of_works(_risks)),
    "issues": ("Issues", "issue", "Severity", "Due", "", _of_works(_issues)),
    "actions": ("Actions", "action", "", "Due", "", _of_works(_actions)),
    "decisions": ("Decisions", "decision", "", "Due", "", _of_works(_decisions)),
    "change-requests": (
        "Change requests", "change request", "Urgency", "", "", _of_works(_changes),
    ),
    "exceptions": (
        "Exception reports", "exception report", "Dimension", "", "", _of_works(_exceptions),
    ),
    "assumptions": ("Assumptions", "assumption", "", "Test by", "", _of_works(_assumptions)),
    "requirements": (
        "Requirements", "requirement", "Priority", "", "Not there yet", _of_works(requirements),
    ),
    "deliverables": (
        "Deliverables", "deliverable", "", "Due", "Good enough when", _of_works(deliverables),
    ),
    "reviews": (
        "Assurance reviews", "assurance review", "Rating", "Next step due", "Still to be done",
        _of_works(reviews),
    ),
    "lessons": ("Lessons", "lesson", "Priority", "", "", _of_works(_lessons)),
    "improvements": (
        "Improvements of the office", "improvement", "", "Due", "What to do, and why", improvements,
    ),
}  # fmt: skip
