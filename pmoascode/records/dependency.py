"""Dependencies: what the project needs from elsewhere, kept by the one that needs it."""

from typing import Annotated, ClassVar, Literal

from pmoascode.records.fields import (
    Date,
    IssueId,
    Line,
    MilestoneId,
    PersonId,
    ProjectId,
    Prose,
    RiskId,
    Scale5,
    Term,
    says,
)
from pmoascode.records.record import Part, Record


class Giver(Part, frozen=True, kw_only=True):
    """Who gives: a milestone of a project, or somebody outside."""

    project: Annotated[ProjectId | None, says("Project", "The project that gives.", "hermes")] = (
        None
    )
    milestone: Annotated[
        MilestoneId | None, says("Milestone", "The milestone of that project.", "api-live")
    ] = None
    external: Annotated[
        Line | None, says("External", "The organisation, where it is no project.", "Registry")
    ] = None
    contact: Annotated[
        Line | None, says("Contact", "The role to turn to there.", "Head of interfaces")
    ] = None


class Confirmation(Part, frozen=True, kw_only=True):
    """One side's word that it agrees."""

    by: Annotated[PersonId, says("By", "Who confirmed.", "ines-roth")]
    date: Annotated[Date, says("Date", "The day of the word.", "2026-10-05")]


class Confirmed(Part, frozen=True, kw_only=True):
    """What both sides have confirmed."""

    giver: Annotated[
        Confirmation | None,
        says("Giver", "The side that gives.", {"by": "ines-roth", "date": "2026-10-05"}),
    ] = None
    receiver: Annotated[
        Confirmation | None,
        says("Receiver", "The side that needs it.", {"by": "tom-berg", "date": "2026-10-05"}),
    ] = None


class Dependency(Record, frozen=True, kw_only=True):
    """One thing that this project needs from another project or from outside."""

    kind: ClassVar[str] = "dependency"

    title: Annotated[Line, says("Title", "What is needed, in one line.", "Address interface")]
    giver: Annotated[
        Giver, says("Giver", "Who gives it.", {"project": "hermes", "milestone": "api-live"})
    ]
    receiver_milestone: Annotated[
        MilestoneId | None,
        says("Receiver's milestone", "The milestone of this project that needs it.", "go-live"),
    ] = None
    description: Annotated[
        Prose | None, says("Description", "What exactly is needed.", "Search by post code.")
    ] = None
    need_by: Annotated[
        Date | None, says("Need by", "The last day on which it is of use.", "2027-01-29")
    ] = None
    agreed: Annotated[
        Date | None, says("Agreed", "The day that both sides agreed.", "2027-01-15")
    ] = None
    forecast: Annotated[
        Date | None,
        says("Forecast", "The day expected now, where the giver has no milestone.", "2027-01-20"),
    ] = None
    lag: Annotated[
        Term | None,
        says("Lag", "Time between the delivery and its use, as a duration.", "5 days"),
    ] = None
    status: Annotated[
        Literal["identified", "proposed", "agreed", "at-risk", "delivered", "withdrawn"],
        says("Status", "How far it has come.", "agreed"),
    ] = "identified"
    confirmed: Annotated[
        Confirmed | None,
        says(
            "Confirmed", "Each side's word.", {"giver": {"by": "ines-roth", "date": "2026-10-05"}}
        ),
    ] = None
    owner: Annotated[
        PersonId | None, says("Owner", "Who watches it in this project.", "tom-berg")
    ] = None
    review: Annotated[Date | None, says("Review", "The day of the next review.", "2026-12-01")] = (
        None
    )
    fallback: Annotated[
        Prose | None, says("Fallback", "What is done without it.", "Addresses typed by hand.")
    ] = None
    probability: Annotated[
        Scale5 | None, says("Probability", "How likely it fails, 1 to 5.", 3)
    ] = None
    impact: Annotated[Scale5 | None, says("Impact", "How bad it would be, 1 to 5.", 4)] = None
    risk: Annotated[
        RiskId | None, says("Risk", "The risk of this project that covers it.", "address-late")
    ] = None
    issue: Annotated[
        IssueId | None, says("Issue", "The issue of this project that covers it.", "no-address")
    ] = None
    delivered: Annotated[
        Date | None, says("Delivered", "The day on which it came.", "2027-01-18")
    ] = None
    transferred_to: Annotated[
        PersonId | None,
        says("Transferred to", "Who keeps it once the project is closed.", "ana-keller"),
    ] = None

    @property
    def is_open(self) -> bool:
        """Whether it is neither delivered nor withdrawn."""
        return self.status not in ("delivered", "withdrawn")
