"""Periods are what their names say, to the day."""

import datetime as dt

import pytest

from pmoascode.records.period import Period


@pytest.mark.parametrize(
    ("name", "first", "last", "days"),
    [
        ("2026-10", "2026-10-01", "2026-10-31", 31),
        ("2026-12", "2026-12-01", "2026-12-31", 31),
        ("2028-02", "2028-02-01", "2028-02-29", 29),
        ("2100-02", "2100-02-01", "2100-02-28", 28),
        ("2026-w45", "2026-11-02", "2026-11-08", 7),
        ("2026-w01", "2025-12-29", "2026-01-04", 7),
        ("2026-w53", "2026-12-28", "2027-01-03", 7),
        ("2020-w53", "2020-12-28", "2021-01-03", 7),
        ("2026-q1", "2026-01-01", "2026-03-31", 90),
        ("2026-q3", "2026-07-01", "2026-09-30", 92),
        ("2026", "2026-01-01", "2026-12-31", 365),
    ],
)
def test_days_of_a_period(name: str, first: str, last: str, days: int) -> None:
    period = Period.parse(name)
    found = (period.first.isoformat(), period.last.isoformat(), period.days, period.id)
    assert found == (first, last, days, name)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("2025-w53", "2025 has no ISO week 53"),
        ("2027-w53", "2027 has no ISO week 53"),
        ("2026-w00", "2026 has no ISO week 0"),
        ("2026-w54", "2026 has no ISO week 54"),
        ("2026-13", "no month 13"),
        ("2026-00", "no month 0"),
        ("2026-q5", "such as 2026-10"),
        ("2026-q0", "such as 2026-10"),
        ("2026-W45", "such as 2026-10"),
        ("2026-w5", "such as 2026-10"),
        ("2026-1", "such as 2026-10"),
        ("2026-10-01", "such as 2026-10"),
        ("0026", "such as 2026-10"),
        ("２０２６", "such as 2026-10"),
        ("2026-10\n", "such as 2026-10"),
        ("october", "such as 2026-10"),
        ("", "such as 2026-10"),
    ],
)
def test_what_is_no_period(name: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        Period.parse(name)


@pytest.mark.parametrize(
    ("day", "inside"),
    [("2026-11-01", False), ("2026-11-02", True), ("2026-11-08", True), ("2026-11-09", False)],
)
def test_first_and_last_day_belong_to_it(day: str, inside: bool) -> None:
    assert (dt.date.fromisoformat(day) in Period.parse("2026-w45")) is inside


@pytest.mark.parametrize(
    ("one", "other", "follows", "overlaps"),
    [
        ("2026-11", "2026-10", True, False),
        ("2027-01", "2026-12", True, False),
        ("2026-10", "2026-11", False, False),
        ("2026-12", "2026-10", False, False),
        ("2026-w45", "2026-11", False, True),
        ("2026-q4", "2026-q3", True, False),
        ("2026", "2026-06", False, True),
    ],
)
def test_one_period_beside_another(one: str, other: str, follows: bool, overlaps: bool) -> None:
    first, second = Period.parse(one), Period.parse(other)
    assert (first.follows(second), first.overlaps(second)) == (follows, overlaps)
    assert second.overlaps(first) is overlaps
