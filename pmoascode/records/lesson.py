"""Lessons: what happened, why, and what others should do."""

from typing import Annotated, ClassVar, Literal

from pmoascode.records.fields import Date, Line, PersonId, Prose, ScopeId, says
from pmoascode.records.record import Record


class Lesson(Record, frozen=True, kw_only=True):
    """One lesson, good or bad."""

    kind: ClassVar[str] = "lesson"

    title: Annotated[Line, says("Title", "The lesson in one line.", "Name the vendor's team")]
    event: Annotated[
        Prose | None, says("Event", "What happened.", "The vendor moved two developers.")
    ] = None
    cause: Annotated[
        Prose | None, says("Cause", "Why it happened.", "The contract names nobody.")
    ] = None
    effect: Annotated[Prose | None, says("Effect", "What followed.", "Three weeks were lost.")] = (
        None
    )
    recommendation: Annotated[
        Prose | None,
        says("Recommendation", "What others should do.", "Name key people in the contract."),
    ] = None
    category: Annotated[Line | None, says("Category", "A grouping of your own.", "Supplier")] = None
    priority: Annotated[
        Literal["low", "medium", "high"] | None,
        says("Priority", "How much it would help others.", "high"),
    ] = None
    owner: Annotated[PersonId | None, says("Owner", "Who sees that it is used.", "ana-keller")] = (
        None
    )
    recorded: Annotated[
        Date | None, says("Recorded", "The day on which it was written down.", "2026-11-12")
    ] = None
    shared: Annotated[
        Date | None, says("Shared", "The day on which others were told.", "2026-12-02")
    ] = None
    applied_in: Annotated[
        tuple[ScopeId, ...],
        says("Applied in", "Where it has been used since.", ["hermes"]),
    ] = ()
