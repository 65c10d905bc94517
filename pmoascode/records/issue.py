"""The issue register: what has happened and needs a decision or a fix."""

from typing import Annotated, ClassVar, Literal

from msgspec import field

from pmoascode.records.fields import (
    ChangeRequestId,
    Date,
    ExceptionId,
    Line,
    PersonId,
    Prose,
    RiskId,
    ScopeId,
    says,
)
from pmoascode.records.parts import Action
from pmoascode.records.record import Record


class Issue(Record, frozen=True, kw_only=True):
    """One thing that has happened and was not planned."""

    kind: ClassVar[str] = "issue"

    title: Annotated[Line, says("Title", "The issue in one line.", "Test data is missing")]
    type_: Annotated[
        Literal[
            "problem",
            "request-for-change",
            "off-specification",
            "opportunity",
            "external",
            "conflict",
        ],
        says("Type", "What sort of issue it is.", "problem"),
    ] = field(name="type", default="problem")
    description: Annotated[
        Prose | None, says("Description", "What happened.", "The vendor's set has no addresses.")
    ] = None
    severity: Annotated[
        Literal["low", "medium", "high", "critical"] | None,
        says("Severity", "How high the decision has to be taken.", "high"),
    ] = None
    priority: Annotated[
        Literal["low", "medium", "high", "urgent"] | None,
        says("Priority", "In which order issues are worked on.", "high"),
    ] = None
    impact: Annotated[
        Prose | None,
        says("Impact", "What it does to time, cost, scope or benefit.", "Tests start a week late."),
    ] = None
    owner: Annotated[
        PersonId | None, says("Owner", "The one person who sees it resolved.", "tom-berg")
    ] = None
    raised: Annotated[
        Date | None, says("Raised", "The day on which it was reported.", "2026-10-21")
    ] = None
    raised_by: Annotated[PersonId | None, says("Raised by", "Who reported it.", "lena-novak")] = (
        None
    )
    due: Annotated[
        Date | None, says("Due", "The last day for its resolution, inclusive.", "2026-11-13")
    ] = None
    actions: Annotated[
        tuple[Action, ...],
        says("Actions", "What is done about it, by whom, by when.", [{"do": "Ask for a new set"}]),
    ] = ()
    escalated_to: Annotated[
        ScopeId | None,
        says("Escalated to", "The programme, portfolio or unit that now decides.", "front-door"),
    ] = None
    risk: Annotated[RiskId | None, says("Risk", "The risk that came true.", "vendor-late")] = None
    change_request: Annotated[
        ChangeRequestId | None,
        says("Change request", "The change that it asks for.", "go-live-april"),
    ] = None
    exception: Annotated[
        ExceptionId | None,
        says("Exception", "The exception report that it led to.", "go-live-late"),
    ] = None
    status: Annotated[
        Literal["open", "closed"],
        says("Status", "`closed` needs a resolution and a day.", "open"),
    ] = "open"
    resolution: Annotated[
        Prose | None, says("Resolution", "How it was resolved.", "A full set came on 9 November.")
    ] = None
    closed: Annotated[
        Date | None, says("Closed", "The day on which it was closed.", "2026-11-10")
    ] = None
    verified_by: Annotated[
        PersonId | None,
        says("Verified by", "Who made sure that it is resolved; not the owner.", "lena-novak"),
    ] = None
    transferred_to: Annotated[
        PersonId | None,
        says("Transferred to", "Who keeps it once the project is closed.", "ana-keller"),
    ] = None

    @property
    def is_open(self) -> bool:
        """Whether it still waits for its resolution."""
        return self.status == "open"
