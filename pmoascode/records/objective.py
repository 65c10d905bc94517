"""The objective: what the organisation wants to reach, and how it will know."""

from typing import Annotated, ClassVar, Literal

from pmoascode.records.fields import Date, Line, ObjectiveId, PersonId, Prose, says
from pmoascode.records.record import Record


class Objective(Record, frozen=True, kw_only=True):
    """One strategic objective that projects and programmes can serve."""

    kind: ClassVar[str] = "objective"

    title: Annotated[Line, says("Title", "What is to be reached.", "Claims paid in three days")]
    description: Annotated[
        Prose | None,
        says("Description", "What it means and why it matters.", "Customers wait two weeks today."),
    ] = None
    owner: Annotated[PersonId | None, says("Owner", "Who answers for it.", "maria-silva")] = None
    measure: Annotated[
        Line | None, says("Measure", "What is measured, with its unit.", "Days from claim to money")
    ] = None
    target: Annotated[
        Line | None, says("Target", "The value to reach, with its unit.", "3 days")
    ] = None
    horizon: Annotated[
        Literal["short", "medium", "long"] | None,
        says("Horizon", "Within a year, within three, or later.", "medium"),
    ] = None
    valid_from: Annotated[Date | None, says("Valid from", "The first day.", "2026-01-01")] = None
    valid_until: Annotated[
        Date | None, says("Valid until", "The last day, inclusive.", "2028-12-31")
    ] = None
    parent: Annotated[
        ObjectiveId | None, says("Parent", "The objective that it is part of.", "loyal-customers")
    ] = None
