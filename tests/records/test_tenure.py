"""Tenures: the days that two share, and those that nobody covers."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmoascode.records.tenure import Tenure

DAY = dt.date(2026, 1, 1)
LAST = dt.date(9999, 12, 30)
days = st.integers(0, 40).map(lambda n: DAY + dt.timedelta(days=n))
tenures = st.builds(Tenure, days, st.none() | days)


def tenure(text: str) -> Tenure | None:
    """The tenure in January 2026 that a text such as "3-10", "3-" or "" says."""
    first, _, last = text.partition("-")
    if not first:
        return None
    return Tenure(dt.date(2026, 1, int(first)), dt.date(2026, 1, int(last)) if last else None)


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("3-10", "5-20", "5-10"),
        ("3-10", "10-20", "10-10"),
        ("3-10", "11-20", ""),
        ("3-", "5-", "5-"),
        ("3-", "1-4", "3-4"),
        ("9-3", "1-20", ""),
    ],
)
def test_shared_days(one: str, other: str, shared: str) -> None:
    first, second = tenure(one), tenure(other)
    assert first
    assert second
    assert first.shared(second) == second.shared(first) == tenure(shared)


@pytest.mark.parametrize(
    ("whole", "by", "missing"),
    [
        ("3-10", ["1-20"], ""),
        ("3-10", ["3-5", "6-10"], ""),
        ("3-10", ["7-10", "3-5"], "6-6"),
        ("3-10", [], "3-10"),
        ("3-10", ["5-20"], "3-4"),
        ("3-", ["1-20"], "21-"),
        ("3-", ["1-20", "21-"], ""),
        ("3-10", ["12-"], "3-10"),
    ],
)
def test_first_uncovered_days(whole: str, by: list[str], missing: str) -> None:
    others = [found for text in by if (found := tenure(text))]
    asked = tenure(whole)
    assert asked
    assert asked.uncovered(others) == tenure(missing)


@given(tenures, st.lists(tenures, max_size=4), days)
def test_uncovered_is_the_truth_day_by_day(whole: Tenure, by: list[Tenure], day: dt.date) -> None:
    missing = whole.uncovered(by)
    is_covered = any(day in each for each in by)
    if missing is not None and day in missing:
        assert day in whole
        assert not is_covered
    if missing is None and day in whole:
        assert is_covered


@given(tenures, st.lists(tenures, max_size=4), days)
def test_every_gap_is_the_truth_day_by_day(whole: Tenure, by: list[Tenure], day: dt.date) -> None:
    gaps = list(whole.gaps(by))
    is_missing = day in whole and not any(day in each for each in by)
    assert [day in gap for gap in gaps].count(True) == is_missing
    for one, other in pairwise(gaps):
        assert one.last
        assert one.last + dt.timedelta(days=1) < other.first


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ("3-10", "from 2026-01-03 to 2026-01-10"),
        ("3-3", "on 2026-01-03"),
        ("3-", "from 2026-01-03 on"),
    ],
)
def test_is_said_in_words(days: str, said: str) -> None:
    assert str(tenure(days)) == said


@pytest.mark.parametrize(
    ("by", "missing"),
    [
        ([Tenure(dt.date.min, dt.date.max)], None),
        ([Tenure(DAY, dt.date.max)], None),
        ([Tenure(DAY, DAY), Tenure(dt.date.max)], Tenure(dt.date(2026, 1, 2), LAST)),
    ],
)
def test_the_ends_of_the_calendar_are_no_borders(by: list[Tenure], missing: Tenure | None) -> None:
    assert Tenure(DAY).uncovered(by) == missing
