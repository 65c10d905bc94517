"""Where within ends and breach and far begin."""

import datetime as dt
from decimal import Decimal

import pytest

from pmoascode.measures import tolerance
from pmoascode.records.amounts import Duration, Percent

BASE = dt.date(2027, 1, 31)


@pytest.mark.parametrize(
    ("days", "limit", "expected"),
    [
        (0, None, "within"),
        (1, None, "far"),
        (-5, None, "within"),
        (14, Duration(14, "day"), "within"),
        (15, Duration(14, "day"), "breach"),
        (28, Duration(14, "day"), "breach"),
        (29, Duration(14, "day"), "far"),
        (28, Duration(1, "month"), "within"),  # 31 January to 28 February
        (29, Duration(1, "month"), "breach"),
        (59, Duration(1, "month"), "breach"),  # 31 March
        (60, Duration(1, "month"), "far"),
    ],
)
def test_time(days: int, limit: Duration | None, expected: str) -> None:
    assert tolerance.of_time(BASE, BASE + dt.timedelta(days=days), limit) == expected


@pytest.mark.parametrize(
    ("variance", "expected"),
    [("-3", "within"), ("5", "within"), ("5.01", "breach"), ("10", "breach"), ("10.01", "far")],
)
def test_cost(variance: str, expected: str) -> None:
    assert tolerance.of_cost(Decimal(variance), Percent.parse("5 %")) == expected
