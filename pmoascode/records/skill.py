"""The skill: something that people can master to a level of 1 to 7."""

from typing import Annotated, ClassVar, Literal

from pmoascode.records.fields import Line, Prose, says
from pmoascode.records.record import Record

LevelKey = Literal["1", "2", "3", "4", "5", "6", "7"]


class Skill(Record, frozen=True, kw_only=True):
    """One skill of the organisation's catalogue."""

    kind: ClassVar[str] = "skill"

    title: Annotated[Line, says("Title", "What the skill is called.", "Risk management")]
    category: Annotated[
        Literal["technical", "soft", "trait", "tool", "domain"],
        says("Category", "What kind of skill it is.", "technical"),
    ]
    description: Annotated[
        Prose | None,
        says("Description", "What somebody does who masters it.", "Sees early what may go wrong."),
    ] = None
    levels: Annotated[
        dict[LevelKey, Prose],
        says(
            "Levels",
            "Level, in quotes, to what somebody of that level does.",
            {"3": "Keeps the register of a small project."},
            propertyNames={"enum": ["1", "2", "3", "4", "5", "6", "7"]},
        ),
    ] = {}
