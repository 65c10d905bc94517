"""The decision log: what was decided, by whom, why, and what it replaced."""

from typing import Annotated, ClassVar, Literal

from pmoascode.records.fields import (
    ChangeRequestId,
    Date,
    DecisionId,
    Id,
    IssueId,
    Line,
    OptionId,
    PersonId,
    Prose,
    RiskId,
    says,
)
from pmoascode.records.option import Option
from pmoascode.records.parts import Reference, SignOff
from pmoascode.records.record import Record

_APPROVED = {"x-approved": True}


class Decision(Record, frozen=True, kw_only=True):
    """One decision; once made it is not edited but superseded."""

    kind: ClassVar[str] = "decision"

    title: Annotated[
        Line, says("Title", "The decision in one line.", "Buy, do not build", **_APPROVED)
    ]
    category: Annotated[
        Literal[
            "continue",
            "stop",
            "hold",
            "close",
            "scope",
            "schedule",
            "cost",
            "contingency",
            "quality",
            "benefits",
            "risk",
            "people",
            "technical",
            "other",
        ],
        says("Category", "What it is about.", "technical"),
    ] = "other"
    description: Annotated[
        Prose | None,
        says("Description", "The question in full.", "Whether to buy the portal.", **_APPROVED),
    ] = None
    raised_by: Annotated[PersonId | None, says("Raised by", "Who asked for it.", "lena-novak")] = (
        None
    )
    options: Annotated[
        dict[Id, Option],
        says("Options", "Id to option, two or more.", {"buy": {"title": "Buy"}}, **_APPROVED),
    ] = {}
    chosen: Annotated[
        OptionId | None, says("Chosen", "The option that was chosen.", "buy", **_APPROVED)
    ] = None
    rationale: Annotated[
        Prose | None,
        says("Rationale", "Why this one.", "Half the cost, a year sooner.", **_APPROVED),
    ] = None
    owner: Annotated[PersonId | None, says("Owner", "Who carries it out.", "tom-berg")] = None
    due: Annotated[
        Date | None, says("Due", "The last day for deciding, while it is open.", "2026-04-30")
    ] = None
    decided: Annotated[
        SignOff | None,
        says(
            "Decided",
            "Who decided, in which role, when.",
            {"outcome": "approved", "by": "maria-silva", "as": "sponsor", "date": "2026-04-14"},
        ),
    ] = None
    effective: Annotated[
        Date | None, says("Effective", "The day from which it holds.", "2026-05-01")
    ] = None
    meeting: Annotated[
        Line | None,
        says("Meeting", "The forum and the day, with a slash.", "change-board/2026-04-14"),
    ] = None
    communicated_to: Annotated[
        tuple[Line, ...], says("Communicated to", "Who was told.", ["Claims staff"])
    ] = ()
    supersedes: Annotated[
        DecisionId | None, says("Supersedes", "The decision that it replaces.", "build")
    ] = None
    superseded_by: Annotated[
        DecisionId | None, says("Superseded by", "The decision that replaced it.", "buy-later")
    ] = None
    risk: Annotated[RiskId | None, says("Risk", "The risk it answers.", "vendor-late")] = None
    issue: Annotated[
        IssueId | None, says("Issue", "The issue it answers.", "second-drop-missing")
    ] = None
    change_request: Annotated[
        ChangeRequestId | None,
        says("Change request", "The change it allows.", "go-live-april"),
    ] = None
    evidence: Annotated[
        tuple[Reference, ...],
        says("Evidence", "What it rests on.", [{"title": "Offer", "url": "https://example.org"}]),
    ] = ()

    @property
    def is_open(self) -> bool:
        """Whether nobody has decided yet, or the decision was put off."""
        return self.decided is None or self.decided.outcome == "deferred"

    @property
    def stands(self) -> bool:
        """Whether it was taken and not replaced since."""
        return not self.is_open and self.superseded_by is None
