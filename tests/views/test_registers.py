"""The registers of all work as lists: order, age and lateness."""

import datetime as dt

import pytest

from pmoascode.office import Office
from pmoascode.views.registers import Register, registers
from tests.measures.small_office import TODAY, office

FILES = {
    "projects/apollo/project.yaml": "name: Apollo\nstatus: active\n",
    "projects/apollo/issues.yaml": """\
calm: {title: Calm, severity: low, raised: 2026-11-01, due: 2026-11-30}
grave: {title: Grave, severity: critical, raised: 2026-10-11, due: 2026-12-01}
late: {title: Late, severity: low, raised: 2026-10-01, due: 2026-11-01}
today: {title: Due today, raised: 2026-11-09, due: 2026-11-10}
gone: {title: Gone, raised: 2026-09-01, status: closed, closed: 2026-09-11, due: 2026-09-05}
""",
    "projects/apollo/lessons.yaml": """\
told: {title: Told, recorded: 2026-10-01, shared: 2026-10-15}
kept: {title: Kept, recorded: 2026-10-01}
""",
    "projects/apollo/change-requests.yaml": """\
asked: {requested_by: tom-berg, requested: 2026-11-01, reason: Why.}
refused:
  requested_by: tom-berg
  requested: 2026-09-01
  reason: Why.
  status: decided
  decision: {outcome: rejected, by: maria-silva, as: sponsor, date: 2026-09-08}
""",
    "programmes/front/programme.yaml": "name: Front\n",
    "programmes/front/actions.yaml": "do-it: {do: Do it, owner: tom-berg, due: 2026-11-08}\n",
    "people/tom-berg.yaml": "name: Tom Berg\n",
    "people/maria-silva.yaml": "name: Maria Silva\n",
}


@pytest.fixture(scope="module")
def known() -> Office:
    return office(FILES)


def register(known: Office, name: str) -> Register:
    return next(each for each in registers(known, TODAY) if each.name == name)


def test_open_ones_come_first_the_latest_and_gravest_before_others(known: Office) -> None:
    found = register(known, "issues")
    assert [
        (entry.record.id, entry.days_open(TODAY), entry.days_late(TODAY)) for entry in found.entries
    ] == [
        ("late", 40, 9),
        ("grave", 30, None),
        ("calm", 9, None),
        ("today", 1, None),
        ("gone", 10, None),
    ]
    assert (found.open, found.late(TODAY)) == (4, 1)


def test_states_are_told_in_the_words_of_each_register(known: Office) -> None:
    states = {
        each.name: [(entry.record.id, entry.state) for entry in each.entries]
        for each in registers(known, TODAY)
        if each.entries
    }
    assert states["lessons"] == [("kept", "not shared yet"), ("told", "shared")]
    assert states["change-requests"] == [("asked", "submitted"), ("refused", "rejected")]
    assert states["actions"] == [("do-it", "open")]


def test_an_action_of_a_programme_is_late_and_has_no_age(known: Office) -> None:
    (entry,) = register(known, "actions").entries
    assert (entry.work.id, entry.days_open(TODAY), entry.days_late(TODAY)) == ("front", None, 2)
    assert entry.due == dt.date(2026, 11, 8)
