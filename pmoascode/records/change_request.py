"""Change requests: how what was approved becomes something else, with consent."""

from typing import Annotated, Any, ClassVar, Literal

from msgspec import Meta

from pmoascode.records.fields import (
    ChangeRequestId,
    Date,
    DecisionId,
    IssueId,
    Line,
    PersonId,
    Prose,
    SignedAmount,
    Term,
    says,
)
from pmoascode.records.parts import SignOff
from pmoascode.records.record import Part, Record

_APPROVED = {"x-approved": True}
APPROVED = ("approved", "approved-with-conditions")

Scalar = Annotated[Any, Meta(extra_json_schema={"type": ["string", "number", "boolean", "null"]})]


class ChangeImpact(Part, frozen=True, kw_only=True):
    """What the change does; say `0 days`, 0 or `none` where it does nothing."""

    time: Annotated[
        Term | None, says("Time", "How much later the project ends, as a duration.", "21 days")
    ] = None
    cost: Annotated[
        SignedAmount | None,
        says("Cost", "How much dearer, in money; negative if cheaper.", 45000),
    ] = None
    scope: Annotated[Prose | None, says("Scope", "What is added or left out.", "none")] = None
    quality: Annotated[Prose | None, says("Quality", "What gets better or worse.", "none")] = None
    benefits: Annotated[
        Prose | None,
        says("Benefits", "Which benefits change, and how.", "The first savings come in May."),
    ] = None
    risk: Annotated[
        Prose | None, says("Risk", "Which risks rise or fall.", "Less risk at go-live.")
    ] = None


class Change(Part, frozen=True, kw_only=True):
    """One approved value that is to become another."""

    path: Annotated[
        Line,
        says(
            "Path",
            "The kind of record, then the keys that lead to the value, with dots between.",
            "project.milestones.go-live.baseline",
        ),
    ]
    old: Annotated[
        Scalar, says("Old", "The value before; leave it out where there was none.", "2027-03-12")
    ] = None
    new: Annotated[
        Scalar, says("New", "The value after; leave it out where it is removed.", "2027-04-02")
    ] = None


class ChangeRequest(Record, frozen=True, kw_only=True):
    """One request to change something that was approved."""

    kind: ClassVar[str] = "change-request"

    title: Annotated[Line | None, says("Title", "The change in one line.", "Go-live in April")] = (
        None
    )
    requested_by: Annotated[
        PersonId, says("Requested by", "Who asks for it; somebody else decides.", "tom-berg")
    ]
    requested: Annotated[
        Date | None, says("Requested", "The day of the request.", "2026-11-03")
    ] = None
    reason: Annotated[
        Prose, says("Reason", "Why it is needed.", "The vendor is three weeks late.", **_APPROVED)
    ]
    effect_of_not: Annotated[
        Prose | None,
        says("Effect of not doing it", "What happens without it.", "We open with half the forms."),
    ] = None
    category: Annotated[Line | None, says("Category", "A grouping of your own.", "Schedule")] = None
    urgency: Annotated[
        Literal["low", "medium", "high"] | None,
        says("Urgency", "How soon a decision is needed.", "high"),
    ] = None
    issue: Annotated[
        IssueId | None, says("Issue", "The issue that it comes from.", "second-drop-missing")
    ] = None
    status: Annotated[
        Literal["submitted", "assessing", "decided", "implemented", "withdrawn"],
        says("Status", "How far it has come; the decision itself stands below.", "decided"),
    ] = "submitted"
    impact: Annotated[
        ChangeImpact | None,
        says(
            "Impact",
            "What it does, before it is decided.",
            {"time": "21 days", "cost": 0},
            **_APPROVED,
        ),
    ] = None
    changes: Annotated[
        tuple[Change, ...],
        says(
            "Changes",
            "Each approved value that it moves.",
            [{"path": "project.finish.baseline", "old": "2027-06-30", "new": "2027-07-21"}],
            **_APPROVED,
        ),
    ] = ()
    decision: Annotated[
        SignOff | None,
        says(
            "Decision",
            "Who decided what, in which role, when.",
            {"outcome": "approved", "by": "maria-silva", "as": "sponsor", "date": "2026-11-10"},
        ),
    ] = None
    funded_by: Annotated[
        DecisionId | None,
        says("Funded by", "The decision that pays what the change budget does not.", "extra-funds"),
    ] = None
    implemented: Annotated[
        Date | None, says("Implemented", "The day on which it was done.", "2026-11-12")
    ] = None
    merged_into: Annotated[
        ChangeRequestId | None,
        says("Merged into", "The request that took it in.", "new-plan"),
    ] = None
    transferred_to: Annotated[
        PersonId | None,
        says("Transferred to", "Who keeps it once the project is closed.", "ana-keller"),
    ] = None

    @property
    def is_approved(self) -> bool:
        """Whether it was approved, with conditions or without."""
        return self.decision is not None and self.decision.outcome in APPROVED

    @property
    def is_open(self) -> bool:
        """Whether it still waits for its decision or for being done."""
        if self.status in ("implemented", "withdrawn") or self.implemented or self.merged_into:
            return False
        return self.decision is None or self.decision.outcome != "rejected"
