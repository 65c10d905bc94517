"""Stated against calculated: each colour with its reason in one sentence."""

import pytest

from pmoascode.measures.health import Health, health
from pmoascode.office import Office
from tests.measures.small_office import TODAY, apollo, office

REPORT = "date: 2026-11-02\nby: tom-berg\nrating: {overall: green, schedule: green}\n"
TOLERANCES = "tolerances: {time: 14 days, cost: 5 %}"


def of(records: Office) -> Health:
    return health(records, records.projects[0], TODAY)


def go_live(forecast: str) -> str:
    return (
        "milestones: {go-live: {title: Go-live, critical: true, "
        f"baseline: 2027-01-01, forecast: {forecast}}}}}"
    )


@pytest.mark.parametrize(
    ("forecast", "colour", "reason"),
    [
        (
            "2027-01-01",
            "green",
            "Go-live is forecast on its baseline.",
        ),
        (
            "2026-12-31",
            "green",
            "Go-live is forecast 1 day early.",
        ),
        (
            "2027-01-15",
            "green",
            "Go-live is forecast 14 days late, within the tolerance of 14 days.",
        ),
        (
            "2027-01-22",
            "amber",
            "Go-live is forecast 21 days late, outside the tolerance of 14 days.",
        ),
        (
            "2027-01-30",
            "red",
            "Go-live is forecast 29 days late, more than twice the tolerance of 14 days.",
        ),
    ],
)
def test_schedule(forecast: str, colour: str, reason: str) -> None:
    schedule = of(apollo(TOLERANCES, go_live(forecast), reports_2026_10=REPORT)).dimension(
        "schedule"
    )
    assert schedule
    assert (schedule.calculated, schedule.reason) == (colour, reason)
    assert schedule.is_better_than_data == (colour != "green")


def test_a_forecast_in_the_past_counts_as_today() -> None:
    plan = "finish: {baseline: 2026-10-20, forecast: 2026-11-01}"
    schedule = of(apollo(TOLERANCES, plan)).dimension("schedule")
    assert schedule
    said = "Finish is not reached and 21 days late today, outside the tolerance of 14 days."
    assert (schedule.calculated, schedule.reason) == ("amber", said)


@pytest.mark.parametrize(
    ("budget", "colour", "reason"),
    [
        (
            "{}",
            "grey",
            "Baseline or forecast of the cost is missing.",
        ),
        (
            "{baseline: 0, forecast: 5}",
            "grey",
            "The baseline of the cost is 0.",
        ),
        (
            "{baseline: 100, forecast: 100}",
            "green",
            "The cost is forecast on budget.",
        ),
        (
            "{baseline: 100, forecast: 99}",
            "green",
            "The cost is forecast 1.0 % below budget.",
        ),
        (
            "{baseline: 100, forecast: 108}",
            "amber",
            "The cost is forecast 8.0 % over budget, outside the tolerance of 5 %.",
        ),
        (
            "{baseline: 100, forecast: 111}",
            "red",
            "The cost is forecast 11.0 % over budget, more than twice the tolerance of 5 %.",
        ),
    ],
)
def test_cost(budget: str, colour: str, reason: str) -> None:
    cost = of(apollo(TOLERANCES, f"budget: {budget}")).dimension("cost")
    assert cost
    assert (cost.calculated, cost.reason) == (colour, reason)


@pytest.mark.parametrize(
    ("risks", "colour", "reason"),
    [
        (
            "r: {title: R, probability: 5, impact: 4}",
            "red",
            "The highest open risk scores 20; 20 and above is critical.",
        ),
        (
            "r: {title: R, probability: 4, impact: 4}",
            "amber",
            "The highest open risk scores 16, above the appetite of 12.",
        ),
        (
            "r: {title: R, probability: 3, impact: 4}",
            "green",
            "The highest open risk scores 12, within the appetite of 12.",
        ),
        ("r: {title: R}", "grey", "No open risk has a score."),
        (
            "r: {title: R, type: opportunity, probability: 5, impact: 5}",
            "green",
            "No risk is open.",
        ),
    ],
)
def test_risk(risks: str, colour: str, reason: str) -> None:
    risk = of(apollo(risks=risks + "\n")).dimension("risk")
    assert risk
    assert (risk.calculated, risk.reason) == (colour, reason)


@pytest.mark.parametrize(
    ("period", "date", "colour", "reason"),
    [
        (
            "2026_10",
            "2026-11-02",
            "green",
            "The last report is 8 days old.",
        ),
        # 31 August, a month and ten days: 10 October
        (
            "2026_08",
            "2026-09-02",
            "amber",
            "The last report is 69 days old, the next is 31 days overdue.",
        ),
        (
            "2026_07",
            "2026-08-02",
            "red",
            "The last report is 100 days old, the next is 61 days overdue.",
        ),
    ],
)
def test_reporting(period: str, date: str, colour: str, reason: str) -> None:
    report = REPORT.replace("2026-11-02", date)
    found = of(apollo(**{f"reports_{period}": report}))
    reporting = found.dimension("reporting")
    assert reporting
    assert (reporting.calculated, reporting.reason) == (colour, reason)
    assert found.shown == ("green" if colour == "green" else "grey")


def test_overall_is_the_worst_that_is_calculated() -> None:
    records = apollo(TOLERANCES, go_live("2027-01-22"), "budget: {baseline: 100, forecast: 111}")
    overall = of(records).overall
    assert (overall.calculated, overall.reason[:32]) == ("red", "The cost is forecast 11.0 % over")


def test_what_is_not_reported_is_grey_never_green() -> None:
    found = of(apollo(reports_2026_10=REPORT))
    assert [each.stated for each in found.dimensions][:4] == ["green", "grey", "grey", "grey"]
    silent = of(apollo())
    assert (silent.shown, silent.overall.stated, silent.overall.calculated) == ("grey",) * 3


@pytest.mark.parametrize(
    ("status", "colour"), [("closed", "blue"), ("proposed", "grey"), ("cancelled", "grey")]
)
def test_work_that_does_not_run_is_not_judged(status: str, colour: str) -> None:
    text = f"name: Apollo\nstatus: {status}\n"
    found = of(office({"projects/apollo/project.yaml": text}))
    assert (found.shown, found.overall.calculated) == (colour, colour)
    assert all(each.calculated is None for each in found.dimensions)


def test_five_steps_show_lateness_within_tolerance() -> None:
    found = office(
        {
            "policy/policy.yaml": "schema: 1\nscale: [green, amber-green, amber, amber-red, red]\n",
            "projects/apollo/project.yaml": "name: Apollo\nstatus: active\n"
            + "\n".join([TOLERANCES, go_live("2027-01-08"), ""]),
        }
    )
    schedule = of(found).dimension("schedule")
    assert schedule
    assert schedule.calculated == "amber-green"


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [("green", "red", "worse"), ("red", "amber-red", "better"), ("amber", "amber", "same")],
)
def test_trend(before: str, now: str, expected: str) -> None:
    def report(day: str, rating: str) -> str:
        return f"date: {day}\nby: tom-berg\nrating: {{overall: {rating}}}\n"

    records = apollo(
        reports_2026_09=report("2026-10-02", before), reports_2026_10=report("2026-11-02", now)
    )
    assert of(records).trend == expected
