"""The benefits of the portfolio: shares, worth over time, measurements overdue."""

import datetime as dt
from decimal import Decimal

import pytest

from pmoascode.office import Office
from pmoascode.views import benefits as seen
from tests.measures.small_office import TODAY, office

BENEFITS = """\
faster:
  title: Faster
  objective: quick
  baseline: {value: 12, date: 2025-12-31}
  target: {value: 4, date: 2027-12-31}
  forecast: 6
  worth: 800
  every: 3 months
  status: in-delivery
  measurements:
    - {date: 2026-07-01, value: 11}
    - {date: 2026-03-01, value: 10}
harm: {title: Harm, type: dis-benefit, worth: 100, target: {value: 1, date: 2027-06-30}}
vague: {title: Vague}
gone: {title: Gone, worth: 5000, status: dropped}
"""
FILES = {
    "objectives.yaml": "quick: {title: Quick}\n",
    "projects/apollo/project.yaml": "name: Apollo\nstatus: active\n",
    "projects/apollo/benefits.yaml": BENEFITS,
}


@pytest.fixture(scope="module")
def rows() -> tuple[seen.BenefitRow, ...]:
    return seen.benefit_rows(office(FILES), TODAY)


def test_shares_are_parts_of_the_way_to_the_target(rows: tuple[seen.BenefitRow, ...]) -> None:
    faster = rows[0]
    assert [row.benefit.id for row in rows] == ["faster", "vague", "harm"]
    assert (faster.forecast, faster.realised) == (Decimal("0.75"), Decimal("0.125"))
    assert (faster.due, faster.overdue) == (dt.date(2026, 10, 1), 40)
    assert (rows[1].forecast, rows[1].realised, rows[1].overdue) == (None, None, None)


def test_the_worth_rises_at_targets_and_with_measurements(
    rows: tuple[seen.BenefitRow, ...],
) -> None:
    found = seen.profile(rows, TODAY)
    june, december = dt.date(2027, 6, 30), dt.date(2027, 12, 31)
    assert found.planned == ((june, Decimal(-100)), (december, Decimal(700)))
    assert found.forecast == ((june, Decimal(-100)), (december, Decimal(500)))
    assert found.realised == (
        (dt.date(2026, 3, 1), Decimal(200)),
        (dt.date(2026, 7, 1), Decimal(100)),
    )


def test_objectives_have_their_sums(rows: tuple[seen.BenefitRow, ...]) -> None:
    known: Office = office(FILES)
    assert [
        (objective.title if objective else "", its.benefits, int(its.planned), its.overdue)
        for objective, its in seen.by_objective(known, rows)
    ] == [("Quick", 1, 800, 1), ("", 2, -100, 0)]
    assert seen.total(()) == seen.Sum(0, seen.NOTHING, seen.NOTHING, seen.NOTHING, 0)
