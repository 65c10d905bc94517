"""Readiness: what somebody brings to a role, by what is on record of them."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from pmoascode.office import Office
from pmoascode.records.amounts import Duration, Percent
from pmoascode.records.days import day_after
from pmoascode.records.person import Certificate, Person
from pmoascode.records.role import Role
from pmoascode.records.tenure import Tenure

Lack = Literal["experience", "led", "skills", "certificate"]


@dataclass(frozen=True, slots=True)
class Readiness:
    """What the person brings to the role on the day."""

    role: Role
    worked: int  # days in the role before and in other work on record, each day once
    has_led: bool  # a part of the work, or a role that one person holds
    reached: tuple[str, ...]  # skills at the level of the role
    missing: tuple[str, ...]  # skills below it, or never assessed
    certificate: Certificate | None  # one of those that the role asks for, if it counts

    def lacks(self, experience: Duration, share: Percent) -> tuple[Lack, ...]:
        """What is missing for a promotion that asks for so much work and that share of skills."""
        asked: tuple[tuple[Lack, bool], ...] = (
            ("experience", self.worked >= int(experience.days)),
            ("led", self.has_led),
            ("skills", len(self.reached) >= share.of(Decimal(len(self.role.skills)))),
            ("certificate", not self.role.certifications or self.certificate is not None),
        )
        return tuple(name for name, is_there in asked if not is_there)


def readiness(
    person: Person, role: Role, before: Role | None, office: Office, today: dt.date
) -> Readiness:
    """What the person, who comes from the role before, brings to the role."""
    reached = tuple(id for id, level in role.skills.items() if has_level(person, id, level))
    asked = (c for c in person.certifications if c.name in role.certifications)
    return Readiness(
        role,
        days_together(_stretches(person, before, office), today),
        _has_led(person, office),
        reached,
        tuple(id for id in role.skills if id not in reached),
        next((each for each in asked if each.counts_on(today)), None),
    )


def has_level(person: Person, skill: str, level: int) -> bool:
    """Whether the person was assessed at the level or above."""
    return skill in person.skills and person.skills[skill].level >= level


def days_together(stretches: Iterable[Tenure], today: dt.date) -> int:
    """How many days the stretches have together by today, each day counted once."""
    first = None
    days = 0
    for stretch in sorted(stretches, key=lambda each: each.first):
        begins = stretch.first if first is None else max(first, stretch.first)
        ends = min(stretch.last or today, today)
        days += max(0, (ends - begins).days + 1)
        first = max(begins, day_after(ends))
    return days


def _stretches(person: Person, before: Role | None, office: Office) -> Iterator[Tenure]:
    """When the person held the role before, and when they did other work that is on record."""
    for held in office.assignments_of(person):
        if before and held.role == before.id:
            yield held.tenure
    for work in person.experience:
        if work.from_:
            yield Tenure(work.from_, work.until)


def _has_led(person: Person, office: Office) -> bool:
    held = office.assignments_of(person)
    alone = (office.find(Role, a.role) for a in held)
    return any(a.elements for a in held) or any(role and role.single_holder for role in alone)
