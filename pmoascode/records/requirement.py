"""Requirements: what must be true of what is delivered, and how one can tell."""

from typing import Annotated, ClassVar, Literal

from pmoascode.records.fields import (
    Date,
    DeliverableId,
    Line,
    Number,
    ObjectiveId,
    PersonId,
    Prose,
    RequirementId,
    says,
)
from pmoascode.records.parts import SignOff
from pmoascode.records.record import Part, Record

_APPROVED = {"x-approved": True}


class Verification(Part, frozen=True, kw_only=True):
    """The result of the test."""

    by: Annotated[PersonId, says("By", "Who tested; not the author.", "lena-novak")]
    date: Annotated[Date, says("Date", "The day of the test.", "2027-02-10")]
    result: Annotated[
        Literal["passed", "failed"], says("Result", "What the test has shown.", "passed")
    ]
    note: Annotated[
        Prose | None, says("Note", "What else was seen.", "Slow with large photos.")
    ] = None


class Requirement(Record, frozen=True, kw_only=True):
    """One requirement; its id is never used again for another."""

    kind: ClassVar[str] = "requirement"

    text: Annotated[
        Prose,
        says("Text", "What must be true.", "A claim can be sent from a phone.", **_APPROVED),
    ]
    source: Annotated[
        Line | None, says("Source", "Where it comes from.", "Workshop of 2026-02-17")
    ] = None
    author: Annotated[PersonId | None, says("Author", "Who wrote it down.", "lena-novak")] = None
    owner: Annotated[PersonId | None, says("Owner", "Who speaks for it.", "paul-weber")] = None
    category: Annotated[Line | None, says("Category", "A grouping of your own.", "Usability")] = (
        None
    )
    objective: Annotated[
        ObjectiveId | None, says("Objective", "The objective that it serves.", "faster-claims")
    ] = None
    priority: Annotated[
        Literal["must", "should", "could", "wont"] | None,
        says("Priority", "Must, should, could, or won't this time.", "must", **_APPROVED),
    ] = None
    status: Annotated[
        Literal["proposed", "approved", "implemented", "verified", "withdrawn"],
        says("Status", "How far it has come.", "approved"),
    ] = "proposed"
    acceptance: Annotated[
        Prose | None,
        says("Acceptance", "How one can tell that it is met.", "Three clicks.", **_APPROVED),
    ] = None
    test: Annotated[Line | None, says("Test", "The test that proves it.", "Test case 12")] = None
    verified: Annotated[
        Verification | None,
        says("Verified", "The result of the test.", {"by": "lena-novak", "result": "passed"}),
    ] = None
    approved: Annotated[
        SignOff | None,
        says(
            "Approved",
            "Who approved it for the users, when.",
            {"outcome": "approved", "by": "paul-weber", "as": "senior-user", "date": "2026-03-02"},
        ),
    ] = None
    effort: Annotated[
        Number | None,
        says("Effort", "The work that it takes, in person-days.", 8, minimum=0),
    ] = None
    deliverables: Annotated[
        tuple[DeliverableId, ...],
        says("Deliverables", "What meets it.", ["claims-form"]),
    ] = ()
    derived_from: Annotated[
        RequirementId | None,
        says("Derived from", "The requirement that it details.", "claims-online"),
    ] = None
    depends_on: Annotated[
        tuple[RequirementId, ...],
        says("Depends on", "Requirements that it needs.", ["sign-in"]),
    ] = ()
