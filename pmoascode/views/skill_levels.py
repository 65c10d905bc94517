"""The levels of skills in words: on the neutral scale of 1 to 7, and as the skill itself says."""

from dataclasses import dataclass

from pmoascode.office import Office
from pmoascode.records.role import Role
from pmoascode.records.skill import LevelKey, Skill

# Of the scale that the built-in skills use: a word, and what somebody of the level does with it.
LEVELS = {
    1: ("aware", "knows the words"),
    2: ("assisted", "does it with help"),
    3: ("independent", "does it alone"),
    4: ("proficient", "does it where it is difficult"),
    5: ("guiding", "guides others in it"),
    6: ("leading", "sets how a whole area does it"),
    7: ("shaping", "sets where the organisation goes"),
}
GROUPS = {
    "technical": "Method and technique",
    "tool": "Tools",
    "soft": "Working with people",
    "domain": "Knowledge of the business",
    "trait": "Attitude",
}
_KEYS: tuple[LevelKey, ...] = ("1", "2", "3", "4", "5", "6", "7")


@dataclass(frozen=True, slots=True)
class NeededSkill:
    """A skill that a role asks for."""

    id: str
    title: str
    level: int  # 1 to 7
    word: str  # for the level
    does: str  # what somebody of the level does, else of the skill; empty where nothing says


@dataclass(frozen=True, slots=True)
class SkillGroup:
    """The skills of one kind, the highest level first."""

    title: str
    skills: tuple[NeededSkill, ...]


def needed(office: Office, role: Role) -> tuple[SkillGroup, ...]:
    """The skills that the role asks for, by kind."""
    found: dict[str, list[NeededSkill]] = {}
    for id, level in role.skills.items():
        skill = office.find(Skill, id)
        category = skill.category if skill else "technical"
        found.setdefault(category, []).append(_needed(id, skill, level))
    return tuple(
        SkillGroup(title, tuple(sorted(found[key], key=lambda s: (-s.level, s.title))))
        for key, title in GROUPS.items()
        if key in found
    )


def described(skill: Skill, level: int) -> str:
    """What the skill says of the level, or of the nearest one below; empty where it says nothing.

    A text from further below would say too little of a high level.
    """
    texts = (skill.levels.get(_KEYS[step - 1]) for step in (level, level - 1) if step > 0)
    return next((text for text in texts if text), "")


def _needed(id: str, skill: Skill | None, level: int) -> NeededSkill:
    word = LEVELS[level][0]
    if skill is None:
        return NeededSkill(id, id.replace("-", " ").capitalize(), level, word, "")
    does = described(skill, level) or skill.description or ""
    return NeededSkill(id, skill.title, level, word, does)
