"""A portfolio as its board sees it: money by fiscal year, objectives, what serves none."""

import datetime as dt
from decimal import Decimal

from pmoascode.measures.health import health
from pmoascode.office import Work
from pmoascode.records.portfolio import Portfolio
from pmoascode.views.portfolio_board import Board, board
from tests.views.test_people_and_roles import office_with

TODAY = dt.date(2026, 11, 10)
FILES = {
    "portfolios/other.yaml": (
        "name: Other\nobjectives: [faster-claims]\n"
        "envelope:\n  - {year: 2026, amount: 100}\n  - {year: 2028, amount: 50}\n"
    ),
    "projects/orbit/project.yaml": (
        "name: Orbit\nstatus: active\nportfolio: other\nobjectives: [faster-claims]\n"
    ),
    "projects/orbit/finance.yaml": (
        "budget: {baseline: 300, forecast: 310}\nperiods:\n"
        "  2026-03: {budget: 20, forecast: 30, actual: 40}\n"
        "  2026-10: {forecast: 90}\n"
        "  2027-03: {budget: 60}\n"
    ),
    "projects/polar/project.yaml": (
        "name: Polar\nstatus: active\nportfolio: other\nbudget: {baseline: 70}\n"
    ),
    "projects/quiet/project.yaml": "name: Quiet\nportfolio: other\n",
    "programmes/skies/programme.yaml": "name: Skies\nstatus: active\nportfolio: other\n",
    "projects/comet/project.yaml": "name: Comet\nstatus: active\nprogramme: skies\n",
    "projects/comet/reports/2026-10.yaml": (
        "date: 2026-11-05\nby: tom-berg\nrating: {overall: red}\n"
    ),
}


def shown(start: str) -> Board:
    said = f'name: Harbour\ncurrency: EUR\nfiscal_year_start: "{start}"\n'
    office = office_with(FILES | {"organisation.yaml": said})
    works: tuple[Work, ...] = (*office.programmes, *office.projects)
    healths = {work.name_in_full: health(office, work, TODAY) for work in works}
    found = office.find(Portfolio, "other")
    assert found
    return board(office, found, healths, TODAY)


def test_the_envelope_is_compared_with_the_plans_of_its_fiscal_year() -> None:
    assert [(y.year, y.envelope, y.committed, y.left) for y in shown("04-01").years] == [
        (2025, None, Decimal(40), None),
        (2026, Decimal(100), Decimal(150), Decimal(-50)),
        (2028, Decimal(50), Decimal(0), Decimal(50)),
    ]
    assert [(y.year, y.committed) for y in shown("01-01").years] == [
        (2026, Decimal(130)),
        (2027, Decimal(60)),
        (2028, Decimal(0)),
    ]


def test_it_tells_whose_money_is_in_no_year_and_who_serves_no_objective() -> None:
    found = shown("04-01")
    assert [row.work.id for row in found.rows] == ["comet", "orbit", "polar"]
    assert [row.work.id for row in found.waiting] == ["quiet"]
    assert [row.work.id for row in found.unspread] == ["polar"]
    assert [row.work.id for row in found.aimless] == ["comet", "polar"]
    ((project,),) = [each.projects for each in found.served]
    assert project.id == "orbit"
    assert found.served[0].forecast == Decimal(310)


def test_a_programme_without_a_report_of_its_own_is_as_its_projects_are() -> None:
    ((programme, under),) = shown("04-01").programmes
    assert programme.id == "skies"
    assert (under.rollup.colour, under.rollup.reason) == ("red", "Comet is worst.")
