"""Workload: how much of a person's time is assigned, from day to day."""

import datetime as dt
from collections import deque
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


def workload(person: Person | str, office: Office, today: dt.date) -> tuple[Load, ...]:
    """The person's workload in order of days; what belongs to ended work takes no time."""
    held = ((a, taken(a, office, today)) for a in office.assignments_of(person))
    return tuple(loads((a, tenure) for a, tenure in held if tenure))


def taken(assignment: Assignment, office: Office, today: dt.date) -> Tenure | None:
    """The days for which an assignment takes time; None where its work ended without saying when.

    An assignment without an end lasts until the day on which its work is expected to end. Where
    there is no such day, or it has passed and the work goes on all the same, no end is known. Once
    the work has ended, what it took is past.
    """
    work, last = office.owner(assignment), assignment.until
    if work and work.is_ended:
        ended = [work.finish.actual if work.finish else None, last]
        known = [day for day in ended if day and day < today]
        return Tenure(assignment.from_, min(known)) if known else None
    if work and last is None and work.last_day and work.last_day >= max(today, assignment.from_):
        last = work.last_day
    return Tenure(assignment.from_, last)


def loads(held: Iterable[tuple[Assignment, Tenure]]) -> Iterator[Load]:
    """The workload of assignments from each day on which it changes until the next, in order.

    Only the first and last days are looked at, never each day between.
    """
    coming = sorted(
        ((a, tenure) for a, tenure in held if a.time and not tenure.is_empty),
        key=lambda each: (each[1].first, each[0].scope, each[0].id),
    )
    ends = {tenure.last for _, tenure in coming if tenure.last and tenure.last < dt.date.max}
    borders = sorted({tenure.first for _, tenure in coming} | {day_after(end) for end in ends})
    holding: list[tuple[Assignment, Tenure]] = []
    following = deque(coming)
    for first, after in pairwise((*borders, None)):
        day = first or dt.date.min  # only the last of a pair is ever None
        while following and following[0][1].first <= day:
            holding.append(following.popleft())
        holding = [each for each in holding if day in each[1]]
        if holding:
            last = day_before(after) if after else None
            yield Load(Tenure(day, last), tuple(a for a, _ in holding))


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
