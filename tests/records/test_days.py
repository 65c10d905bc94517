"""Days counted on and back stop at the ends of the calendar."""

import datetime as dt

import pytest

from pmoascode.records.days import day_after, day_before, later

FIRST, LAST = dt.date(1, 1, 1), dt.date(9999, 12, 31)


@pytest.mark.parametrize(
    ("day", "days", "found"),
    [
        (dt.date(2026, 2, 28), 1, dt.date(2026, 3, 1)),
        (dt.date(2026, 3, 1), -1, dt.date(2026, 2, 28)),
        (dt.date(2026, 3, 1), 0, dt.date(2026, 3, 1)),
        (dt.date(9999, 12, 30), 1, LAST),
        (dt.date(9999, 12, 30), 2, LAST),
        (dt.date(1, 1, 2), -1, FIRST),
        (dt.date(1, 1, 2), -2, FIRST),
    ],
)
def test_later(day: dt.date, days: int, found: dt.date) -> None:
    assert later(day, days) == found


def test_neighbours() -> None:
    assert day_after(dt.date(2026, 12, 31)) == dt.date(2027, 1, 1)
    assert day_before(dt.date(2027, 1, 1)) == dt.date(2026, 12, 31)
    assert (day_before(FIRST), day_after(LAST)) == (FIRST, LAST)
