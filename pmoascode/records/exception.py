"""Exception reports: a forecast leaves its tolerance, and the level above must decide."""

from typing import Annotated, ClassVar, Literal

from pmoascode.records.fields import (
    ChangeRequestId,
    Date,
    Id,
    Line,
    OptionId,
    PersonId,
    Prose,
    ScopeId,
    says,
)
from pmoascode.records.option import Option
from pmoascode.records.parts import SignOff
from pmoascode.records.record import Record

_APPROVED = {"x-approved": True}


class ExceptionReport(Record, frozen=True, kw_only=True):
    """One breach of tolerance, expected or there, with the ways out."""

    kind: ClassVar[str] = "exception"

    title: Annotated[Line, says("Title", "The breach in one line.", "Go-live three weeks late")]
    dimension: Annotated[
        Literal["time", "cost", "scope", "quality", "benefits", "risk"],
        says("Dimension", "Which tolerance is left.", "time", **_APPROVED),
    ]
    raised: Annotated[Date, says("Raised", "The day of the report.", "2026-11-03")]
    raised_by: Annotated[PersonId | None, says("Raised by", "Who reports it.", "tom-berg")] = None
    cause: Annotated[
        Prose | None, says("Cause", "Why it happens.", "The vendor lost two developers.")
    ] = None
    consequences: Annotated[
        Prose | None,
        says("Consequences", "For the project and for the organisation.", "Summer peak by phone."),
    ] = None
    options: Annotated[
        dict[Id, Option],
        says(
            "Options",
            "Id to option, each with its effect.",
            {"wait": {"title": "Wait"}},
            **_APPROVED,
        ),
    ] = {}
    recommendation: Annotated[
        Prose | None,
        says("Recommendation", "Which option, and why.", "Wait: it costs least.", **_APPROVED),
    ] = None
    lessons: Annotated[
        Prose | None, says("Lessons", "What others should know.", "Ask for names of the team.")
    ] = None
    escalated_to: Annotated[
        ScopeId | None,
        says("Escalated to", "The programme, portfolio or unit that decides.", "front-door"),
    ] = None
    decision: Annotated[
        SignOff | None,
        says(
            "Decision",
            "Who decided what, in which role, when.",
            {"outcome": "approved", "by": "maria-silva", "as": "sponsor", "date": "2026-11-10"},
        ),
    ] = None
    chosen: Annotated[
        OptionId | None, says("Chosen", "The option that was chosen.", "wait", **_APPROVED)
    ] = None
    change_request: Annotated[
        ChangeRequestId | None,
        says("Change request", "The change that carries it out.", "go-live-april"),
    ] = None
    closed: Annotated[
        Date | None, says("Closed", "The day from which it is settled.", "2026-11-12")
    ] = None
    transferred_to: Annotated[
        PersonId | None,
        says("Transferred to", "Who keeps it once the project is closed.", "ana-keller"),
    ] = None

    @property
    def is_open(self) -> bool:
        """Whether it is not settled yet."""
        return self.closed is None
