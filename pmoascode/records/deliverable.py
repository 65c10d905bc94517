"""Deliverables: what the project hands over, and who has accepted it."""

from typing import Annotated, ClassVar

from pmoascode.records.change_request import APPROVED
from pmoascode.records.fields import Line, MilestoneId, PersonId, Prose, RequirementId, says
from pmoascode.records.parts import Forecast, SignOff
from pmoascode.records.record import Record

_APPROVED = {"x-approved": True}


class Deliverable(Record, frozen=True, kw_only=True):
    """One thing that is handed over."""

    kind: ClassVar[str] = "deliverable"

    title: Annotated[Line, says("Title", "What it is.", "Online claims form")]
    description: Annotated[
        Prose | None,
        says("Description", "What belongs to it.", "Form, help, photo upload.", **_APPROVED),
    ] = None
    owner: Annotated[
        PersonId | None, says("Owner", "Who makes sure that it comes.", "tom-berg")
    ] = None
    receiver: Annotated[PersonId | None, says("Receiver", "Who takes it over.", "paul-weber")] = (
        None
    )
    requirements: Annotated[
        tuple[RequirementId, ...],
        says("Requirements", "What it meets.", ["claim-by-phone"]),
    ] = ()
    milestone: Annotated[
        MilestoneId | None, says("Milestone", "The milestone that it belongs to.", "go-live")
    ] = None
    due: Annotated[
        Forecast | None,
        says("Due", "The day of its handover.", {"baseline": "2027-02-26"}),
    ] = None
    quality: Annotated[
        Prose | None,
        says("Quality", "What makes it good enough.", "No severe defect.", **_APPROVED),
    ] = None
    accepted: Annotated[
        SignOff | None,
        says(
            "Accepted",
            "Who accepted it, in which role, when.",
            {"outcome": "approved", "by": "paul-weber", "as": "senior-user", "date": "2027-03-01"},
        ),
    ] = None
    acceptance_plan: Annotated[
        Prose | None,
        says("Acceptance plan", "How the conditions are met.", "Two defects fixed by April."),
    ] = None
    dropped: Annotated[
        Line | None, says("Dropped", "Why it is not delivered.", "Left out by change request")
    ] = None

    @property
    def is_accepted(self) -> bool:
        """Whether it was accepted, with conditions or without."""
        return self.accepted is not None and self.accepted.outcome in APPROVED
