"""What changed: since an earlier state of the records, and since the report before the last."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pmoascode.measures.colour import Colour, Trend, trend
from pmoascode.measures.health import Health
from pmoascode.measures.telling import told
from pmoascode.measures.told import WEIGHTS, Told
from pmoascode.office import Office, Work
from pmoascode.records.project import Project
from pmoascode.records.report import Report
from pmoascode.views.happenings import Happening, happenings

FINISH = "Finish"
_QUIET = ("report", "risk-closed", "issue-closed")  # told otherwise, or no news for a board


@dataclass(frozen=True, slots=True)
class WorkChanged:
    """What changed in one project or programme; without work, in the office itself."""

    work: Work | None
    major: tuple[Told, ...]
    minor: tuple[Told, ...]
    detailed: tuple[Told, ...]  # what nobody would tell a board

    @property
    def details(self) -> int:
        """How many further changes there are."""
        return len(self.detailed)


@dataclass(frozen=True, slots=True)
class Move:
    """A milestone or the finish that a report expects on another day than the report before."""

    title: str
    was: dt.date
    now: dt.date

    @property
    def days(self) -> int:
        """Days later; earlier is below 0."""
        return (self.now - self.was).days


@dataclass(frozen=True, slots=True)
class Reported:
    """What the last report of a project says otherwise than the one before, and what followed."""

    work: Work
    report: Report
    before: Report
    was: Colour
    now: Colour
    way: Trend
    moves: tuple[Move, ...] | None  # None where the two state no day of the same thing
    cost: Decimal | None  # forecast now less forecast then; None where either is not stated
    since: tuple[Happening, ...]  # after the report before, the newest first

    @property
    def is_news(self) -> bool:
        """Whether anything differs."""
        return bool(self.was != self.now or self.moves or self.cost or self.since)

    @property
    def is_later(self) -> bool:
        """Whether the finish is expected later."""
        return any(move.title == FINISH and move.days > 0 for move in self.moves or ())


def since(before: Office, after: Office) -> tuple[WorkChanged, ...]:
    """Every change between the states, by work; the office's own last."""
    groups: dict[str, list[Told]] = {}
    for each in told(before, after):
        groups.setdefault(each.work.name_in_full if each.work else "", []).append(each)
    return tuple(_group(found) for found in groups.values())


def _group(found: Sequence[Told]) -> WorkChanged:
    of = {name: tuple(each for each in found if each.weight == name) for name in WEIGHTS}
    return WorkChanged(found[0].work, of["major"], of["minor"], of["detail"])


def since_reports(
    office: Office, healths: Mapping[str, Health], today: dt.date
) -> tuple[Reported, ...]:
    """The running work with two reports or more, the last in time: what turned worse first."""
    found = list(_reported(office, healths, today))
    order: dict[Trend, int] = {"worse": 0, "better": 1}
    return tuple(sorted(found, key=lambda r: (order.get(r.way, 2), not r.moves, r.work.name)))


def _reported(office: Office, healths: Mapping[str, Health], today: dt.date) -> Iterator[Reported]:
    news: dict[str, list[Happening]] = {}
    for each in happenings(office, today):
        if each.kind not in _QUIET:
            news.setdefault(each.work.name_in_full, []).append(each)
    for name, health in healths.items():
        report, before = health.report, health.previous
        if report is None or before is None or not health.work.is_running or health.is_silent:
            continue
        was: Colour = before.rating.overall or "grey"
        now: Colour = report.rating.overall or "grey"
        fresh = tuple(each for each in news.get(name, ()) if each.day > before.date)
        yield Reported(
            health.work, report, before, was, now, trend(was, now),
            _moves(health.work, before, report), _cost(before, report), fresh,
        )  # fmt: skip


def _moves(work: Work, before: Report, report: Report) -> tuple[Move, ...] | None:
    """What moved, the farthest first."""
    if not isinstance(work, Project):
        return ()
    was, now = _expected(work, before), _expected(work, report)
    both = [Move(title, was[title], day) for title, day in now.items() if title in was]
    moved = sorted((m for m in both if m.days), key=lambda move: (-abs(move.days), move.title))
    return tuple(moved) if both else None


def _expected(work: Project, report: Report) -> Mapping[str, dt.date]:
    """Title to the day that the report expects, for milestones on record and the finish."""
    figures = report.figures
    if figures is None:
        return {}
    known = work.milestones
    days = {known[id].title: day for id, day in figures.milestones.items() if id in known}
    return days | ({FINISH: figures.finish} if figures.finish else {})


def _cost(before: Report, report: Report) -> Decimal | None:
    was = before.figures.cost_forecast if before.figures else None
    now = report.figures.cost_forecast if report.figures else None
    return None if was is None or now is None else now - was
