"""The paths of careers: roles by stage, where they lead, and what each step asks for more."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from pmoascode.office import Office
from pmoascode.records.person import Person
from pmoascode.records.role import CareerStage, Role
from pmoascode.records.skill import Skill

STAGES: tuple[CareerStage, ...] = get_args(CareerStage)  # the lowest first


@dataclass(frozen=True, slots=True)
class Gain:
    """A skill that a step asks for and the role before did not, or not at that level."""

    id: str
    title: str
    before: int  # 0 where it was not asked for
    after: int


@dataclass(frozen=True, slots=True)
class PathStep:
    """From one role to another."""

    from_: Role
    to: Role
    gains: tuple[Gain, ...]  # the largest rise first
    certifications: tuple[str, ...]  # usual in the new role and not in the one before


@dataclass(frozen=True, slots=True)
class Paths:
    """Every role in which people make a career, and every step between them."""

    roles: tuple[Role, ...]  # by stage, then by title
    steps: tuple[PathStep, ...]  # by the stage of the role before, then by title
    people: Counter[str]  # role to how many make their career in it on the day

    def at(self, stage: str) -> tuple[Role, ...]:
        """The roles of the stage."""
        return tuple(role for role in self.roles if role.career_stage == stage)

    def before(self, role: Role) -> tuple[Role, ...]:
        """The roles that lead to the role."""
        return tuple(step.from_ for step in self.steps if step.to is role)

    def after(self, role: Role) -> tuple[Role, ...]:
        """The roles to which the role leads."""
        return tuple(step.to for step in self.steps if step.from_ is role)


def career_paths(office: Office, today: dt.date) -> Paths:
    """The paths of the office; retired roles, and those of no stage, are left out."""
    known = [role for role in office.known(Role) if role.career_stage and role.status == "active"]
    roles = tuple(sorted(known, key=_order))
    by_id = {role.id: role for role in roles}
    people = Counter(
        person.career_role or "" for person in office.all(Person) if person.is_active_on(today)
    )
    return Paths(roles, tuple(_steps(office, roles, by_id)), people)


def _steps(office: Office, roles: Iterable[Role], by_id: dict[str, Role]) -> Iterable[PathStep]:
    titles = {skill.id: skill.title for skill in office.known(Skill)}
    for role in roles:
        after = [
            by_id[id] for id in dict.fromkeys(role.next_roles) if id in by_id and id != role.id
        ]
        for each in sorted(after, key=_order):
            yield _step(role, each, titles)


def _order(role: Role) -> tuple[int, str, str]:
    return (role.rank, role.title, role.id)


def _step(before: Role, after: Role, titles: dict[str, str]) -> PathStep:
    gains = [
        Gain(id, titles.get(id, id), before.skills.get(id, 0), level)
        for id, level in after.skills.items()
        if level > before.skills.get(id, 0)
    ]
    gains.sort(key=lambda gain: (gain.before - gain.after, gain.title))
    new = (name for name in after.certifications if name not in before.certifications)
    return PathStep(before, after, tuple(gains), tuple(new))
