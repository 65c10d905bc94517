"""What the work of a programme keeps, rolled up: the most pressing first, each thing once."""

import datetime as dt

import pytest

from pmoascode.measures.health import health
from pmoascode.office import Work
from pmoascode.views.dependencies import open_needs
from pmoascode.views.rolled_up import RolledUp, ground, rolled_up
from tests.measures.small_office import TODAY, office

FILES = {
    "organisation.yaml": "name: Example\ncurrency: EUR\n",
    "programmes/front/programme.yaml": "name: Front\nstatus: active\nphase: deliver\n",
    "programmes/front/risks.yaml": "crews: {title: Crews, probability: 3, impact: 4}\n",
    "projects/apollo/project.yaml": """\
name: Apollo
programme: front
status: active
milestones:
  open: {title: Open, critical: true, baseline: 2027-03-12, forecast: 2027-04-02}
  pilot: {title: Pilot, baseline: 2026-12-01}
  done: {title: Done, baseline: 2026-10-01, actual: 2026-10-01}
""",
    "projects/apollo/risks.yaml": "late: {title: Late, probability: 4, impact: 4}\n",
    "projects/apollo/dependencies.yaml": """\
addresses: {title: Addresses, giver: {project: hermes, milestone: ready}, need_by: 2027-01-01}
bank: {title: Bank, giver: {external: Our bank}, need_by: 2026-12-01, forecast: 2026-12-11}
""",
    "projects/apollo/decisions.yaml": "later: {title: Later?, owner: tom-berg, due: 2026-12-20}\n",
    "projects/hermes/project.yaml": """\
name: Hermes
programme: front
status: active
milestones: {ready: {title: Ready, baseline: 2027-01-01, forecast: 2027-01-05}}
""",
    "projects/hermes/decisions.yaml": "sooner: {title: Sooner?, due: 2026-12-01}\n",
    "projects/hermes/benefits.yaml": """\
calls: {title: Fewer calls, type: cashable, worth: 5000, target: {value: 9, date: 2027-12-31}}
""",
    "projects/other/project.yaml": "name: Other\nstatus: active\n",
    "projects/other/risks.yaml": "theirs: {title: Theirs, probability: 5, impact: 5}\n",
    "assignments/other.yaml": "sponsor: [{person: tom-berg, from: 2026-01-01}]\n",
    "people/tom-berg.yaml": "name: Tom Berg\n",
}


@pytest.fixture(scope="module")
def found() -> RolledUp:
    known = office(FILES)
    front = known.programmes[0]
    works: tuple[Work, ...] = (front, *known.projects_of(front))
    healths = {w.name_in_full: health(known, w, TODAY) for w in (*works, *known.projects)}
    return rolled_up(ground(known, open_needs(known), TODAY), known, works, healths)


def test_what_is_asked_stands_by_its_day(found: RolledUp) -> None:
    assert [(each.question, each.due) for each in found.asked] == [
        ("Sooner?", dt.date(2026, 12, 1)),
        ("Later?", dt.date(2026, 12, 20)),
    ]


def test_milestones_to_come_stand_by_the_day_expected(found: RolledUp) -> None:
    assert [each.row.milestone.title for each in found.milestones] == ["Pilot", "Ready", "Open"]
    assert (found.critical, found.late) == (1, 2)


def test_risks_are_those_of_the_programme_and_its_projects(found: RolledUp) -> None:
    assert [(each.risk.title, each.score) for each in found.risks] == [("Late", 16), ("Crews", 12)]
    assert found.weight.risks == 2


def test_a_dependency_between_two_projects_is_told_once(found: RolledUp) -> None:
    assert [(n.need.dependency.id, n.need.days_late) for n in found.inside] == [("addresses", 4)]
    assert [(n.need.dependency.id, n.need.days_late) for n in found.outside] == [("bank", 10)]


def test_benefits_are_summed_up_and_vacant_roles_named(found: RolledUp) -> None:
    assert [each.benefit.title for each in found.benefits] == ["Fewer calls"]
    assert found.worth.planned == 5000
    assert {each.work.id for each in found.openings} == {"front", "apollo", "hermes"}
