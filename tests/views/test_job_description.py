"""A role as its job description, in the names of the organisation."""

import pytest

from pmoascode.office import Office
from pmoascode.records.role import Role
from pmoascode.records.skill import Skill
from pmoascode.views.job_description import JobDescription, job_description
from pmoascode.views.relations import in_force, incompatible, leads_from, works_with
from pmoascode.views.skill_levels import LEVELS, described
from tests.views.test_people_and_roles import office_with

STEWARD = """\
title: Data steward
family: business
works_with: {sponsor: Reports what is wrong}
reports_to: [sponsor]
next_roles: [business-analyst]
skills: {planning: 3, risk-management: 5, claims-handling: 2}
incompatible_with: {project-manager: warning}
"""
RETIRED = "title: Project support\nstatus: retired\nreplaced_by: pmo-coordinator\n"


def role(office: Office, id: str) -> Role:
    found = office.find(Role, id)
    assert found is not None
    return found


def of(id: str, **files: str) -> JobDescription:
    office = office_with({f"roles/{name.replace('_', '-')}.yaml": f for name, f in files.items()})
    return job_description(office, role(office, id))


@pytest.mark.parametrize("id", ["pmo-director", "pmo-analyst", "pmo-coordinator"])
def test_a_role_of_the_office_sits_in_the_pmo_and_has_its_line(id: str) -> None:
    found = of(id)
    assert found.unit is not None
    assert found.unit.title == "Project office"
    assert found.unit_line == ("Chief operating officer",)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (STEWARD, None),
        (STEWARD + "unit: claims\n", "Claims"),
        (STEWARD + "unit: nowhere\n", None),
    ],
)
def test_another_role_sits_where_it_says(text: str, title: str | None) -> None:
    unit = of("data-steward", data_steward=text).unit
    assert (unit.title if unit else None) == title


def test_a_role_sits_in_the_unit_on_which_it_is_held() -> None:
    held = "data-steward: [{person: lena-novak, from: 2026-01-01, until: 2026-01-31}]\n"
    files = {"roles/data-steward.yaml": STEWARD, "assignments/it.yaml": held}
    office = office_with(files)
    unit = job_description(office, role(office, "data-steward")).unit
    assert unit is not None
    assert unit.title == "Information technology"


def test_a_new_role_is_seen_from_the_roles_that_it_works_with() -> None:
    office = office_with({"roles/data-steward.yaml": STEWARD})
    assert ("data-steward", "Reports what is wrong") in works_with(office, role(office, "sponsor"))
    assert ("data-steward", "warning") in incompatible(office, role(office, "project-manager"))
    assert "data-steward" in leads_from(office, role(office, "business-analyst"))


def test_a_retired_role_gives_way_to_the_one_that_took_over() -> None:
    text = STEWARD.replace("reports_to: [sponsor]", "reports_to: [project-support, sponsor]")
    files = {"roles/project-support.yaml": RETIRED, "roles/data-steward.yaml": text}
    office = office_with(files)
    assert in_force(office, ("project-support", "nobody")) == ("pmo-coordinator", "nobody")
    found = job_description(office, role(office, "data-steward"))
    assert found.reports_to == ("pmo-coordinator", "sponsor")
    manager = role(office, "project-manager")
    assert "project-support" in manager.works_with
    assert "project-support" not in dict(works_with(office, manager))
    assurance = role(office, "project-assurance")
    assert "project-support" not in dict(incompatible(office, assurance))


def test_skills_stand_by_kind_with_their_levels_in_words() -> None:
    found = of("data-steward", data_steward=STEWARD)
    shown = {s.id: (group.title, s.word) for group in found.skills for s in group.skills}
    assert shown["planning"] == ("Method and technique", "independent")
    assert shown["risk-management"] == ("Method and technique", "guiding")
    assert set(LEVELS) == set(range(1, 8))


@pytest.mark.parametrize(
    ("level", "says"), [(1, ""), (2, "two"), (3, "two"), (4, ""), (6, "six"), (7, "six")]
)
def test_a_level_is_said_by_its_own_text_or_that_just_below(level: int, says: str) -> None:
    skill = Skill(id="s", title="S", category="soft", levels={"2": "two", "6": "six"})
    assert described(skill, level) == says


def test_the_parts_in_the_records_are_those_of_the_table() -> None:
    parts = dict(of("pmo-director").parts)
    assert "policy" in [line.row.id for line in parts["A"]]
