"""The assurance review: what somebody independent found."""

from typing import Annotated, ClassVar, Literal

from msgspec import field

from pmoascode.records.fields import Date, GateId, Id, Line, PersonId, Prose, Rating, says
from pmoascode.records.record import Part, Record


class Recommendation(Part, frozen=True, kw_only=True):
    """What the reviewers ask for."""

    text: Annotated[Line, says("Text", "What is to be done.", "Test the fallback before go-live")]
    priority: Annotated[
        Literal["critical", "essential", "recommended"],
        says("Priority", "Now, before the next gate, or when it suits.", "essential"),
    ]
    owner: Annotated[PersonId | None, says("Owner", "Who does it.", "tom-berg")] = None
    due: Annotated[Date | None, says("Due", "The last day, inclusive.", "2027-01-15")] = None
    done: Annotated[Date | None, says("Done", "The day on which it was done.", "2027-01-11")] = None


class Review(Record, frozen=True, kw_only=True):
    """One independent review of one project or programme."""

    kind: ClassVar[str] = "review"

    title: Annotated[Line, says("Title", "What was reviewed.", "Readiness for service")]
    type_: Annotated[
        Literal["gate", "health-check", "assurance-of-action", "post-implementation"],
        says("Type", "What kind of review it was.", "gate"),
    ] = field(name="type")
    line_of_defence: Annotated[
        Literal[1, 2, 3],
        says("Line of defence", "1 management, 2 PMO, 3 independent or audit.", 2),
    ] = 2
    gate: Annotated[
        GateId | None, says("Gate", "The gate that it prepares.", "authorise-project")
    ] = None
    reviewers: Annotated[tuple[PersonId, ...], says("Reviewers", "Who reviewed.", ["li-wen"])] = ()
    date: Annotated[Date, says("Date", "The last day of the review.", "2026-11-06")]
    rating: Annotated[
        Rating | None,
        says("Rating", "How confident the reviewers are of success.", "amber"),
    ] = None
    summary: Annotated[
        Prose | None,
        says("Summary", "What stands behind the rating.", "Sound plan, thin testing."),
    ] = None
    findings: Annotated[
        tuple[Line, ...], says("Findings", "What was found.", ["The fallback is untested"])
    ] = ()
    recommendations: Annotated[
        dict[Id, Recommendation],
        says(
            "Recommendations",
            "Id to recommendation.",
            {"fallback": {"text": "Test the fallback", "priority": "essential"}},
        ),
    ] = {}
    next_review: Annotated[
        Date | None, says("Next review", "The day of the next one.", "2027-02-01")
    ] = None
