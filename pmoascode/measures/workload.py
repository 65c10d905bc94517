"""Workload: how much of a person's time is assigned, from day to day."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from pmoascode.office import Office
from pmoascode.office.naming import role_name, scope_name
from pmoascode.records.assignment import Assignment
from pmoascode.records.days import day_after, day_before
from pmoascode.records.person import Person
from pmoascode.records.tenure import Tenure


@dataclass(frozen=True)
class Load:
    """Days through which the same assignments hold."""

    tenure: Tenure
    assignments: tuple[Assignment, ...]  # those that take time, earliest first

    @property
    def percent(self) -> Decimal:
        """The sum of the assignments, in percent of full time."""
        return sum((a.time.number for a in self.assignments if a.time), Decimal(0))

    def shares(self, office: Office) -> str:
        """The assignments, each with its share, as in "project manager of Hermes 80 %"."""
        return ", ".join(
            f"{role_name(a.role, office)} of {scope_name(a.scope_id, office)} {a.time}"
            for a in self.assignments
        )


def workload(person: Person, office: Office) -> tuple[Load, ...]:
    """The person's workload in order of days; what belongs to ended work takes no time."""
    return tuple(loads(a for a in office.assignments_of(person) if not _is_over(a, office)))


def _is_over(assignment: Assignment, office: Office) -> bool:
    work = office.owner(assignment)
    return work is not None and work.is_ended


def loads(assignments: Iterable[Assignment]) -> Iterator[Load]:
    """The workload from each day on which it changes until the next, in order.

    Only the first and last days of assignments are looked at, never each day between.
    """
    held = sorted((a for a in assignments if a.time), key=lambda a: (a.from_, a.scope, a.id))
    ends = {a.until for a in held if a.until and a.until < dt.date.max}
    borders = {a.from_ for a in held} | {day_after(end) for end in ends}
    days = sorted(borders)
    for first, after in pairwise((*days, None)):
        holding = tuple(a for a in held if first and a.holds_on(first))
        if first and holding:
            yield Load(Tenure(first, day_before(after) if after else None), holding)


def stretches(
    loads: Iterable[Load], above: Decimal, up_to: Decimal | None = None
) -> Iterator[Load]:
    """The unbroken stretches of days above a limit, each with its assignments at the peak."""
    stretch: list[Load] = []
    for load in loads:
        is_meant = load.percent > above and (up_to is None or load.percent <= up_to)
        joins = stretch and stretch[-1].tenure.last == day_before(load.tenure.first)
        if stretch and not (is_meant and joins):
            yield _joined(stretch)
            stretch = []
        if is_meant:
            stretch.append(load)
    if stretch:
        yield _joined(stretch)


def _joined(stretch: list[Load]) -> Load:
    peak = max(stretch, key=lambda load: load.percent)
    return Load(Tenure(stretch[0].tenure.first, stretch[-1].tenure.last), peak.assignments)
