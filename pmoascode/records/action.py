"""The action list: what somebody has to do by a day."""

from typing import Annotated, ClassVar

from pmoascode.records.fields import Date, Line, PersonId, Prose, says
from pmoascode.records.record import Record


class ActionItem(Record, frozen=True, kw_only=True):
    """One action with one owner and one day."""

    kind: ClassVar[str] = "action"

    do: Annotated[Line, says("Do", "What is to be done.", "Agree the vendor's fix")]
    owner: Annotated[PersonId, says("Owner", "Who does it.", "tom-berg")]
    due: Annotated[Date, says("Due", "The last day, inclusive.", "2026-11-20")]
    done: Annotated[Date | None, says("Done", "The day on which it was done.", "2026-11-18")] = None
    dropped: Annotated[
        Line | None, says("Dropped", "Why it is not done any more.", "The vendor fixed it.")
    ] = None
    source: Annotated[
        Line | None,
        says("Source", "The record that it comes from, by its name.", "risk/apollo/vendor-late"),
    ] = None
    note: Annotated[
        Prose | None, says("Note", "How it goes.", "Waits for an answer since Monday.")
    ] = None
    transferred_to: Annotated[
        PersonId | None,
        says("Transferred to", "Who keeps it once the project is closed.", "ana-keller"),
    ] = None

    @property
    def is_open(self) -> bool:
        """Whether it is neither done nor dropped."""
        return self.done is None and self.dropped is None
