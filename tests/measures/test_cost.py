"""Variance at completion and earned value, by figures worked out by hand."""

from decimal import Decimal

import pytest

from pmoascode.measures import cost
from pmoascode.measures.cost import EarnedValue
from tests.measures.small_office import TODAY, apollo


def test_the_budget_of_finance_wins_over_the_projects() -> None:
    office = apollo(
        "budget: {baseline: 100, forecast: 900}",
        finance="budget: {baseline: 1000, forecast: 1100, actual: 400}\n",
    )
    money = cost.money(office, office.projects[0])
    assert money
    assert [money.variance, money.variance_percent, money.spent_percent] == [100, 10, 40]
    assert money.at.path == "projects/apollo/finance.yaml"


@pytest.mark.parametrize(
    ("budget", "variance", "percent"),
    [
        ("{baseline: 1000, forecast: 980}", -20, -2),
        ("{baseline: 1000}", None, None),
        ("{forecast: 1000}", None, None),
        ("{baseline: 0, forecast: 10}", 10, None),
    ],
)
def test_variance(budget: str, variance: int | None, percent: int | None) -> None:
    office = apollo(f"budget: {budget}")
    money = cost.money(office, office.projects[0])
    assert money
    assert (money.variance, money.variance_percent) == (variance, percent)


def test_no_budget_is_no_money() -> None:
    office = apollo()
    assert cost.money(office, office.projects[0]) is None


def test_earned_value_counts_the_periods_that_have_ended() -> None:
    office = apollo(
        finance="""budget: {baseline: 1000}
periods:
  2026-q3: {planned_value: 400, earned_value: 300, actual: 500}
  2026-10: {planned_value: 100, earned_value: 100, actual: 100}
  2026-11: {planned_value: 300, earned_value: 999, actual: 999}
"""
    )
    earned = cost.earned_value(office, office.projects[0], TODAY)
    assert earned == EarnedValue(Decimal(1000), Decimal(500), Decimal(400), Decimal(600))
    assert earned.spi == Decimal("0.8")
    assert round(earned.cpi or 0, 4) == Decimal("0.6667")
    assert round(earned.eac or 0) == 1500


def test_without_periods_earned_value_is_the_percentage_complete() -> None:
    office = apollo(finance="budget: {baseline: 1000, actual: 250}\npercent_complete: 50 %\n")
    earned = cost.earned_value(office, office.projects[0], TODAY)
    assert earned
    assert [earned.ev, earned.cpi, earned.eac, earned.spi] == [500, 2, 500, None]


@pytest.mark.parametrize(
    "earned",
    [
        EarnedValue(Decimal(10), Decimal(0), Decimal(5), Decimal(0)),
        EarnedValue(Decimal(10), None, None, None),
        EarnedValue(Decimal(10), Decimal(5), Decimal(10), None),  # all is done
    ],
)
def test_an_index_without_ground_is_none(earned: EarnedValue) -> None:
    assert (earned.cpi, earned.spi, earned.eac) == (None, None, None)
