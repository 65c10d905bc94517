"""What falls vacant or is left without anybody when a person goes."""

import datetime as dt
from dataclasses import dataclass

from pmoascode.measures.what_if import without
from pmoascode.office import Office
from pmoascode.records.days import day_after
from pmoascode.records.organisation import Position
from pmoascode.records.person import Person
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.records.tenure import Tenure
from pmoascode.views.holdings import Holding, holdings
from pmoascode.views.role_lanes import RoleLane, role_lanes
from pmoascode.views.standing import ReportDue, reports_due
from pmoascode.views.ties import Tie, ties
from pmoascode.views.waiting import Waiting, waiting


@dataclass(frozen=True, slots=True)
class Ending:
    """One role that the person would go on holding, and what becomes of it."""

    holding: Holding
    beside: tuple[str, ...]  # people who hold it too on the day after
    following: Holding | None  # who comes next
    gap: Tenure | None  # from the day after, where somebody should hold it and nobody does
    is_planned: bool  # the work's record says how the vacancy is filled

    @property
    def is_unplanned(self) -> bool:
        """Whether it falls vacant and nothing says how it is filled."""
        return self.gap is not None and self.following is None and not self.is_planned


@dataclass(frozen=True, slots=True)
class Leaving:
    """Everything that hangs on one person after their last day."""

    person: Person
    last: dt.date
    endings: tuple[Ending, ...]  # those that leave a gap first
    void: tuple[Holding, ...]  # roles that would begin later
    waiting: tuple[Waiting, ...]
    reports: tuple[ReportDue, ...]  # due after the last day
    ties: tuple[Tie, ...]  # by name; what ends by itself before is left out
    reports_to_them: tuple[Position, ...]  # posts whose line leads over theirs


def leaving(office: Office, person: Person, last: dt.date) -> Leaving:
    """What is left behind on the day after the last one."""
    after = day_after(last)
    held = holdings(office, office.assignments_of(person), last)
    without_them = without(office, person.id, last)
    endings = [
        _ending(without_them, h, after)
        for h in held
        if h.state == "now" and (h.until is None or h.until > last)
    ]
    return Leaving(
        person,
        last,
        tuple(sorted(endings, key=lambda e: (e.gap is None, e.holding.scope.title))),
        tuple(h for h in held if h.state == "coming"),
        waiting(office, person.id, last),
        tuple(each for each in reports_due(office, person.id, last) if each.due > last),
        ties(office, person.id, after),
        _below(office, person.id),
    )


def _ending(after: Office, holding: Holding, day: dt.date) -> Ending:
    lanes = role_lanes(after, holding.scope, day)
    lane = next((each for each in lanes if each.role == holding.role), _nobody(holding.role))
    work = holding.scope.record
    said = work.vacancies if isinstance(work, Project | Programme) else {}
    return Ending(
        holding,
        tuple(h.person for h in lane.now),
        next(iter(lane.coming), None),
        next((gap for gap in lane.gaps if day in gap), None),
        holding.role in said,
    )


def _nobody(role: str) -> RoleLane:
    return RoleLane(role, (), (), None)


def _below(office: Office, person: str) -> tuple[Position, ...]:
    positions = office.organisation.positions if office.organisation else {}
    own = {id for id, position in positions.items() if position.holder == person}
    return tuple(each for each in positions.values() if each.reports_to in own)
