"""The risk register: what may happen, how likely, how bad, and what is done about it."""

from typing import Annotated, ClassVar, Literal

from msgspec import field

from pmoascode.records.fields import (
    Amount,
    Date,
    IssueId,
    Line,
    PersonId,
    Prose,
    Scale5,
    ScopeId,
    says,
)
from pmoascode.records.parts import Action, SignOff
from pmoascode.records.record import Part, Record


class Residual(Part, frozen=True, kw_only=True):
    """What remains of the risk once the response has worked."""

    probability: Annotated[Scale5, says("Probability", "How likely it still is, 1 to 5.", 2)]
    impact: Annotated[Scale5, says("Impact", "How bad it would still be, 1 to 5.", 3)]

    @property
    def score(self) -> int:
        """Probability times impact, 1 to 25."""
        return self.probability * self.impact


class Closure(Part, frozen=True, kw_only=True):
    """Why and how the risk left the register."""

    date: Annotated[Date, says("Date", "The day on which it was closed.", "2027-02-01")]
    reason: Annotated[Prose, says("Reason", "Why it was closed.", "The second drop is accepted.")]
    outcome: Annotated[
        Literal["expired", "materialised", "avoided", "merged"] | None,
        says("Outcome", "`materialised` needs the issue that it became.", "avoided"),
    ] = None
    issue: Annotated[
        IssueId | None, says("Issue", "The issue that it became.", "second-drop-missing")
    ] = None


class Risk(Record, frozen=True, kw_only=True):
    """One uncertain event, a threat or an opportunity, with one owner."""

    kind: ClassVar[str] = "risk"

    title: Annotated[Line, says("Title", "The risk in one line.", "Vendor misses second drop")]
    type_: Annotated[
        Literal["threat", "opportunity"],
        says("Type", "Whether it would harm or help.", "threat"),
    ] = field(name="type", default="threat")
    cause: Annotated[
        Prose | None, says("Cause", "What is true today.", "The vendor has lost two developers.")
    ] = None
    event: Annotated[
        Prose | None, says("Event", "What may happen.", "The second drop comes after March.")
    ] = None
    effect: Annotated[
        Prose | None, says("Effect", "What would follow.", "Go-live moves into summer.")
    ] = None
    category: Annotated[Line | None, says("Category", "A grouping of your own.", "Supplier")] = None
    owner: Annotated[
        PersonId | None, says("Owner", "The one person who watches it.", "tom-berg")
    ] = None
    raised: Annotated[
        Date | None, says("Raised", "The day on which it was first named.", "2026-09-14")
    ] = None
    raised_by: Annotated[
        PersonId | None, says("Raised by", "Who named it first.", "lena-novak")
    ] = None
    probability: Annotated[
        Scale5 | None, says("Probability", "How likely, 1 (rare) to 5 (almost certain).", 4)
    ] = None
    impact: Annotated[
        Scale5 | None, says("Impact", "How large the effect, 1 (slight) to 5 (severe).", 4)
    ] = None
    cost: Annotated[
        Amount | None,
        says("Cost", "What it would cost, or bring, if it happens, in money.", 60000),
    ] = None
    proximity: Annotated[
        Literal["imminent", "this-stage", "this-project", "later"] | None,
        says("Proximity", "How soon it may happen.", "this-stage"),
    ] = None
    response: Annotated[
        Literal["avoid", "reduce", "transfer", "share", "accept", "prepare", "exploit", "enhance"]
        | None,
        says(
            "Response",
            "For threats: avoid, reduce, transfer, share, accept, prepare;"
            " for opportunities: exploit, enhance, share, accept.",
            "reduce",
        ),
    ] = None
    actions: Annotated[
        tuple[Action, ...],
        says("Actions", "What is done about it, by whom, by when.", [{"do": "Agree a fix"}]),
    ] = ()
    fallback: Annotated[
        Prose | None,
        says("Fallback", "What is done if it happens all the same.", "Open with phone claims."),
    ] = None
    residual: Annotated[
        Residual | None,
        says("Residual", "What the response leaves.", {"probability": 2, "impact": 3}),
    ] = None
    status: Annotated[
        Literal["open", "closed"], says("Status", "`closed` needs the closure.", "open")
    ] = "open"
    review: Annotated[Date | None, says("Review", "The day of the next review.", "2026-12-01")] = (
        None
    )
    reviewed: Annotated[
        Date | None, says("Reviewed", "The day of the last review.", "2026-11-02")
    ] = None
    acceptance: Annotated[
        SignOff | None,
        says(
            "Acceptance",
            "Who bears the risk as it is; needed where it lies above the appetite.",
            {"outcome": "approved", "by": "maria-silva", "as": "sponsor", "date": "2026-11-10"},
        ),
    ] = None
    escalated_to: Annotated[
        ScopeId | None,
        says("Escalated to", "The programme, portfolio or unit that now decides.", "front-door"),
    ] = None
    transferred_to: Annotated[
        PersonId | None,
        says("Transferred to", "Who keeps it once the project is closed.", "ana-keller"),
    ] = None
    closed: Annotated[
        Closure | None,
        says(
            "Closed", "When and why it was closed.", {"date": "2027-02-01", "reason": "Accepted."}
        ),
    ] = None

    @property
    def is_open(self) -> bool:
        """Whether it still stands in the register as open."""
        return self.status == "open"

    @property
    def score(self) -> int | None:
        """Probability times impact, 1 to 25; nothing where either is missing."""
        if self.probability is None or self.impact is None:
            return None
        return self.probability * self.impact
