"""The improvement: what the office means to do better, and where the idea came from."""

from typing import Annotated, ClassVar, Literal

from pmoascode.records.fields import Date, Line, PersonId, Prose, says
from pmoascode.records.record import Record


class Improvement(Record, frozen=True, kw_only=True):
    """One change to the way the office works."""

    kind: ClassVar[str] = "improvement"

    title: Annotated[Line, says("Title", "What gets better.", "Earlier word of vendor delays")]
    source: Annotated[
        Literal["lesson", "finding", "review", "idea"],
        says("Source", "Where it came from.", "lesson"),
    ]
    source_reference: Annotated[
        Line | None,
        says(
            "Source reference",
            "The record that it came from, by kind and id.",
            "lesson/apollo/vendor-late",
            pattern="^[a-z][a-z-]*(/[a-z0-9][a-z0-9-]*){1,2}$",
        ),
    ] = None
    recommendation: Annotated[
        Prose | None,
        says("Recommendation", "What to do.", "Ask vendors for a forecast every month."),
    ] = None
    owner: Annotated[PersonId | None, says("Owner", "Who sees to it.", "ana-keller")] = None
    status: Annotated[
        Literal["proposed", "accepted", "done", "rejected"],
        says("Status", "How far it has come.", "accepted"),
    ] = "proposed"
    raised: Annotated[
        Date | None, says("Raised", "The day on which it was raised.", "2026-10-05")
    ] = None
    due: Annotated[Date | None, says("Due", "The last day, inclusive.", "2027-01-31")] = None

    @property
    def is_open(self) -> bool:
        """Whether something remains to be done."""
        return self.status in ("proposed", "accepted")
