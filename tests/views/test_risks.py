"""The open risks of the portfolio: order, appetite, weights and the course of a year."""

import datetime as dt
from decimal import Decimal

import pytest

from pmoascode.office import Office
from pmoascode.views import risks as seen
from tests.measures.small_office import TODAY, office

RISKS = """\
late:
  title: Late
  category: Supplier
  raised: 2026-09-10
  probability: 4
  impact: 4
  cost: 1000
  actions:
    - {do: Second, owner: tom-berg, due: 2026-12-01}
    - {do: First, owner: tom-berg, due: 2026-11-20}
    - {do: Done, owner: tom-berg, due: 2026-10-01, done: 2026-10-01}
borne:
  title: Borne
  raised: 2026-10-20
  probability: 5
  impact: 5
  acceptance: {outcome: approved, by: tom-berg, as: sponsor, date: 2026-10-21}
chance: {title: Chance, type: opportunity, probability: 5, impact: 5}
unrated: {title: Not rated}
gone:
  title: Gone
  raised: 2026-08-01
  probability: 3
  impact: 3
  cost: 100
  status: closed
  closed: {date: 2026-10-15, reason: Over.}
"""
FILES = {
    "programmes/front/programme.yaml": "name: Front\nstatus: active\n",
    "programmes/front/risks.yaml": (
        "crews: {title: Crews, category: Supplier, probability: 3, impact: 5}\n"
    ),
    "projects/apollo/project.yaml": "name: Apollo\nstatus: active\nprogramme: front\n",
    "projects/apollo/risks.yaml": RISKS,
    "projects/apollo/reports/2026-09.yaml": (
        "date: 2026-10-02\nby: tom-berg\nrating: {overall: green}\nfigures: {exposure: 750}\n"
    ),
    "projects/alone/project.yaml": "name: Alone\nstatus: active\n",
    "projects/alone/risks.yaml": "small: {title: Small, probability: 1, impact: 1}\n",
    "projects/over/project.yaml": "name: Over\nstatus: cancelled\n",
    "projects/over/risks.yaml": "left: {title: Left open, probability: 5, impact: 5}\n",
    "people/tom-berg.yaml": "name: Tom Berg\n",
}


@pytest.fixture(scope="module")
def known() -> Office:
    return office(FILES)


def test_the_highest_come_first_and_ended_work_is_left_out(known: Office) -> None:
    rows = seen.open_risks(known, TODAY)
    assert [(row.risk.id, row.score, row.is_above, row.expected) for row in rows] == [
        ("borne", 25, False, None),
        ("chance", 25, False, None),
        ("late", 16, True, 700),
        ("crews", 15, True, None),
        ("small", 1, False, None),
        ("unrated", 0, False, None),
    ]
    late = rows[2]
    assert (late.next_action and late.next_action.do, late.days_open) == ("First", 61)


def test_threats_are_weighed_and_opportunities_are_not(known: Office) -> None:
    rows = seen.open_risks(known, TODAY)
    assert seen.weight(rows) == seen.Weight(5, 57, rows[2].expected, 25, 2)
    assert [(name, each.risks, each.scores) for name, each in seen.by_category(rows).items()] == [
        ("Supplier", 2, 31),
        ("", 3, 26),
    ]
    assert [
        (parent.title, each.risks, each.highest) for parent, each in seen.by_programme(known, rows)
    ] == [("Front", 4, 25), ("No programme", 1, 1)]


def test_a_risk_counts_from_the_day_raised_to_the_day_closed(known: Office) -> None:
    found = seen.course(known, TODAY)
    assert (found.open[0][0], found.open[-1][0]) == (dt.date(2025, 11, 30), TODAY)
    assert [int(number) for _, number in found.open[-4:]] == [1, 2, 2, 2]
    assert [int(money) for _, money in found.expected[-4:]] == [50, 750, 700, 700]
    said = Decimal(750)
    assert found.reported == ((dt.date(2026, 10, 31), said), (TODAY, said))


def test_nothing_open_weighs_nothing() -> None:
    empty = office({})
    assert seen.weight(seen.open_risks(empty, TODAY)) == seen.Weight(0, 0, None, 0, 0)
    assert seen.course(empty, TODAY).expected == ()
