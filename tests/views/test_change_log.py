"""The change log: what approved requests moved, in words, with the difference."""

import datetime as dt
from decimal import Decimal

import pytest

from pmoascode.office import Office
from pmoascode.records.project import Project
from pmoascode.views.change_log import Logged, change_log
from tests.measures.small_office import office

FILES = {
    "organisation.yaml": "name: Example\ncurrency: EUR\n",
    "projects/apollo/project.yaml": """\
name: Apollo
status: active
milestones: {go-live: {title: Portal open, baseline: 2027-04-02}}
""",
    "projects/apollo/finance.yaml": "budget: {baseline: 1300000}\n",
    "projects/apollo/benefits.yaml": "fewer-calls: {title: Fewer calls, type: cashable}\n",
    "projects/apollo/change-requests.yaml": """\
april:
  requested_by: tom-berg
  reason: The vendor.
  status: implemented
  implemented: 2026-11-12
  changes:
    - {path: project.milestones.go-live.baseline, old: 2027-03-12, new: 2027-04-02}
    - {path: finance.budget.baseline, old: 1250000, new: 1300000}
  decision: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-11-10}
calls:
  requested_by: tom-berg
  reason: Measured anew.
  status: decided
  changes: [{path: benefit.fewer-calls.target.value, new: 900}]
  decision: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-11-11}
words:
  requested_by: tom-berg
  reason: Other words on a form.
  status: implemented
  decision: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-09-01}
refused:
  requested_by: tom-berg
  reason: Chat.
  status: decided
  changes: [{path: finance.budget.baseline, old: 1250000, new: 2000000}]
  decision: {outcome: rejected, by: maria-silva, as: sponsor, date: 2026-10-01}
""",
    "people/tom-berg.yaml": "name: Tom Berg\n",
    "people/maria-silva.yaml": "name: Maria Silva\n",
}


@pytest.fixture(scope="module")
def log() -> tuple[Logged, ...]:
    known: Office = office(FILES)
    apollo = known.find(Project, "apollo")
    assert apollo
    return change_log(known, apollo)


def test_it_tells_what_was_approved_the_newest_decision_first(log: tuple[Logged, ...]) -> None:
    assert [(each.request.id, each.what, each.is_done) for each in log] == [
        ("calls", "Fewer calls: Target", False),
        ("april", "Milestones: Portal open", True),
        ("april", "Budget", True),
    ]


def test_dates_differ_in_days_and_money_in_money(log: tuple[Logged, ...]) -> None:
    _, date, money = log
    assert (date.old, date.new) == (dt.date(2027, 3, 12), dt.date(2027, 4, 2))
    assert (date.days, date.more, date.is_money) == (21, None, False)
    assert (money.days, money.more, money.is_money) == (None, Decimal(50000), True)


def test_a_value_that_was_not_there_before_makes_no_difference(log: tuple[Logged, ...]) -> None:
    assert (log[0].old, log[0].new, log[0].more, log[0].is_money) == (
        None,
        Decimal(900),
        None,
        False,
    )
