"""A report is held against the figures of its own day, and its corrections count."""

import pytest

from pmoascode.measures import stated
from pmoascode.office import Office
from pmoascode.records.report import Report
from tests.rules.offices import office_of

PROJECT = """
name: Apollo
status: active
finish: {baseline: 2027-06-30, forecast: 2027-06-30}
budget: {baseline: 1000, forecast: 1000}
milestones:
  pilot: {title: Pilot, critical: true, baseline: 2026-10-01, actual: 2026-11-20, status: reached}
  go-live: {title: Go-live, critical: true, baseline: 2027-03-12, forecast: 2027-03-12}
  party: {title: Party, baseline: 2027-03-20, forecast: 2027-09-20}
"""


def office(report: str = "") -> tuple[Office, Report]:
    first = f"date: 2026-11-02\nby: tom\nrating: {{overall: green, cost: amber}}\n{report}"
    files = {"projects/apollo/project.yaml": PROJECT, "projects/apollo/reports/2026-10.yaml": first}
    found = office_of(files)
    return found, found.all(Report)[0]


@pytest.mark.parametrize(
    ("report", "id", "days"),
    [
        ("", "finish", 0),
        ("figures: {finish: 2027-07-10}", "finish", 10),
        ("figures: {milestones: {go-live: 2027-03-15}, finish: 2027-07-01}", "go-live", 3),
        ("figures: {milestones: {party: 2028-01-01}}", "finish", 0),  # it is not critical
        ("figures: {milestones: {pilot: 2026-11-05}}", "pilot", 35),  # it was open on that day
        ("figures: {milestones: {nowhere: 2028-01-01}}", "finish", 0),
    ],
)
def test_slip_of_that_day(report: str, id: str, days: int) -> None:
    found, written = office(report)
    slip = stated.slip(written, found.projects[0])
    assert slip is not None
    assert (slip.id, slip.days) == (id, days)


@pytest.mark.parametrize(
    ("report", "baseline", "forecast"),
    [
        ("", 1000, 1000),
        ("figures: {cost_forecast: 1200}", 1000, 1200),
        ("figures: {cost_forecast: 0, cost_baseline: 900}", 900, 0),
    ],
)
def test_cost_of_that_day(report: str, baseline: int, forecast: int) -> None:
    found, written = office(report)
    money = stated.cost(found, written, found.projects[0])
    assert money is not None
    assert money.baseline == baseline
    assert money.forecast == forecast


CORRECTION = "corrections:\n  - {date: 2026-11-05, by: tom, was: a, reason: b, "


@pytest.mark.parametrize(
    ("report", "ratings"),
    [
        ("", {"overall": "green", "cost": "amber"}),
        (CORRECTION + "field: rating.cost, now: red}", {"overall": "green", "cost": "red"}),
        (CORRECTION + "field: headline, now: red}", {"overall": "green", "cost": "amber"}),
        (CORRECTION + "field: rating.cost, now: blue}", {"overall": "green", "cost": "amber"}),
        (CORRECTION + "field: rating.risk, now: red}", {"overall": "green", "cost": "amber"}),
    ],
)
def test_ratings_with_corrections(report: str, ratings: dict[str, str]) -> None:
    assert stated.ratings(office(report)[1]) == ratings


def test_a_dimension_that_is_not_rated_stands_under_the_whole() -> None:
    written = office()[1]
    assert stated.rating_of(written, "cost") == ("cost", "amber")
    assert stated.rating_of(written, "schedule") == ("overall", "green")
