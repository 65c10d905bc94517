"""Workload: the sum of assignments from border to border, to the day."""

import datetime as dt
from decimal import Decimal

import pytest

from pmoascode.measures.workload import loads, stretches
from pmoascode.records.amounts import Percent
from pmoascode.records.assignment import Assignment
from pmoascode.records.tenure import Tenure


def assigned(first: int, last: int | None, percent: int) -> Assignment:
    """An assignment in November 2026."""
    return Assignment(
        id=f"project-manager/{first}",
        person="tom-berg",
        from_=dt.date(2026, 11, first),
        until=dt.date(2026, 11, last) if last else None,
        time=Percent(Decimal(percent)),
    )


@pytest.mark.parametrize(
    ("assignments", "expected"),
    [
        ([assigned(3, 10, 80)], ["3-10 80"]),
        ([assigned(3, 10, 80), assigned(10, 20, 40)], ["3-9 80", "10-10 120", "11-20 40"]),
        ([assigned(3, 10, 80), assigned(11, None, 40)], ["3-10 80", "11- 40"]),
        ([assigned(3, 5, 80), assigned(8, 9, 40)], ["3-5 80", "8-9 40"]),
        ([assigned(9, 3, 80)], []),
        ([], []),
    ],
)
def test_load_changes_on_the_day(assignments: list[Assignment], expected: list[str]) -> None:
    found = [
        f"{load.tenure.first.day}-{load.tenure.last.day if load.tenure.last else ''} {load.percent}"
        for load in loads(assignments)
    ]
    assert found == expected


def test_a_stretch_joins_neighbours_and_tells_the_peak() -> None:
    held = [assigned(1, 30, 80), assigned(5, 12, 30), assigned(8, 10, 20), assigned(20, 21, 40)]
    found = [
        (load.tenure.first.day, load.tenure.last.day if load.tenure.last else None, load.percent)
        for load in stretches(loads(held), above=Decimal(100))
    ]
    assert found == [(5, 12, Decimal(130)), (20, 21, Decimal(120))]


def test_an_assignment_may_last_as_long_as_the_calendar() -> None:
    always = Assignment(
        id="sponsor/1",
        person="tom-berg",
        from_=dt.date.min,
        until=dt.date.max,
        time=Percent(Decimal(80)),
    )
    tenures = [load.tenure for load in loads([always, assigned(3, 10, 40)])]
    first, last = dt.date(2026, 11, 3), dt.date(2026, 11, 10)
    assert tenures == [
        Tenure(dt.date.min, dt.date(2026, 11, 2)),
        Tenure(first, last),
        Tenure(dt.date(2026, 11, 11)),
    ]
    joined = [load.tenure for load in stretches(loads([always]), above=Decimal(0))]
    assert joined == [Tenure(dt.date.min)]
