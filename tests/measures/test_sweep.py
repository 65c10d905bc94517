"""Sweeps: the sum on each day, and in each period, against a count day by day."""

import datetime as dt
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmoascode.measures.sweep import Amount, fills, steps
from pmoascode.records.period import Period
from pmoascode.records.tenure import Tenure

DAY = dt.date(2026, 11, 1)
days = st.integers(0, 100).map(lambda n: DAY + dt.timedelta(days=n))
amounts = st.tuples(
    st.builds(Tenure, days, st.none() | days), st.sampled_from((0, 5, 10, 80)).map(Decimal)
)
MONTHS = tuple(Period.parse(id) for id in ("2026-11", "2026-12", "2027-01"))
WEEKS = tuple(Period.parse(f"2026-w{n}") for n in range(45, 54))


def counted(parts: list[Amount], day: dt.date) -> Decimal:
    return sum((amount for tenure, amount in parts if day in tenure), Decimal(0))


@given(st.lists(amounts, max_size=6), days)
def test_a_day_is_as_counted(parts: list[Amount], day: dt.date) -> None:
    here = [step.total for step in steps(parts) if day in step.tenure]
    total = counted(parts, day)
    assert here == ([total] if total else [])


@given(st.lists(amounts, max_size=6))
def test_steps_follow_each_other_and_differ(parts: list[Amount]) -> None:
    found = steps(parts)
    for one, other in pairwise(found):
        assert one.tenure.last
        assert one.tenure.last < other.tenure.first
        is_next = one.tenure.last + dt.timedelta(days=1) == other.tenure.first
        assert not is_next or one.total != other.total


@given(st.lists(amounts, max_size=6), st.sampled_from((MONTHS, WEEKS)))
def test_a_period_is_as_counted(parts: list[Amount], periods: tuple[Period, ...]) -> None:
    for period, fill in zip(periods, fills(steps(parts), periods), strict=True):
        each = [counted(parts, period.first + dt.timedelta(days=n)) for n in range(period.days)]
        assert fill.peak == max(each)
        assert fill.mean == sum(each, Decimal(0)) / period.days


@pytest.mark.parametrize(
    ("last", "expected"), [(None, None), (dt.date.max, None), (dt.date(2026, 11, 5), 5)]
)
def test_what_has_no_end_stays(last: dt.date | None, expected: int | None) -> None:
    (step,) = steps([(Tenure(DAY, last), Decimal(10))])
    assert (step.tenure.last.day if step.tenure.last else None) == expected


def test_one_border_between_many_parts_makes_one_step() -> None:
    joined = [(Tenure(DAY, DAY), Decimal(10)), (Tenure(dt.date(2026, 11, 2)), Decimal(10))]
    assert [(s.tenure, s.total) for s in steps(joined)] == [(Tenure(DAY), Decimal(10))]
