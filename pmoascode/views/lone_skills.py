"""Skills that one person alone has at the level that the office needs."""

import datetime as dt
from dataclasses import dataclass

from pmoascode.office import Office
from pmoascode.records.assignment import Assignment
from pmoascode.records.person import Person
from pmoascode.records.role import Role
from pmoascode.records.skill import Skill

_ALONE = 4  # "does it where it is difficult": what is needed of a skill that no role asks for


@dataclass(frozen=True, slots=True)
class LoneSkill:
    """A skill that hangs on one person."""

    id: str
    title: str
    needed: int  # the highest level that a role held on the day asks for
    person: str  # id of the one who has it
    level: int  # theirs
    next_best: str  # id of who comes next; empty where nobody else was assessed
    next_level: int


def lone_skills(office: Office, today: dt.date) -> tuple[tuple[LoneSkill, ...], tuple[str, ...]]:
    """The skills that hang on one person, the worst loss first; and those whose level nobody has.

    Only skills count in which somebody was assessed: of the others nothing is known.
    """
    lone, uncovered = list[LoneSkill](), list[str]()
    asked = _needed(office, today)
    for id, held in _levels(office, today).items():
        needed = asked.get(id, _ALONE)
        skill = office.find(Skill, id)
        title = skill.title if skill else id
        best = sorted(held, key=lambda each: (-each[1], each[0]))
        reaching = [each for each in best if each[1] >= needed]
        if len(reaching) == 1:
            person, level = reaching[0]
            next_best, next_level = best[1] if len(best) > 1 else ("", 0)
            lone.append(LoneSkill(id, title, needed, person, level, next_best, next_level))
        elif not reaching:
            uncovered.append(title)
    return tuple(sorted(lone, key=_harm)), tuple(sorted(uncovered))


def _harm(each: LoneSkill) -> tuple[int, str, str]:
    """The further the next best is from what is needed, the worse the loss."""
    return (each.next_level - each.needed, each.title, each.id)


def _levels(office: Office, today: dt.date) -> dict[str, list[tuple[str, int]]]:
    """Skill to the people who are here and their levels."""
    found: dict[str, list[tuple[str, int]]] = {}
    for person in office.all(Person):
        if person.is_active_on(today):
            for id, held in person.skills.items():
                found.setdefault(id, []).append((person.id, held.level))
    return found


def _needed(office: Office, today: dt.date) -> dict[str, int]:
    """Skill to the highest level that a role held on the day asks for."""
    found: dict[str, int] = {}
    for id in sorted({a.role for a in office.all(Assignment) if a.holds_on(today)}):
        role = office.find(Role, id)
        for skill, level in role.skills.items() if role else ():
            found[skill] = max(level, found.get(skill, 0))
    return found
