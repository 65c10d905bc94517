"""Slips and overdue milestones, by examples."""

import datetime as dt
from typing import Literal

import pytest

from pmoascode.measures import schedule
from pmoascode.records.parts import Forecast
from pmoascode.records.project import Milestone, Project

BASE = dt.date(2026, 11, 1)
Status = Literal["planned", "reached", "dropped"]
TODAY = dt.date(2026, 11, 10)


def day(number: int) -> dt.date:
    return BASE + dt.timedelta(days=number)


@pytest.mark.parametrize(
    ("date", "today", "expected"),
    [
        (Forecast(baseline=BASE, forecast=day(21)), None, 21),
        (Forecast(baseline=BASE, forecast=day(-4)), None, -4),
        (Forecast(baseline=BASE, forecast=day(21), actual=day(3)), None, 3),
        (Forecast(baseline=BASE), None, None),
        (Forecast(forecast=day(2)), None, None),
        (Forecast(baseline=BASE, forecast=day(2)), TODAY, 9),
        (Forecast(baseline=BASE, forecast=day(2), actual=day(2)), TODAY, 2),
        (Forecast(baseline=BASE, forecast=day(30)), TODAY, 30),
        (Milestone(title="m", baseline=BASE, forecast=day(2), status="reached"), TODAY, 2),
    ],
)
def test_slip(date: Forecast, today: dt.date | None, expected: int | None) -> None:
    assert schedule.slip(date, today) == expected


def milestone(
    critical: bool, forecast: int, status: Status = "planned", actual: dt.date | None = None
) -> Milestone:
    return Milestone(
        title="Go-live",
        critical=critical,
        baseline=BASE,
        forecast=day(forecast),
        status=status,
        actual=actual,
    )


def project(*milestones: Milestone, finish: int = 40) -> Project:
    named = {f"m{index}": each for index, each in enumerate(milestones)}
    ends = Forecast(baseline=day(40), forecast=day(finish))
    return Project(id="apollo", name="Apollo", milestones=named, finish=ends)


def test_the_worst_slip_is_of_finish_and_critical_milestones_to_come() -> None:
    reached = milestone(True, 60, actual=day(60), status="reached")
    plan = project(milestone(False, 90), milestone(True, 20), reached, finish=45)
    worst = schedule.worst_open_slip(plan, TODAY)
    assert worst
    assert (worst.id, worst.days, worst.keys) == ("m1", 20, ("milestones", "m1"))
    past = schedule.worst_slip(plan, TODAY)
    assert past
    assert (past.id, past.days, past.is_open) == ("m2", 60, False)


def test_a_dropped_milestone_does_not_slip() -> None:
    plan = project(milestone(True, 90, status="dropped"))
    assert [each.id for each in schedule.slips(plan, TODAY)] == ["finish"]


def test_overdue_is_expected_before_today_and_still_open() -> None:
    due_today = milestone(True, 9)
    plan = project(milestone(False, 8), due_today, milestone(False, 2, actual=day(2)))
    assert [id for id, _ in schedule.overdue(plan, TODAY)] == ["m0"]
    assert schedule.next_milestone(plan, TODAY) == ("m1", due_today)


def test_a_milestone_with_a_baseline_alone_is_overdue_after_it() -> None:
    assert schedule.is_overdue(Milestone(title="m", baseline=BASE), TODAY)
    assert not schedule.is_overdue(Milestone(title="m"), TODAY)
