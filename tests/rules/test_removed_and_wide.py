"""What a change takes away leaves no line to mark: each such finding is told by its words."""

import datetime as dt

import pytest

from pmoascode.finding import Place
from pmoascode.rule import Rule
from pmoascode.rules.integrity.record_removed import record_removed
from pmoascode.rules.integrity.too_many_projects_touched import too_many_projects_touched
from pmoascode.rules.roles.pmo_head_reports_elsewhere import pmo_head_reports_elsewhere
from pmoascode.rules.roles.pmo_under_vacant_post import pmo_under_vacant_post
from pmoascode.rules.roles.role_held_by_leaver import role_held_by_leaver
from pmoascode.verdict.judging import found_by
from tests.gate.requests import By
from tests.rules.offices import office_of

TODAY = dt.date(2026, 11, 10)
RISK = "late: {title: The vendor is late}\n"
PROJECT = {
    "projects/juno/project.yaml": "name: Juno\n",
    "projects/juno/risks.yaml": RISK,
    "assignments/juno.yaml": "sponsor:\n  - {person: tom, from: 2026-01-01}\n",
}
OTHER = {
    "organisation.yaml": "{name: Harbour, currency: EUR}",
    "projects/vesta/project.yaml": "name: Vesta\n",
    "projects/vesta/risks.yaml": RISK,
}


def said(rule: Rule, before: dict[str, str], after: dict[str, str]) -> list[str]:
    was = office_of(before)
    head = office_of(after).under(was)
    inputs = {
        "office": head,
        "before": was,
        "authority": was,
        "today": TODAY,
        "pull_request": By("tom").request,
    }
    return [finding.message for finding in found_by(rule, head, inputs)]


def also(rule: Rule, files: dict[str, str]) -> list[tuple[Place, ...]]:
    office = office_of(files)
    inputs = {"office": office, "today": TODAY}
    return [finding.also for finding in found_by(rule, office, inputs)]


@pytest.mark.parametrize(
    ("after", "gone"),
    [
        (OTHER, ["Juno (project/juno)"]),  # and not each risk and role of it
        (OTHER | PROJECT | {"projects/juno/risks.yaml": "{}"}, ["The vendor is late"]),
        (
            OTHER | PROJECT | {"projects/juno/risks.yaml": RISK.replace("late:", "later:")},
            [],  # which is said of the new id
        ),
        (
            {path: text for path, text in (OTHER | PROJECT).items() if "assign" not in path},
            ["an assignment of a sponsor of Juno"],
        ),
    ],
)
def test_of_what_goes_together_the_whole_is_named(after: dict[str, str], gone: list[str]) -> None:
    found = said(record_removed, OTHER | PROJECT, after)
    assert [
        message.partition(" was removed")[0].partition(" (risk")[0] for message in found
    ] == gone


def test_what_is_removed_in_many_projects_counts() -> None:
    before = (
        OTHER
        | PROJECT
        | {"policy/policy.yaml": "rules: {too-many-projects-touched: {limits: {projects: 1}}}"}
    )
    files = {"projects/juno/risks.yaml": "{}", "projects/vesta/risks.yaml": "{}"}
    assert [
        each.partition(",")[0] for each in said(too_many_projects_touched, before, before | files)
    ] == ["this pull request changes 2 projects"]


def test_what_is_new_in_many_projects_does_not() -> None:
    before = (
        OTHER
        | PROJECT
        | {"policy/policy.yaml": "rules: {too-many-projects-touched: {limits: {projects: 1}}}"}
    )
    files = {
        f"projects/{id}/issues.yaml": "late: {title: The vendor is late}\n"
        for id in ("juno", "vesta")
    }
    assert said(too_many_projects_touched, before, before | files) == []


LINES = """
name: Harbour
currency: EUR
units:
  pmo: {title: PMO, type: pmo, head: leader, reports_to: chief}
positions:
  chief: {title: Chief, level: executive, holder: otto}
  leader: {title: Head of the PMO, level: manager, reports_to: other}
  other: {title: Other, level: executive}
"""


@pytest.mark.parametrize(
    ("rule", "person", "place"),
    [
        (
            pmo_head_reports_elsewhere,
            "active_until: 2026-12-31",
            Place("organisation.yaml", 8, 64, 5),
        ),
        (pmo_under_vacant_post, "active_until: 2026-11-09", Place("organisation.yaml", 7, 51, 4)),
    ],
)
def test_a_broken_line_names_its_other_end(rule: Rule, person: str, place: Place) -> None:
    files = {"organisation.yaml": LINES, "people/otto.yaml": f"name: Otto\n{person}\n"}
    assert also(rule, files) == [(place,)]


def test_who_holds_a_role_too_long_is_told_the_day_of_leaving() -> None:
    files = {
        "organisation.yaml": LINES,
        "projects/juno/project.yaml": "name: Juno\n",
        "people/otto.yaml": "name: Otto\nactive_from: 2026-01-01\nactive_until: 2026-11-09\n",
        "assignments/juno.yaml": (
            "sponsor:\n  - {person: otto, from: 2026-01-01, until: 2026-12-31}\n"
        ),
    }
    assert also(role_held_by_leaver, files) == [(Place("people/otto.yaml", 3, 15, 10),)]
