"""Assumptions: what the plan takes for true until somebody tests it."""

from typing import Annotated, ClassVar, Literal

from pmoascode.records.fields import Date, Line, PersonId, Prose, RiskId, says
from pmoascode.records.record import Record


class Assumption(Record, frozen=True, kw_only=True):
    """One thing taken for true; refuted, it becomes a risk or an issue."""

    kind: ClassVar[str] = "assumption"

    text: Annotated[Line, says("Text", "What is taken for true.", "The tariff law stays")]
    owner: Annotated[PersonId | None, says("Owner", "Who tests it.", "lena-novak")] = None
    test_by: Annotated[
        Date | None, says("Test by", "The last day for the test, inclusive.", "2026-12-15")
    ] = None
    status: Annotated[
        Literal["open", "confirmed", "refuted"],
        says("Status", "What the test has shown.", "open"),
    ] = "open"
    tested: Annotated[
        Date | None, says("Tested", "The day on which it was settled.", "2026-12-10")
    ] = None
    finding: Annotated[
        Prose | None, says("Finding", "How it was settled.", "Parliament voted on 9 December.")
    ] = None
    risk: Annotated[RiskId | None, says("Risk", "The risk that it became.", "law-changes")] = None

    @property
    def is_open(self) -> bool:
        """Whether it has not been settled yet."""
        return self.status == "open"
