"""What hangs on one person, who holds several key roles, and who could follow whom."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from pmoascode.office import Office
from pmoascode.records.assignment import Assignment
from pmoascode.records.delegation import Delegation
from pmoascode.records.fields import Tier
from pmoascode.records.person import Person
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.records.role import Role
from pmoascode.views.career import Step, steps
from pmoascode.views.holdings import Holding, holdings
from pmoascode.views.lone_skills import LoneSkill, lone_skills

_TIERS: tuple[Tier, ...] = ("large", "medium", "small")
_SENIOR = 3  # rank of a career stage, from which on successors are looked for
_SEVERAL = 2  # key roles held at once


@dataclass(frozen=True, slots=True)
class LoneRole:
    """A role that only one person holds in the whole office."""

    role: Role
    holdings: tuple[Holding, ...]  # of that person
    deputies: tuple[str, ...]  # ids of those to whom it is lent on the day
    others: tuple[str, ...]  # ids of those who held it before, or make their career in it

    @property
    def person(self) -> str:
        """The id of the one."""
        return self.holdings[0].person

    @property
    def is_bare(self) -> bool:
        """Whether nobody else could step in."""
        return not (self.deputies or self.others)


@dataclass(frozen=True, slots=True)
class ManyRoles:
    """A person who holds several roles that each rest on one holder."""

    person: str
    holdings: tuple[Holding, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody whose career can lead to a role."""

    person: Person
    step: Step


@dataclass(frozen=True, slots=True)
class Succession:
    """A senior role that is held, and those who could follow."""

    role: Role
    holdings: tuple[Holding, ...]
    candidates: tuple[Candidate, ...]  # who lacks least stands first

    @property
    def ready(self) -> int:
        """How many could follow today."""
        return sum(each.step.is_ready for each in self.candidates)


@dataclass(frozen=True, slots=True)
class Capability:
    """Where the office stands on too few shoulders."""

    people: int  # here on the day
    assessed: int  # of these, with a skill on record
    lone_roles: tuple[LoneRole, ...]  # the one whose loss would do most harm first
    many_roles: tuple[ManyRoles, ...]  # the most roles first
    successions: tuple[Succession, ...]  # the highest first, those without successor first
    lone_skills: tuple[LoneSkill, ...]
    uncovered: tuple[str, ...]  # titles of skills whose needed level nobody has


def capability(office: Office, today: dt.date) -> Capability:
    """The capability of the office on the day."""
    found = _Found(office, today)
    lone, uncovered = lone_skills(office, today)
    return Capability(
        len(found.people),
        sum(bool(person.skills) for person in found.people),
        tuple(found.lone_roles()),
        tuple(found.many_roles()),
        tuple(found.successions()),
        lone,
        uncovered,
    )


@dataclass(frozen=True)
class _Found:
    office: Office
    today: dt.date

    @cached_property
    def held(self) -> Mapping[str, tuple[Holding, ...]]:
        """Role to what is held of it on the day."""
        groups: dict[str, list[Assignment]] = {}
        for held in self.office.all(Assignment):
            if held.holds_on(self.today):
                groups.setdefault(held.role, []).append(held)
        return {
            role: holdings(self.office, found, self.today) for role, found in sorted(groups.items())
        }

    def lone_roles(self) -> list[LoneRole]:
        """The roles with one holder in all."""
        known = ((self.office.find(Role, id), found) for id, found in self.held.items())
        lone = [
            LoneRole(role, found, self._deputies(role, found), self._others(role, found))
            for role, found in known
            if role and len({h.person for h in found}) == 1
        ]
        return sorted(lone, key=self._harm)

    def _harm(self, lone: LoneRole) -> tuple[object, ...]:
        """Nobody to step in, then roles on which work stops, the graver work, the more of it."""
        scopes = [h.scope.record for h in lone.holdings]
        running = [s for s in scopes if not isinstance(s, Project | Programme) or s.is_running]
        tier = min((_TIERS.index(self.office.tier(each)) for each in running), default=len(_TIERS))
        return (not lone.is_bare, not lone.role.single_holder, tier, -len(running), lone.role.title)

    def _deputies(self, role: Role, found: tuple[Holding, ...]) -> tuple[str, ...]:
        return tuple(
            lent.to
            for lent in self.office.all(Delegation)
            if lent.by == found[0].person
            and lent.role in (None, role.id)
            and lent.holds_on(self.today)
        )

    def _others(self, role: Role, found: tuple[Holding, ...]) -> tuple[str, ...]:
        """Those here who held the role before, or whose career is in it."""
        before = {a.person for a in self._assignments.get(role.id, ()) if a.from_ <= self.today}
        in_it = {p.id for p in self.people if p.career_role == role.id}
        here = {p.id for p in self.people}
        return tuple(sorted(((before | in_it) & here) - {found[0].person}))

    @cached_property
    def _assignments(self) -> Mapping[str, list[Assignment]]:
        groups: dict[str, list[Assignment]] = {}
        for each in self.office.all(Assignment):
            groups.setdefault(each.role, []).append(each)
        return groups

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Those who are here on the day."""
        return tuple(p for p in self.office.all(Person) if p.is_active_on(self.today))

    def many_roles(self) -> list[ManyRoles]:
        """Who holds several roles that each rest on one holder."""
        of: dict[str, list[Holding]] = {}
        for id, found in self.held.items():
            role = self.office.find(Role, id)
            for holding in found if role and role.single_holder else ():
                of.setdefault(holding.person, []).append(holding)
        many = [ManyRoles(id, tuple(f)) for id, f in of.items() if len(f) >= _SEVERAL]
        return sorted(many, key=lambda m: (-len(m.holdings), m.person))

    def successions(self) -> list[Succession]:
        """The senior roles that are held, with who could follow."""
        found = [
            Succession(role, self.held[id], self._candidates(role))
            for id in self.held
            if (role := self.office.find(Role, id)) and role.rank >= _SENIOR
        ]
        return sorted(found, key=lambda s: (-s.role.rank, s.ready > 0, s.role.title))

    def _candidates(self, role: Role) -> tuple[Candidate, ...]:
        holders = {h.person for h in self.held[role.id]}
        found = (each for each in self._steps.get(role.id, ()) if each.person.id not in holders)
        return tuple(sorted(found, key=_least_missing))

    @cached_property
    def _steps(self) -> Mapping[str, list[Candidate]]:
        """Role to everybody whose career can lead there."""
        found: dict[str, list[Candidate]] = {}
        for person in self.people:
            for step in steps(self.office, person, self.today):
                found.setdefault(step.role.id, []).append(Candidate(person, step))
        return found


def _least_missing(candidate: Candidate) -> tuple[int, int, str]:
    step = candidate.step
    return (len(step.lacks), -len(step.readiness.reached), candidate.person.id)
