"""One line of a register: its state, age and lateness."""

import datetime as dt
from dataclasses import dataclass

from pmoascode.office import Work
from pmoascode.records.record import Record


@dataclass(frozen=True, slots=True)
class Entry:
    """One record of a register."""

    record: Record
    work: Work | None  # None for what the office keeps for itself
    title: str
    is_open: bool
    state: str  # in words
    owner: str  # id of a person; empty where nobody has it
    since: dt.date | None  # the day on which it came up
    due: dt.date | None  # the last day for what comes next, inclusive
    ended: dt.date | None
    weight: str = ""  # severity, priority, score: what tells the grave from the light
    heaviness: int = 0  # for sorting; more is graver
    note: str = ""  # what else its readers want to know

    def days_open(self, today: dt.date) -> int | None:
        """Days from when it came up to its end, or to today; None where a day is missing."""
        end = today if self.is_open else self.ended
        return (end - self.since).days if self.since and end and self.since <= end else None

    def days_late(self, today: dt.date) -> int | None:
        """Days since the last day of what is open; None where it is not past."""
        if not self.is_open or self.due is None or self.due >= today:
            return None
        return (today - self.due).days
