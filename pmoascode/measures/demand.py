"""Demand and capacity in shares of full time: who and what takes how much of whom, and when."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from pmoascode.measures.sweep import Amount
from pmoascode.measures.workload import taken
from pmoascode.office import Office, Work
from pmoascode.records.assignment import Assignment
from pmoascode.records.period import Period
from pmoascode.records.person import Person
from pmoascode.records.portfolio import Portfolio
from pmoascode.records.role import Role
from pmoascode.records.tenure import Tenure

FULL = Decimal(100)  # percent of full time: one full-time equivalent


@dataclass(frozen=True, slots=True)
class Use:
    """One role to be filled for a time: by somebody, or by nobody yet."""

    role: str
    scope: str  # id
    person: str  # empty for a vacancy
    tenure: Tenure
    time: Decimal | None  # percent of full time; None where nothing says

    @property
    def amount(self) -> Amount:
        """What it takes: nothing where it is not said."""
        return self.tenure, self.time or Decimal(0)


def uses(office: Office, today: dt.date) -> tuple[Use, ...]:
    """Every assignment of work that goes on or is proposed, and every vacancy that is recorded."""
    found = [*_assigned(office, today), *_vacant(office, today)]
    return tuple(sorted(found, key=lambda u: (u.role, u.scope, u.tenure.first, u.person)))


def _assigned(office: Office, today: dt.date) -> Iterator[Use]:
    for a in office.all(Assignment):
        tenure = taken(a, office, today)
        if tenure and not tenure.is_empty:
            time = a.time.number if a.time else None
            yield Use(a.role, a.scope_id, a.person, tenure, time)


def _vacant(office: Office, today: dt.date) -> Iterator[Use]:
    """The days of a vacancy on which nobody holds the role, until the work ends."""
    works: tuple[Work, ...] = (*office.programmes, *office.projects)
    for work in works:
        last = work.last_day if work.last_day and work.last_day >= today else None
        for role, said in work.vacancies.items():
            held = (a.tenure for a in office.assignments(work, role))
            gaps = () if work.is_ended else Tenure(said.since, last).gaps(held)
            for gap in gaps:
                yield Use(role, work.id, "", gap, said.time.number if said.time else None)


def stated(office: Office, field: str) -> Mapping[str, tuple[Amount, ...]]:
    """What the portfolios state: role or skill (`field`) to the capacity of each month."""
    found: dict[str, list[Amount]] = {}
    for portfolio in office.all(Portfolio):
        for each in portfolio.capacity:
            name = getattr(each, field)
            if name:
                month = Period.parse(each.month)
                amount = (Tenure(month.first, month.last), each.fte * FULL)
                found.setdefault(name, []).append(amount)
    return {name: tuple(parts) for name, parts in found.items()}


def by_career(office: Office) -> Mapping[str, tuple[Amount, ...]]:
    """Role to the time of those whose career role it is."""
    found: dict[str, list[Amount]] = {}
    for person in office.all(Person):
        if person.career_role:
            found.setdefault(person.career_role, []).append(_time(person))
    return {role: tuple(parts) for role, parts in found.items()}


def by_skill(office: Office, needed: Mapping[str, int]) -> Mapping[str, tuple[Amount, ...]]:
    """Skill to the time of those who have it at the level needed, 1 to 7, or above."""
    found: dict[str, list[Amount]] = {}
    for person in office.all(Person):
        for skill, has in person.skills.items():
            if skill in needed and has.level >= needed[skill]:
                found.setdefault(skill, []).append(_time(person))
    return {skill: tuple(parts) for skill, parts in found.items()}


def levels_needed(office: Office, roles: Iterable[str]) -> Mapping[str, int]:
    """Skill to the lowest level that one of the roles asks for."""
    found: dict[str, int] = {}
    for role in roles:
        known = office.find(Role, role)
        for skill, level in (known.skills if known else {}).items():
            found[skill] = min(level, found.get(skill, level))
    return found


def _time(person: Person) -> Amount:
    return person.tenure, person.capacity.number
