"""Days counted on and back, as far as the calendar goes: 0001-01-01 to 9999-12-31."""

import datetime as dt


def later(day: dt.date, days: int) -> dt.date:
    """The day so many days later, earlier where below 0; the calendar's first or last at most."""
    ordinal = day.toordinal() + days
    return dt.date.fromordinal(min(max(ordinal, 1), dt.date.max.toordinal()))


def day_after(day: dt.date) -> dt.date:
    """The next day; the calendar's last has none and stays."""
    return later(day, 1)


def day_before(day: dt.date) -> dt.date:
    """The day before; the calendar's first has none and stays."""
    return later(day, -1)
