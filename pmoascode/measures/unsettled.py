"""Unsettled: whether a risk, an issue or an exception was open on a day, such as a report's own."""

import datetime as dt

from pmoascode.records.exception import ExceptionReport
from pmoascode.records.issue import Issue
from pmoascode.records.risk import Closure, Risk

Entry = Risk | Issue | ExceptionReport


def was_open(entry: Entry, day: dt.date) -> bool:
    """Whether the entry was open at the end of the day.

    One that does not say when it was raised was there from the start; one that is closed and does
    not say when counts as closed already.
    """
    if entry.raised and entry.raised > day:
        return False
    if entry.is_open:
        return True
    ended = entry.closed.date if isinstance(entry.closed, Closure) else entry.closed
    return ended is not None and ended > day


def was_left_undone(due: dt.date, done: dt.date | None, day: dt.date) -> bool:
    """Whether something due before the day was not done by its end."""
    return due < day and (done is None or done > day)
