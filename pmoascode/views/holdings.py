"""Who holds which role where, and since when: assignments as readers see them on a day."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from pmoascode.office import Office
from pmoascode.records.assignment import Assignment
from pmoascode.records.portfolio import Portfolio
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.records.record import Record

State = Literal["now", "coming", "past"]
SOON = 90  # days ahead in which the end of an assignment is near


@dataclass(frozen=True, slots=True)
class Scope:
    """A project, programme, portfolio or unit on which roles are held."""

    id: str
    title: str
    record: Record | None  # None for a unit, and for what cannot be read


@dataclass(frozen=True, slots=True)
class Holding:
    """One role that one person holds, held or will hold."""

    role: str
    person: str
    scope: Scope
    from_: dt.date
    until: dt.date | None  # last day, inclusive
    time: Decimal | None  # percent of full time
    is_interim: bool
    state: State
    days_left: int | None  # until the last day; None where no end is agreed
    assignment: Assignment

    @property
    def ends_soon(self) -> bool:
        """Whether it is held and ends within 90 days."""
        return self.state == "now" and self.days_left is not None and self.days_left <= SOON


def scope(office: Office, id: str) -> Scope:
    """The project, programme, portfolio or unit with the id."""
    found = office.find(Project, id) or office.find(Programme, id) or office.find(Portfolio, id)
    if found:
        return Scope(id, found.name, found)
    units = office.organisation.units if office.organisation else {}
    return Scope(id, units[id].title if id in units else id, None)


def holding(office: Office, assignment: Assignment, today: dt.date) -> Holding:
    """The assignment as it stands on the day."""
    state: State = "now" if assignment.holds_on(today) else "past"
    if assignment.from_ > today:
        state = "coming"
    return Holding(
        assignment.role,
        assignment.person,
        scope(office, assignment.scope_id),
        assignment.from_,
        assignment.until,
        assignment.time.number if assignment.time else None,
        assignment.filled == "interim",
        state,
        (assignment.until - today).days if assignment.until else None,
        assignment,
    )


def holdings(
    office: Office, assignments: Iterable[Assignment], today: dt.date
) -> tuple[Holding, ...]:
    """The assignments as they stand on the day: held first, then coming, then past ones."""
    order = {"now": 0, "coming": 1, "past": 2}
    found = (holding(office, assignment, today) for assignment in assignments)
    return tuple(sorted(found, key=lambda h: (order[h.state], h.scope.title, h.role, h.from_)))


def total_time(found: Iterable[Holding]) -> Decimal:
    """How much of full time the roles held now take together, in percent."""
    return sum((h.time for h in found if h.state == "now" and h.time), Decimal(0))
