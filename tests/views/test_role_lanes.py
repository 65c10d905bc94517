"""Roles over time: who follows whom, and the days on which nobody is there."""

import datetime as dt

import pytest

from pmoascode.views.holdings import scope
from pmoascode.views.role_lanes import deputies, role_lanes
from tests.measures.small_office import office

TODAY = dt.date(2026, 11, 10)
ROLE = "title: Programme director\nfamily: delivery\nsingle_holder: true\n"
RUNNING = (
    "name: Apollo\nstatus: active\nstart: {actual: 2026-01-12}\nfinish: {forecast: 2027-06-30}\n"
)


def lanes(project: str, assignments: str, id: str = "apollo") -> dict[str, list[str]]:
    """Role to its gaps."""
    found = office(
        {
            "organisation.yaml": (
                "name: Harbour\ncurrency: EUR\nunits: {pmo: {title: PMO, type: pmo}}\n"
            ),
            "projects/apollo/project.yaml": project,
            f"assignments/{id}.yaml": assignments,
            "roles/programme-director.yaml": ROLE,
        }
    )
    return {
        lane.role: [str(gap) for gap in lane.gaps]
        for lane in role_lanes(found, scope(found, id), TODAY)
    }


@pytest.mark.parametrize(
    ("assignments", "expected"),
    [
        ("", {"sponsor": ["from 2026-01-12 to 2027-06-30"]}),
        ("sponsor: [{person: ana, from: 2026-01-12}]", {"sponsor": []}),
        (
            "sponsor: [{person: ana, from: 2026-02-01, until: 2026-12-31}]",
            {"sponsor": ["from 2026-01-12 to 2026-01-31", "from 2027-01-01 to 2027-06-30"]},
        ),
        (
            """\
sponsor:
  - {person: ana, from: 2025-12-01, until: 2026-05-31}
  - {person: tom, from: 2026-06-15}
""",
            {"sponsor": ["from 2026-06-01 to 2026-06-14"]},
        ),
        (
            """\
sponsor: [{person: ana, from: 2026-01-12}]
change-manager: [{person: tom, from: 2026-02-01, until: 2026-03-31}]
senior-user: [{person: tom, from: 2026-02-01, until: 2026-12-31}]
programme-director:
  - {person: tom, from: 2026-02-01, until: 2026-03-31}
  - {person: li, from: 2026-04-02, until: 2027-06-30}
""",
            {
                "sponsor": [],
                "change-manager": [],
                "senior-user": ["from 2027-01-01 to 2027-06-30"],
                "programme-director": ["on 2026-04-01"],
            },
        ),
    ],
)
def test_a_role_that_is_needed_is_watched_until_the_work_ends(
    assignments: str, expected: dict[str, list[str]]
) -> None:
    manager = "project-manager: [{person: kim, from: 2026-01-12}]\n"
    found = lanes(RUNNING, f"{assignments}\n{manager}")
    assert found == {"project-manager": []} | expected


HELD = "sponsor: [{person: ana, from: 2026-02-01, until: 2026-09-30}]\n"


@pytest.mark.parametrize(
    ("project", "expected"),
    [
        ("name: Apollo\nstatus: proposed\n", []),
        ("name: Apollo\nstatus: active\n", ["from 2026-10-01 on"]),
        ("name: Apollo\nstatus: active\nfinish: {forecast: 2026-11-09}\n", ["from 2026-10-01 on"]),
        ("name: Apollo\nstatus: cancelled\n", []),
        (
            "name: Apollo\nstatus: closed\nfinish: {actual: 2026-10-15}\n",
            ["from 2026-10-01 to 2026-10-15"],
        ),
        (
            """\
name: Apollo
status: active
vacancies:
  sponsor: {since: 2026-10-01, plan: Soon, owner: tom}
  tester: {since: 2026-11-01, plan: Soon, owner: tom}
""",
            ["from 2026-10-01 on"],
        ),
    ],
)
def test_how_long_a_role_is_needed(project: str, expected: list[str]) -> None:
    found = lanes(project, HELD)
    assert found["sponsor"] == expected
    assert found.get("tester", ["from 2026-11-01 on"]) == ["from 2026-11-01 on"]


def test_a_unit_is_watched_in_its_roles_of_one_holder() -> None:
    held = """\
programme-director:
  - {person: tom, from: 2026-02-01, until: 2026-03-31}
  - {person: li, from: 2026-05-01, until: 2026-06-30}
analyst: [{person: tom, from: 2026-02-01, until: 2026-03-31}]
"""
    assert lanes(RUNNING, held, "pmo") == {
        "analyst": [],
        "programme-director": ["from 2026-04-01 to 2026-04-30", "from 2026-07-01 on"],
    }


@pytest.mark.parametrize(
    ("lent", "is_deputy"),
    [
        ("role: sponsor, within: apollo, from: 2026-11-01, until: 2026-11-10", True),
        ("within: apollo, from: 2026-11-01, until: 2026-11-20", True),
        ("from: 2026-12-01, until: 2026-12-20", True),
        ("role: sponsor, within: apollo, from: 2026-11-01, until: 2026-11-09", False),
        ("role: project-manager, from: 2026-11-01, until: 2026-11-20", False),
        ("role: sponsor, within: hermes, from: 2026-11-01, until: 2026-11-20", False),
        ("role: sponsor, from: 2027-07-01, until: 2027-07-20", False),
    ],
)
def test_a_deputy_acts_for_the_role_here_and_now_or_later(lent: str, is_deputy: bool) -> None:
    found = office(
        {
            "projects/apollo/project.yaml": RUNNING,
            "projects/hermes/project.yaml": RUNNING,
            "assignments/apollo.yaml": (
                "sponsor: [{person: ana, from: 2026-01-12, until: 2027-06-30}]\n"
            ),
            "policy/delegations.yaml": f"leave: {{by: ana, to: tom, powers: [approve], {lent}}}\n",
        }
    )
    lane = role_lanes(found, scope(found, "apollo"), TODAY)[0]
    assert [each.to for each in deputies(found, lane.now[0], TODAY)] == ["tom"] * is_deputy
