"""Tolerance: whether a forecast stays within what was agreed, breaches it, or leaves it far behind.

Within: up to and including the tolerance. Far: more than twice the tolerance (PRINCE2 (2017),
Progress theme, knows within and breached; the second step tells amber from red).
"""

import datetime as dt
from decimal import Decimal
from typing import Literal

from pmoascode.records.amounts import Duration, Percent

Standing = Literal["within", "breach", "far"]

NO_DURATION = Duration(0, "day")
NO_SHARE = Percent(Decimal(0))


def of_time(baseline: dt.date, expected: dt.date, tolerance: Duration | None) -> Standing:
    """The standing of a date against its baseline; months count as in the calendar.

    Without a tolerance a date may not be late at all.
    """
    limit = tolerance or NO_DURATION
    if expected <= limit.after(baseline):
        return "within"
    twice = Duration(limit.number * 2, limit.unit)
    return "breach" if expected <= twice.after(baseline) else "far"


def of_cost(variance: Decimal, tolerance: Percent | None) -> Standing:
    """The standing of a variance in percent of the baseline; above 0 is dearer."""
    limit = (tolerance or NO_SHARE).number
    if variance <= limit:
        return "within"
    return "breach" if variance <= 2 * limit else "far"
