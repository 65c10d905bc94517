"""Experience: how long somebody has held which role, and how large what they led was."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import get_args

from pmoascode.measures.cost import money
from pmoascode.measures.readiness import days_together
from pmoascode.office import Office, Work
from pmoascode.records.assignment import Assignment
from pmoascode.records.fields import Tier
from pmoascode.records.person import Person
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.records.role import Role

TIERS: tuple[Tier, ...] = get_args(Tier)  # the smallest first
_MONTH = 365.2425 / 12  # days


@dataclass(frozen=True, slots=True)
class Experience:
    """One role that a person holds or held, by their assignments up to the day."""

    role: str
    days: int  # each day counted once, however many assignments it has
    first: dt.date
    last: dt.date | None  # last day, inclusive; None while it is held
    scopes: tuple[str, ...]  # ids, the earliest first
    tier: Tier | None  # the highest of the work that was led
    budget: Decimal | None  # the largest approved budget of the work that was led
    largest: str  # id of the work with that budget, else of one of that tier; empty if none

    @property
    def months(self) -> int:
        """The length in whole months of 30.44 days."""
        return int(self.days / _MONTH)


def experience(office: Office, person: Person, today: dt.date) -> tuple[Experience, ...]:
    """Each role that the person has held by the day; the one held longest stands first."""
    by_role: dict[str, list[Assignment]] = {}
    for held in office.assignments_of(person):
        if held.from_ <= today:
            by_role.setdefault(held.role, []).append(held)
    found = (_of_role(office, role, held, today) for role, held in by_role.items())
    return tuple(sorted(found, key=lambda each: (-each.days, each.role)))


def _of_role(office: Office, role: str, held: list[Assignment], today: dt.date) -> Experience:
    held.sort(key=lambda a: (a.from_, a.scope_id))
    is_held = any(a.holds_on(today) for a in held)
    led = _led(office, role, held)
    sized = [(cost.baseline, work.id) for work in led if (cost := money(office, work))
             and cost.baseline is not None]  # fmt: skip
    tier = max((office.tier(work) for work in led), key=TIERS.index, default=None)
    of_tier = [work.id for work in led if office.tier(work) == tier]
    budget, largest = max(sized, default=(None, of_tier[0] if of_tier else ""))
    return Experience(
        role,
        days_together((a.tenure for a in held), today),
        held[0].from_,
        None if is_held else max(a.until or today for a in held),
        tuple(dict.fromkeys(a.scope_id for a in held)),
        tier,
        budget,
        largest,
    )


def _led(office: Office, role: str, held: Sequence[Assignment]) -> list[Work]:
    """The projects and programmes that the holder led: in a role that one person holds."""
    known = office.find(Role, role)
    if known is None or not known.single_holder:
        return []
    ids = dict.fromkeys(a.scope_id for a in held)
    works = (office.find(Project, id) or office.find(Programme, id) for id in ids)
    return [work for work in works if work]
