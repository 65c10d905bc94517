"""The waiver: a finding that may stand for a while, and who allowed it."""

from typing import Annotated, ClassVar

from msgspec import field

from pmoascode.records.fields import Date, Id, Line, PersonId, Prose, says
from pmoascode.records.parts import SignOff
from pmoascode.records.record import Record

_APPROVED = {"x-approved": True}


class Waiver(Record, frozen=True, kw_only=True):
    """One rule that one record may break until a day."""

    kind: ClassVar[str] = "waiver"

    rule: Annotated[
        Id, says("Rule", "The rule's name.", "milestone-late-without-reason", **_APPROVED)
    ]
    record: Annotated[
        Line,
        says(
            "Record",
            "The record, by kind and id as findings name it.",
            "project/apollo",
            pattern="^[a-z][a-z-]*(/[a-z0-9][a-z0-9-]*){1,2}$",
            **_APPROVED,
        ),
    ]
    at_field: Annotated[
        Line | None,
        says(
            "At",
            "The field, where not the whole record is meant.",
            "milestones.go-live",
            **_APPROVED,
        ),
    ] = field(default=None, name="at")
    reason: Annotated[
        Prose,
        says(
            "Reason",
            "Why the rule cannot be kept.",
            "The vendor's plan is due in May.",
            **_APPROVED,
        ),
    ]
    risk: Annotated[
        Prose,
        says("Risk", "What may go wrong meanwhile.", "The board sees the delay late.", **_APPROVED),
    ]
    compensation: Annotated[
        Prose,
        says(
            "Compensation",
            "What is done instead.",
            "A call with the vendor each Friday.",
            **_APPROVED,
        ),
    ]
    requested_by: Annotated[
        PersonId, says("Requested by", "Who asked; not the one who approves.", "tom-berg")
    ]
    approved: Annotated[
        SignOff | None,
        says(
            "Approved",
            "Who allowed it; without it the waiver has no effect.",
            {"outcome": "approved", "by": "ana-keller", "as": "pmo-director", "date": "2026-11-03"},
        ),
    ] = None
    created: Annotated[Date, says("Created", "The day of the request.", "2026-11-02")]
    expires: Annotated[
        Date,
        says("Expires", "The last day on which it counts, inclusive.", "2027-01-31", **_APPROVED),
    ]

    @property
    def is_approved(self) -> bool:
        """Whether somebody signed that it is allowed."""
        return self.approved is not None and self.approved.outcome.startswith("approved")

    def holds_on(self, day: Date) -> bool:
        """Whether it is approved and has not expired on the day."""
        return self.is_approved and self.created <= day <= self.expires
