"""Vacancies stand in the order in which they hurt."""

import datetime as dt

import pytest

from pmoascode.views.vacancies import openings
from tests.measures.small_office import office

TODAY = dt.date(2026, 11, 10)
MANAGER = "project-manager: [{person: kim, from: 2026-01-12}]\n"
LIFECYCLE = """\
title: Standard
phases:
  delivery: {title: Delivery, stage: delivery}
  closing: {title: Closing, stage: closing}
gates:
  close: {title: Close it, before: closing}
"""


def work(*lines: str) -> str:
    return "\n".join(["name: X", "status: active", "start: {actual: 2026-01-12}", *lines, ""])


def order(files: dict[str, str]) -> list[str]:
    found = openings(office({"policy/lifecycles/standard.yaml": LIFECYCLE} | files), TODAY)
    return [f"{each.role} of {each.work.id}, {each.days}" for each in found]


def pair(first: str, second: str) -> dict[str, str]:
    """Two projects without a sponsor, `b` and `a`; the first line of each tells them apart."""
    return {
        "projects/b/project.yaml": work(first),
        "projects/a/project.yaml": work(second),
        "assignments/b.yaml": MANAGER,
        "assignments/a.yaml": MANAGER,
    }


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("priority: {scores: {value: 5}, must_win: true}", "tier: large"),
        ("tier: large", "tier: medium"),
        ("tier: medium", "tier: small"),
        ("phase: delivery", "phase: closing"),
        (
            "milestones: {board: {title: Board, kind: approval, forecast: 2026-12-01}}",
            "milestones: {board: {title: Board, kind: approval, forecast: 2026-12-02}}",
        ),
        (
            "milestones: {board: {title: Board, kind: approval, forecast: 2027-12-01}}",
            "milestones: {board: {title: Board, kind: delivery, forecast: 2026-12-02}}",
        ),
        ("budget: {baseline: 100, forecast: 300}", "budget: {baseline: 200}"),
        ("budget: {forecast: 1}", ""),
    ],
)
def test_of_two_alike_the_graver_stands_first(first: str, second: str) -> None:
    assert order(pair(first, second)) == ["sponsor of b, 302", "sponsor of a, 302"]


def test_the_longer_vacancy_stands_first() -> None:
    files = pair("", "")
    files["assignments/a.yaml"] += "sponsor: [{person: ana, from: 2026-01-12, until: 2026-05-31}]\n"
    assert order(files) == ["sponsor of b, 302", "sponsor of a, 162"]


def test_roles_weigh_before_work_and_now_before_soon() -> None:
    held = """\
sponsor: [{person: ana, from: 2026-01-12, until: 2026-11-30}]
project-manager: [{person: kim, from: 2026-01-12, until: 2027-02-09}]
senior-user: [{person: kim, from: 2026-01-12, until: 2026-10-31}]
"""
    said = "vacancies: {tester: {since: 2026-11-10, plan: Soon, owner: kim}}"
    files = {
        "projects/a/project.yaml": work("tier: large", said),
        "projects/b/project.yaml": work("tier: small"),
        "assignments/a.yaml": held,
        "assignments/b.yaml": MANAGER,
    }
    assert order(files) == [
        "sponsor of b, 302",
        "senior-user of a, 9",
        "tester of a, 0",
        "sponsor of a, -21",
    ]


def test_what_is_known_of_it_is_told() -> None:
    held = "sponsor:\n  - {person: ana, from: 2026-01-12, until: 2026-10-31}\n"
    held += "  - {person: kim, from: 2026-12-01}\n"
    files = {
        "projects/a/project.yaml": work(
            "phase: delivery",
            "vacancies: {sponsor: {since: 2026-11-01, plan: Kim comes, owner: ana}}",
        ),
        "assignments/a.yaml": held + MANAGER,
    }
    (found,) = openings(office({"policy/lifecycles/standard.yaml": LIFECYCLE} | files), TODAY)
    assert found.following
    assert found.lane.vacancy
    assert (str(found.gap), found.following.person, found.lane.vacancy.plan) == (
        "from 2026-11-01 to 2026-11-30", "kim", "Kim comes",
    )  # fmt: skip
    assert (found.tier, found.stage, found.gate, found.is_must_win) == (
        "medium", "delivery", "Close it", False,
    )  # fmt: skip


def test_work_that_does_not_run_has_none() -> None:
    assert order({"projects/a/project.yaml": "name: A\nstatus: proposed\n"}) == []
