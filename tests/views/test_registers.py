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
    "projects/apollo/requirements.yaml": """\
proven:
  text: Proven
  priority: should
  status: verified
  verified: {by: tom-berg, date: 2026-10-02, result: passed}
wished: {text: Wished, priority: could, source: A letter, acceptance: Seen, test: case-1}
needed: {text: Needed, priority: must, source: A letter, acceptance: Seen, test: case-2}
""",
    "projects/apollo/deliverables.yaml": """\
portal: {title: Portal, requirements: [needed], due: {baseline: 2026-11-01, forecast: 2026-11-05}}
help: {title: Help, due: {baseline: 2026-10-01, actual: 2026-10-02}}
form:
  title: Form
  accepted: {outcome: approved, by: maria-silva, as: senior-user, date: 2026-09-09}
""",
    "assurance/apollo/early.yaml": """\
title: Early
type: health-check
date: 2026-10-01
rating: amber
recommendations:
  later: {text: Later, priority: recommended, due: 2026-12-01}
  first: {text: First, priority: essential, due: 2026-11-01}
  over: {text: Over, priority: essential, done: 2026-10-20}
""",
    "assurance/apollo/settled.yaml": "title: Settled\ntype: gate\ndate: 2026-09-01\n",
    "improvements.yaml": """\
cold: {title: Cold tests, source: lesson, recommendation: A chamber., due: 2026-11-01}
course: {title: A course, source: idea, status: done}
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
    assert entry.work
    assert (entry.work.id, entry.days_open(TODAY), entry.days_late(TODAY)) == ("front", None, 2)
    assert entry.due == dt.date(2026, 11, 8)


def lines(known: Office, name: str) -> list[tuple[str, bool, str, int | None, str]]:
    return [
        (each.record.id, each.is_open, each.state, each.days_late(TODAY), each.note)
        for each in register(known, name).entries
    ]


def test_requirements_are_open_until_they_are_proven_and_say_what_is_missing(known: Office) -> None:
    assert lines(known, "requirements") == [
        ("needed", True, "proposed", None, ""),
        ("wished", True, "proposed", None, "no deliverable"),
        ("proven", False, "verified", None, "no need, no deliverable, no acceptance criterion"),
    ]


def test_deliverables_are_late_until_they_are_there_and_open_until_accepted(known: Office) -> None:
    assert lines(known, "deliverables") == [
        ("portal", True, "to come", 5, ""),
        ("help", True, "handed over, not accepted", None, ""),
        ("form", False, "accepted", None, ""),
    ]


def test_reviews_are_open_while_a_recommendation_is(known: Office) -> None:
    assert lines(known, "reviews") == [
        ("early", True, "to be carried out", 9, "Later; First"),
        ("settled", False, "done", None, ""),
    ]


def test_what_the_office_does_better_belongs_to_no_work(known: Office) -> None:
    assert lines(known, "improvements") == [
        ("cold", True, "proposed", 9, "A chamber. (From: lesson.)"),
        ("course", False, "done", None, "(From: idea.)"),
    ]
    assert {each.work for each in register(known, "improvements").entries} == {None}


def test_a_register_without_days_of_origin_tells_no_ages(known: Office) -> None:
    assert register(known, "reviews").is_aged
    assert not register(known, "deliverables").is_aged
