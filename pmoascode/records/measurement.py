"""Measured values, and the points they are held against."""

from typing import Annotated

from pmoascode.records.fields import Date, Line, Number, PersonId, says
from pmoascode.records.record import Part


class Point(Part, frozen=True, kw_only=True):
    """A value on a day: where it began, or where it is to be."""

    value: Annotated[Number, says("Value", "The value, in the unit of the measure.", 12)]
    date: Annotated[Date | None, says("Date", "The day for which it holds.", "2027-12-31")] = None


class Measurement(Part, frozen=True, kw_only=True):
    """What was measured, when, and how one can tell."""

    date: Annotated[Date, says("Date", "The day of the measurement.", "2027-06-30")]
    value: Annotated[Number, says("Value", "The value, in the unit of the measure.", 9.5)]
    evidence: Annotated[
        Line | None, says("Evidence", "Where the value comes from.", "Claims system, report 14")
    ] = None
    by: Annotated[PersonId | None, says("By", "Who measured.", "ines-roth")] = None
