"""Stakeholders: who is concerned, what they think, how they are engaged."""

from typing import Annotated, ClassVar, Literal

from pmoascode.records.fields import Date, Line, PersonId, Prose, Scale5, UnitId, says
from pmoascode.records.record import Record


class Stakeholder(Record, frozen=True, kw_only=True):
    """One person or group that the project concerns."""

    kind: ClassVar[str] = "stakeholder"

    name: Annotated[Line, says("Name", "The group, or the role of the person.", "Claims staff")]
    person: Annotated[
        PersonId | None, says("Person", "The person, if it is one of ours.", "paul-weber")
    ] = None
    unit: Annotated[UnitId | None, says("Unit", "The unit, if it is one of ours.", "claims")] = None
    interest: Annotated[
        Scale5 | None, says("Interest", "How much it matters to them, 1 to 5.", 5)
    ] = None
    influence: Annotated[Scale5 | None, says("Influence", "How much they can do, 1 to 5.", 3)] = (
        None
    )
    attitude: Annotated[
        Literal["champion", "supporter", "neutral", "critic", "opponent"] | None,
        says("Attitude", "How they stand to it.", "critic"),
    ] = None
    expectations: Annotated[
        Prose | None, says("Expectations", "What they hope for or fear.", "No posts are lost.")
    ] = None
    engagement: Annotated[
        Prose | None, says("Engagement", "How they are involved.", "Two of them test each week.")
    ] = None
    owner: Annotated[
        PersonId | None, says("Owner", "Who keeps in touch with them.", "ines-roth")
    ] = None
    review: Annotated[Date | None, says("Review", "The day of the next review.", "2026-12-15")] = (
        None
    )
