"""An option that a decision can choose."""

from typing import Annotated

from pmoascode.records.fields import Line, Prose, SignedAmount, says
from pmoascode.records.record import Part


class Option(Part, frozen=True, kw_only=True):
    """One way to go, and what would follow."""

    title: Annotated[Line, says("Title", "The option in one line.", "Move go-live to April")]
    effect: Annotated[
        Prose | None,
        says("Effect", "What it does to case, risks and tolerances.", "Three weeks, no cost."),
    ] = None
    cost: Annotated[
        SignedAmount | None, says("Cost", "What it costs, in money; negative if it saves.", 45000)
    ] = None
