"""Money by period, programme, type and project, over a small office."""

import datetime as dt
from decimal import Decimal

import pytest

from pmoascode.office import Office
from pmoascode.records.project import Project
from pmoascode.views import money as seen
from tests.measures.small_office import TODAY, office

FINANCE = """\
budget: {baseline: 1000, forecast: 1100, actual: 300}
lines:
  kit: {title: Kit, type: capital, baseline: 600, forecast: 700, actual: 200}
  us: {title: Us, baseline: 400, forecast: 400, actual: 100}
  spare: {title: Spare, type: contingency, baseline: 50}
periods:
  2026-09: {budget: 100, forecast: 120, actual: 130, planned_value: 100, earned_value: 90}
  2026-10: {budget: 200, actual: 170, planned_value: 200, earned_value: 160}
  2026-11: {budget: 300, forecast: 350}
  2027-q1: {budget: 400, forecast: 450}
contingency: {set_aside: 50, drawn: 80}
"""
OK = "decision: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-10-05}"
FILES = {
    "programmes/front/programme.yaml": "name: Front\n",
    "projects/apollo/project.yaml": (
        "name: Apollo\nstatus: active\nprogramme: front\nchange_budget: 100\n"
    ),
    "projects/apollo/finance.yaml": FINANCE,
    "projects/apollo/decisions.yaml": "extra: {title: Extra money}\n",
    "projects/apollo/change-requests.yaml": f"""\
more: {{requested_by: tom-berg, reason: More., impact: {{cost: 40}}, {OK}}}
less: {{requested_by: tom-berg, reason: Less., impact: {{cost: -10}}, {OK}}}
paid: {{requested_by: tom-berg, reason: Paid., impact: {{cost: 99}}, funded_by: extra, {OK}}}
asked: {{requested_by: tom-berg, reason: Asked., impact: {{cost: 500}}}}
""",
    "projects/hermes/project.yaml": (
        "name: Hermes\nstatus: active\nbudget: {baseline: 500, forecast: 450}\n"
    ),
    "projects/idea/project.yaml": "name: Idea\n",
    "people/tom-berg.yaml": "name: Tom Berg\n",
    "people/maria-silva.yaml": "name: Maria Silva\n",
}
Rows = list[tuple[object, ...]]


@pytest.fixture(scope="module")
def known() -> Office:
    return office(FILES)


def test_curves_are_running_sums_at_the_ends_of_periods(known: Office) -> None:
    found = seen.curves(known, known.projects, TODAY)
    ends = [dt.date(2026, 9, 30), dt.date(2026, 10, 31), dt.date(2026, 11, 30)]
    ends += [dt.date(2027, 3, 31)]
    assert found.budget == tuple(zip(ends, map(Decimal, (100, 300, 600, 1000)), strict=True))
    # October has no forecast of its own: what was spent stands for it.
    assert [number for _, number in found.forecast] == [120, 290, 640, 1090]
    assert found.actual == ((ends[0], Decimal(130)), (ends[1], Decimal(300)))
    assert [number for _, number in found.earned] == [90, 250]
    assert found.rows[2] == (ends[2], (Decimal(600), Decimal(640), None, None))


def test_a_quarter_is_spent_where_booked_and_expected_elsewhere(known: Office) -> None:
    quarters = seen.by_period(known, known.projects)
    found: Rows = [(each.period.id, each.outlook, each.variance) for each in quarters]
    assert found == [
        ("2026-q3", 130, 30),
        ("2026-q4", 520, 20),
        ("2027-q1", 450, 50),
    ]


def test_lines_are_summed_by_how_they_are_booked(known: Office) -> None:
    found: Rows = [
        (each.type, each.lines, each.baseline, each.forecast, each.actual)
        for each in seen.by_type(known, known.projects)
    ]
    assert found == [("capital", 1, 600, 700, 200), ("resource", 1, 400, 400, 100),
          ("contingency", 1, 50, 0, 0)]  # fmt: skip


def test_reserves_know_what_is_left(known: Office) -> None:
    apollo = known.find(Project, "apollo")
    assert apollo
    kept = seen.reserves(known, apollo)
    left: tuple[object, ...] = (kept.contingency_left, kept.changes, kept.change_left)
    assert left == (-30, 30, 70)
    idea = known.find(Project, "idea")
    assert idea
    none = seen.reserves(known, idea)
    assert (none.contingency_left, none.change_left) == (None, None)


def test_projects_stand_by_their_overrun_and_programmes_add_up(known: Office) -> None:
    rows = seen.money_rows(known, known.projects, TODAY)
    found: Rows = [(row.work.id, row.money.variance) for row in rows]
    assert found == [("apollo", 100), ("hermes", -50)]
    sums: Rows = [
        (parent.title, its.forecast, its.variance) for parent, its in seen.by_programme(known, rows)
    ]
    assert sums == [("Front", 1100, 100), ("No programme", 450, -50)]
