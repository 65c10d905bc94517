"""Workload: the sum of assignments from border to border, to the day."""

import datetime as dt
from collections.abc import Iterable, Iterator
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmoascode.measures.workload import Load, loads, stretches, taken
from pmoascode.records.amounts import Percent
from pmoascode.records.assignment import Assignment
from pmoascode.records.tenure import Tenure
from tests.measures.small_office import office

NOVEMBER = dt.date(2026, 11, 1)
TODAY = dt.date(2026, 11, 10)


def assigned(first: int, last: int | None, percent: int) -> Assignment:
    """An assignment in November 2026."""
    return Assignment(
        id=f"project-manager/{first}",
        person="tom-berg",
        from_=dt.date(2026, 11, first),
        until=dt.date(2026, 11, last) if last else None,
        time=Percent(Decimal(percent)),
    )


def loaded(assignments: Iterable[Assignment]) -> Iterator[Load]:
    return loads((a, a.tenure) for a in assignments)


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
        for load in loaded(assignments)
    ]
    assert found == expected


def test_a_stretch_joins_neighbours_and_tells_the_peak() -> None:
    held = [assigned(1, 30, 80), assigned(5, 12, 30), assigned(8, 10, 20), assigned(20, 21, 40)]
    found = [
        (load.tenure.first.day, load.tenure.last.day if load.tenure.last else None, load.percent)
        for load in stretches(loaded(held), above=Decimal(100))
    ]
    assert found == [(5, 12, Decimal(130)), (20, 21, Decimal(120))]


days = st.integers(1, 30)
held = st.lists(st.builds(assigned, days, st.none() | days, st.sampled_from((0, 30, 60, 90))))


@given(held, days, st.sampled_from((0, 30, 60, 100)))
def test_every_day_is_as_a_count_of_that_day_says(
    assignments: list[Assignment], number: int, limit: int
) -> None:
    day = dt.date(2026, 11, number)
    counted = [a for a in assignments if a.holds_on(day)]
    total = sum((a.time.number for a in counted if a.time), Decimal(0))
    found = list(loaded(assignments))
    here = [load for load in found if day in load.tenure]
    assert [sorted(map(id, load.assignments)) for load in here] == (
        [sorted(map(id, counted))] if counted else []
    )
    above = [load for load in stretches(found, Decimal(limit)) if day in load.tenure]
    assert len(above) == (total > limit)
    assert all(load.percent >= total for load in above)


@given(held)
def test_a_stretch_ends_only_where_the_load_falls_to_the_limit(
    assignments: list[Assignment],
) -> None:
    for load in stretches(loaded(assignments), Decimal(60)):
        beside = [load.tenure.first - dt.timedelta(days=1)]
        beside += [load.tenure.last + dt.timedelta(days=1)] if load.tenure.last else []
        for day in beside:
            counted = (a.time for a in assignments if a.holds_on(day))
            assert sum((time.number for time in counted if time), Decimal(0)) <= 60


def test_an_assignment_may_last_as_long_as_the_calendar() -> None:
    always = Assignment(
        id="sponsor/1",
        person="tom-berg",
        from_=dt.date.min,
        until=dt.date.max,
        time=Percent(Decimal(80)),
    )
    tenures = [load.tenure for load in loaded([always, assigned(3, 10, 40)])]
    first, last = dt.date(2026, 11, 3), dt.date(2026, 11, 10)
    assert tenures == [
        Tenure(dt.date.min, dt.date(2026, 11, 2)),
        Tenure(first, last),
        Tenure(dt.date(2026, 11, 11)),
    ]
    joined = [load.tenure for load in stretches(loaded([always]), above=Decimal(0))]
    assert joined == [Tenure(dt.date.min)]


@pytest.mark.parametrize(
    ("project", "entry", "expected"),
    [
        ("finish: {forecast: 2027-03-31}", "from: 2026-11-01", "2026-11-01 2027-03-31"),
        ("finish: {forecast: 2026-11-10}", "from: 2026-11-01", "2026-11-01 2026-11-10"),
        ("finish: {forecast: 2026-11-09}", "from: 2026-11-01", "2026-11-01 None"),
        ("finish: {forecast: 2027-03-31}", "from: 2027-04-01", "2027-04-01 None"),
        ("", "from: 2026-11-01", "2026-11-01 None"),
        (
            "finish: {forecast: 2027-03-31}",
            "from: 2026-11-01, until: 2028-01-31",
            "2026-11-01 2028-01-31",
        ),
        ("finish: {actual: 2026-10-30}", "from: 2026-09-01", "2026-09-01 2026-10-30"),
        (
            "finish: {actual: 2026-10-30}",
            "from: 2026-09-01, until: 2026-09-30",
            "2026-09-01 2026-09-30",
        ),
        ("finish: {forecast: 2027-03-31}", "from: 2026-09-01, until: 2027-03-31", "None"),
        ("", "from: 2026-09-01", "None"),
    ],
)
def test_an_open_assignment_lasts_as_long_as_its_work(
    project: str, entry: str, expected: str
) -> None:
    is_ended = "actual" in project or expected == "None"
    status = "closed" if is_ended else "active"
    found = office(
        {
            "projects/apollo/project.yaml": f"name: Apollo\nstatus: {status}\n{project}\n",
            "assignments/apollo.yaml": f"sponsor:\n  - {{person: tom-berg, {entry}}}\n",
        }
    )
    tenure = taken(found.all(Assignment)[0], found, TODAY)
    assert (f"{tenure.first} {tenure.last}" if tenure else "None") == expected
