"""The mandate: why somebody wants the project, before anybody has planned it."""

from typing import Annotated, ClassVar

from pmoascode.records.fields import (
    Amount,
    Date,
    Line,
    ObjectiveId,
    PersonId,
    Prose,
    Term,
    says,
)
from pmoascode.records.record import Record

_APPROVED = {"x-approved": True}


class Mandate(Record, frozen=True, kw_only=True):
    """The request to start a project."""

    kind: ClassVar[str] = "mandate"

    origin: Annotated[
        Prose | None, says("Origin", "Where the wish comes from.", "The audit of claims, 2025.")
    ] = None
    requested_by: Annotated[
        PersonId | None, says("Requested by", "Who asks for it.", "maria-silva")
    ] = None
    requested: Annotated[
        Date | None, says("Requested", "The day of the request.", "2025-10-06")
    ] = None
    problem: Annotated[
        Prose,
        says("Problem", "The problem or the opportunity.", "Claims take 12 days.", **_APPROVED),
    ]
    outcome: Annotated[
        Prose | None,
        says("Outcome", "What is different afterwards.", "Claims take 4 days.", **_APPROVED),
    ] = None
    strategic_fit: Annotated[
        Prose | None,
        says("Strategic fit", "How it serves the strategy.", "Serves the objective of speed."),
    ] = None
    objectives: Annotated[
        tuple[ObjectiveId, ...],
        says("Objectives", "The objectives that it would serve.", ["faster-claims"]),
    ] = ()
    delivery_type: Annotated[
        Line | None, says("Delivery type", "What sort of project it would be.", "Software")
    ] = None
    rough_cost: Annotated[
        Amount | None, says("Rough cost", "The first guess, in money.", 1000000, **_APPROVED)
    ] = None
    rough_time: Annotated[
        Term | None, says("Rough time", "The first guess, as a duration.", "18 months", **_APPROVED)
    ] = None
    success_criteria: Annotated[
        tuple[Line, ...],
        says(
            "Success criteria",
            "How one will know that it worked.",
            ["Claims take 4 days"],
            **_APPROVED,
        ),
    ] = ()
    assumptions: Annotated[
        tuple[Line, ...], says("Assumptions", "What is taken for true.", ["The law stays as it is"])
    ] = ()
    constraints: Annotated[
        tuple[Line, ...],
        says("Constraints", "What limits the way.", ["No change of vendor"], **_APPROVED),
    ] = ()
    known_risks: Annotated[
        tuple[Line, ...], says("Known risks", "What could go wrong.", ["Few testers"])
    ] = ()
    proposed_sponsor: Annotated[
        PersonId | None,
        says("Proposed sponsor", "Who would answer for it.", "maria-silva"),
    ] = None
