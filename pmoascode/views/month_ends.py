"""The ends of months that a look back over time stops at."""

import datetime as dt

from pmoascode.records.amounts import Duration
from pmoascode.records.days import day_before


def month_ends(today: dt.date, number: int, step: int = 1) -> tuple[dt.date, ...]:
    """So many ends of months before today's, `step` months apart, oldest first; then today."""
    first = today.replace(day=1)
    back = (Duration(n * step - 1, "month").before(first) for n in range(number, 0, -1))
    return (*(day_before(day) for day in back), today)
