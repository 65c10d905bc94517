"""Demand against capacity, period by period: by role, by skill, by person."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Literal

from pmoascode.measures import demand
from pmoascode.measures.demand import Use, uses
from pmoascode.measures.sweep import Amount, Fill, fills, steps
from pmoascode.office import Office
from pmoascode.records.days import day_after
from pmoascode.records.period import Period
from pmoascode.records.person import Person
from pmoascode.records.role import Role
from pmoascode.records.skill import Skill

By = Literal["role", "skill", "person"]
Every = Literal["week", "month"]
Basis = Literal["stated", "counted", ""]  # by the portfolio; from the people's records; unknown
Level = Literal["none", "free", "busy", "full", "over", "far-over"]


@dataclass(frozen=True, slots=True)
class Cell:
    """Demand and capacity in one period, in percent of full time."""

    demand: Decimal  # mean over the days of the period, vacancies included
    peak: Decimal  # of the day with the most
    vacant: Decimal  # the part of the demand that nobody fills
    capacity: Decimal | None  # mean; None where nothing is known

    @property
    def is_over(self) -> bool:
        """Whether there is more demand than capacity."""
        return self.capacity is not None and self.demand > self.capacity

    @property
    def level(self) -> Level:
        """How full it is: up to 50 %, 85 %, 100 % and 120 % of the capacity, or above."""
        if self.capacity is None or not self.demand:
            return "none"
        limits: tuple[tuple[int, Level], ...] = (
            (50, "free"), (85, "busy"), (100, "full"), (120, "over"),
        )  # fmt: skip
        found = (level for limit, level in limits if self.demand * 100 <= self.capacity * limit)
        return next(found, "far-over")


@dataclass(frozen=True, slots=True)
class Row:
    """One role, skill or person over the periods."""

    id: str
    title: str
    cells: tuple[Cell, ...]
    basis: Basis
    unsaid: int  # assignments and vacancies in these periods that say no time
    total: int  # all of them


def periods(first: dt.date, last: dt.date, every: Every) -> tuple[Period, ...]:
    """The months, or the ISO weeks, from the one of the first day to the one of the last."""
    found: list[Period] = []
    day = first
    while not found or found[-1].last < last:
        if found and found[-1].last == dt.date.max:
            break
        year, week, _ = day.isocalendar()
        id = f"{year:04}-w{week:02}" if every == "week" else f"{day:%Y-%m}"
        found.append(Period.parse(id))
        day = day_after(found[-1].last)
    return tuple(found)


def capacity(office: Office, by: By, within: Sequence[Period], today: dt.date) -> tuple[Row, ...]:
    """The rows that have demand in the periods, or a stated capacity; the fullest first."""
    found = uses(office, today)
    if by == "person":
        rows = _by_person(office, found, within)
    elif by == "skill":
        rows = _by_skill(office, found, within)
    else:
        rows = _by_role(office, found, within)
    kept = [row for row in rows if row.total or row.basis == "stated"]
    return tuple(
        sorted(kept, key=lambda row: (*(-part for part in _strain(row)), row.title, row.id))
    )


def _strain(row: Row) -> tuple[Decimal, Decimal]:
    """The highest share of the capacity that is asked, then the highest demand."""
    shares = [c.demand / c.capacity for c in row.cells if c.capacity]
    without = any(c.is_over and not c.capacity for c in row.cells)
    most = Decimal("Infinity") if without else max(shares, default=Decimal(-1))
    return most, max(c.demand for c in row.cells)


def _by_role(office: Office, found: Iterable[Use], within: Sequence[Period]) -> list[Row]:
    stated, counted = demand.stated(office, "role"), demand.by_career(office)
    grouped = {role: tuple(each) for role, each in groupby(found, key=lambda use: use.role)}
    rows = []
    for role in sorted({*grouped, *stated}):
        known = office.find(Role, role)
        title = known.title if known else role.replace("-", " ").capitalize()
        supply: tuple[tuple[Amount, ...] | None, Basis] = (
            (stated[role], "stated") if role in stated
            else (counted[role], "counted") if role in counted
            else (None, "")
        )  # fmt: skip
        rows.append(_row(role, title, grouped.get(role, ()), supply, within))
    return rows


def _by_skill(office: Office, found: Sequence[Use], within: Sequence[Period]) -> list[Row]:
    roles = {use.role for use in found}
    stated, needed = demand.stated(office, "skill"), demand.levels_needed(office, roles)
    counted = demand.by_skill(office, needed)
    recorded = {skill for person in office.all(Person) for skill in person.skills}
    asking: dict[str, list[Use]] = {}
    for use in found:
        known = office.find(Role, use.role)
        for skill in known.skills if known else ():
            asking.setdefault(skill, []).append(use)
    titles = {skill.id: skill.title for skill in office.known(Skill)}
    rows = []
    for skill in sorted({*asking, *stated}):
        supply: tuple[tuple[Amount, ...] | None, Basis] = (
            (stated[skill], "stated") if skill in stated
            else (counted.get(skill, ()), "counted") if skill in recorded
            else (None, "")
        )  # fmt: skip
        title = titles.get(skill, skill.replace("-", " ").capitalize())
        if skill in needed:
            title += f", {needed[skill]}+"  # the level, of 7
        rows.append(_row(skill, title, asking.get(skill, ()), supply, within))
    return rows


def _by_person(office: Office, found: Iterable[Use], within: Sequence[Period]) -> list[Row]:
    mine: dict[str, list[Use]] = {}
    for use in found:
        if use.person:
            mine.setdefault(use.person, []).append(use)
    rows = []
    for person in office.all(Person):
        own = ((person.tenure, person.capacity.number),)
        rows.append(_row(person.id, person.name, mine.get(person.id, ()), (own, "counted"), within))
    return rows


def _row(
    id: str,
    title: str,
    found: Sequence[Use],
    supply: tuple[Sequence[Amount] | None, Basis],
    within: Sequence[Period],
) -> Row:
    whole = [use for use in found if _is_within(use, within)]
    wanted = fills(steps(use.amount for use in whole), within)
    vacant = fills(steps(use.amount for use in whole if not use.person), within)
    there = None if supply[0] is None else fills(steps(supply[0]), within)
    cells = (
        Cell(each.mean, each.peak, vacant[n].mean, _known(there, n, supply[1]))
        for n, each in enumerate(wanted)
    )
    unsaid = sum(use.time is None for use in whole)
    return Row(id, title, tuple(cells), supply[1], unsaid, len(whole))


def _known(there: Sequence[Fill] | None, index: int, basis: Basis) -> Decimal | None:
    """The capacity; what is not stated for a month is not known."""
    if there is None or (basis == "stated" and not there[index].mean):
        return None
    return there[index].mean


def _is_within(use: Use, within: Sequence[Period]) -> bool:
    last = use.tenure.last
    return use.tenure.first <= within[-1].last and (last is None or last >= within[0].first)
