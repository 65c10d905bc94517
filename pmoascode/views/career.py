"""One person's career: skills held against those needed, the next steps, and the evidence."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from pmoascode.measures.experience import Experience, experience
from pmoascode.measures.readiness import Lack, Readiness, readiness
from pmoascode.office import Office
from pmoascode.records.parts import Action
from pmoascode.records.person import Certificate, Person
from pmoascode.records.role import Role
from pmoascode.records.skill import Skill
from pmoascode.rules.careers.promotion_without_evidence import promotion_without_evidence
from pmoascode.verdict.judging import settings_of

RENEWAL = 30  # days ahead in which a certificate is about to expire


@dataclass(frozen=True, slots=True)
class SkillRow:
    """One skill of one person against what a role needs."""

    id: str
    title: str
    held: int  # 1 to 7; 0 where it was never assessed
    needed: int  # 0 where the role does not ask for it
    assessed_on: dt.date | None

    @property
    def gap(self) -> int:
        """How many levels are missing."""
        return max(0, self.needed - self.held)


@dataclass(frozen=True, slots=True)
class Step:
    """A role to which the career can lead next."""

    role: Role
    readiness: Readiness
    missing: tuple[SkillRow, ...]  # the widest gap first
    lacks: tuple[Lack, ...]  # of what a promotion asks for

    @property
    def is_ready(self) -> bool:
        """Whether all is on record that a promotion asks for."""
        return not self.lacks


@dataclass(frozen=True, slots=True)
class CertificateRow:
    """One certificate on the day."""

    certificate: Certificate
    state: Literal["valid", "expiring", "expired", "to come"]  # expiring: within 30 days
    days_left: int | None  # until the last day; None where it does not expire


@dataclass(frozen=True, slots=True)
class Career:
    """The career of one person on the day."""

    person: Person
    role: Role | None  # of the career, else the highest of a career that is held
    skills: tuple[SkillRow, ...]  # those of the role, the widest gap first
    others: tuple[SkillRow, ...]  # held and not asked for
    steps: tuple[Step, ...]
    evidence: tuple[Experience, ...]
    certificates: tuple[CertificateRow, ...]  # the first to expire on top
    mentor: Person | None
    mentees: tuple[Person, ...]
    development: tuple[Action, ...]  # still to be done, the earliest first

    @property
    def reached(self) -> int:
        """How many skills of the role are there at its level."""
        return sum(not row.gap for row in self.skills)


def career(
    office: Office,
    person: Person,
    today: dt.date,
    to: Role | None = None,
    guided: Mapping[str, tuple[Person, ...]] | None = None,
) -> Career:
    """The person's career on the day; its step is to the given role, else to each next one.

    `guided` has what `mentees` gives, if it is at hand.
    """
    role = role_of(office, person, today)
    needed = role.skills if role else {}
    open_ = (each for each in person.development if each.done is None)
    return Career(
        person,
        role,
        skill_rows(office, person, needed),
        tuple(_row(office, person, id, 0) for id in person.skills if id not in needed),
        (step(office, person, to, today),) if to else steps(office, person, today),
        experience(office, person, today),
        certificates(person, today),
        office.person(person.mentor),
        (guided if guided is not None else mentees(office, today)).get(person.id, ()),
        tuple(sorted(open_, key=lambda each: (each.due, each.do))),
    )


def mentees(office: Office, today: dt.date) -> Mapping[str, tuple[Person, ...]]:
    """Mentor to the people whom they guide on the day."""
    found: dict[str, tuple[Person, ...]] = {}
    for person in office.all(Person):
        if person.mentor and person.is_active_on(today):
            found[person.mentor] = (*found.get(person.mentor, ()), person)
    return found


def role_of(office: Office, person: Person, today: dt.date) -> Role | None:
    """The role of the person's career; else the highest held on the day that leads on."""
    own = office.find(Role, person.career_role)
    if own:
        return own
    held = {a.role for a in office.assignments_of(person) if a.holds_on(today)}
    roles = [role for id in sorted(held) if (role := office.find(Role, id))]
    return max((r for r in roles if r.is_on_career_path), key=lambda r: r.rank, default=None)


def steps(office: Office, person: Person, today: dt.date) -> tuple[Step, ...]:
    """The next steps of the person's career, those with least missing first."""
    role = role_of(office, person, today)
    after = [office.find(Role, id) for id in role.next_roles] if role else []
    found = [step(office, person, r, today) for r in after if r and r.status == "active"]
    return tuple(sorted(found, key=lambda s: (len(s.lacks), len(s.missing), s.role.id)))


def step(office: Office, person: Person, to: Role, today: dt.date) -> Step:
    """What the person brings to the role and what is missing, as the rule on promotions asks."""
    found = readiness(person, to, role_of(office, person, today), office, today)
    asked = settings_of(promotion_without_evidence, office, office.policy.defaults.tier)
    lacks = found.lacks(asked["experience"], asked["skills"])
    missing = {id: to.skills[id] for id in found.missing}
    return Step(to, found, skill_rows(office, person, missing), lacks)


def skill_rows(office: Office, person: Person, needed: dict[str, int]) -> tuple[SkillRow, ...]:
    """Each needed skill with the level held, the widest gap first."""
    rows = (_row(office, person, id, level) for id, level in needed.items())
    return tuple(sorted(rows, key=lambda row: (-row.gap, row.title, row.id)))


def certificates(person: Person, today: dt.date) -> tuple[CertificateRow, ...]:
    """The person's certificates, the first to expire on top."""
    rows = [_certificate(each, today) for each in person.certifications]
    last = dt.date.max
    return tuple(sorted(rows, key=lambda r: (r.certificate.expires or last, r.certificate.name)))


def _certificate(each: Certificate, today: dt.date) -> CertificateRow:
    left = (each.expires - today).days if each.expires else None
    if not each.counts_on(today):
        is_over = left is not None and left < 0
        return CertificateRow(each, "expired" if is_over else "to come", left)
    is_expiring = left is not None and left <= RENEWAL
    return CertificateRow(each, "expiring" if is_expiring else "valid", left)


def _row(office: Office, person: Person, id: str, needed: int) -> SkillRow:
    skill, held = office.find(Skill, id), person.skills.get(id)
    return SkillRow(
        id,
        skill.title if skill else id.replace("-", " ").capitalize(),
        held.level if held else 0,
        needed,
        held.assessed_on if held else None,
    )
