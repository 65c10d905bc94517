"""Who does what: in every project, in one, and who may approve."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

import pytest

from pmoascode.measures.responsibility import holders, passed_on, successors, table
from pmoascode.office import Office, Work
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.records.raci import Code
from pmoascode.views.approvers import gate_approvers, limits
from pmoascode.views.raci import Matrix, RaciLine, of_work, parts_of, whole
from tests.views.test_people_and_roles import office_with

TODAY = dt.date(2026, 11, 10)


def work(office: Office, id: str) -> Work:
    found = office.find(Project, id) or office.find(Programme, id)
    assert found is not None
    return found


def line(matrix: Matrix, kind: str) -> RaciLine:
    return next(line for group in matrix.groups for line in group.lines if line.row.id == kind)


def states(matrix: Matrix) -> dict[str, str]:
    return {column.role: column.state for column in matrix.columns}


def people(matrix: Matrix, role: str) -> list[str]:
    return [a.person for column in matrix.columns if column.role == role for a in column.people]


@pytest.mark.parametrize(
    ("parts", "after", "expected"),
    [
        ({"a": "A", "b": "R"}, {}, {"a": "A", "b": "R"}),
        ({"a": "A", "b": "R"}, {"b": "c"}, {"a": "A", "c": "R"}),
        ({"a": "A", "b": "R"}, {"b": "a"}, {"a": "AR"}),
        ({"a": "I", "b": "S"}, {"b": "a"}, {"a": "S"}),
        ({"a": "AR", "b": "C"}, {"b": "a"}, {"a": "AR"}),
        ({"a": "A", "b": "S"}, {"b": ""}, {"a": "A"}),
    ],
)
def test_a_part_is_passed_on(
    parts: Mapping[str, Code], after: Mapping[str, str], expected: Mapping[str, Code]
) -> None:
    assert passed_on(parts, after) == expected


def test_own_rows_stand_among_the_built_in_ones() -> None:
    office = office_with({"policy/raci.yaml": "risk: {roles: {sponsor: AR}}\n"})
    rows = {row.id: row.roles for row in table(office)}
    assert rows["risk"] == {"sponsor": "AR"}
    assert rows["mandate"]["portfolio-manager"] == "A"


def test_the_successor_takes_the_parts_of_a_retired_role_in_built_in_rows() -> None:
    text = "title: Project support\nstatus: retired\nreplaced_by: pmo-coordinator\n"
    office = office_with(
        {
            "roles/project-support.yaml": text,
            "policy/raci.yaml": "risk: {roles: {sponsor: AR, project-support: S}}\n",
        }
    )
    rows = {row.id: row.roles for row in table(office)}
    assert rows["issue"]["pmo-coordinator"] == "S"
    assert "project-support" not in rows["issue"]
    assert rows["risk"] == {"sponsor": "AR", "project-support": "S"}


@pytest.mark.parametrize(
    ("retired", "expected"),
    [
        ({"project-support": "pmo-coordinator"}, {"project-support": "pmo-coordinator"}),
        ({"project-support": ""}, {"project-support": ""}),
        (
            {"project-support": "pmo-coordinator", "pmo-coordinator": "pmo-analyst"},
            {"project-support": "pmo-analyst", "pmo-coordinator": "pmo-analyst"},
        ),
        (
            {"project-support": "pmo-coordinator", "pmo-coordinator": "project-support"},
            {"project-support": "", "pmo-coordinator": ""},
        ),
    ],
)
def test_the_last_of_those_that_took_over_one_after_the_other_counts(
    retired: Mapping[str, str], expected: Mapping[str, str]
) -> None:
    files = {
        f"roles/{role}.yaml": "title: X\nstatus: retired\n"
        + (f"replaced_by: {after}\n" if after else "")
        for role, after in retired.items()
    }
    assert successors(office_with(files)) == expected


def test_the_whole_says_who_must_have_what_from_when_on() -> None:
    found = whole(office_with({"policy/raci.yaml": ""}))
    assert line(found, "mandate").wanted == (("large", "start-up"),)
    assert line(found, "business-case").wanted == (
        ("medium", "initiation"),
        ("large", "initiation"),
    )
    assert line(found, "report").wanted == ()


def test_records_stand_under_the_stage_that_begins_them() -> None:
    found = whole(office_with({"policy/raci.yaml": ""}))
    stages = {line.row.id: group.title for group in found.groups for line in group.lines}
    assert stages["mandate"] == "Start-up"
    assert stages["pid"] == "Initiation"
    assert stages["exception"] == "Delivery"
    assert stages["approval"] == "Whenever it is needed"
    assert stages["policy"] == "For the whole office"


def test_every_row_of_the_whole_has_one_who_answers() -> None:
    for group in whole(office_with({"policy/raci.yaml": ""})).groups:
        for each in group.lines:
            assert len(each.with_code("A")) == 1, each.row.id
            assert each.with_code("R"), each.row.id


def test_a_row_of_other_tiers_is_not_shown_on_the_project() -> None:
    raci = "risk: {tiers: [small], roles: {sponsor: AR}}\n"
    office = office_with({"policy/raci.yaml": raci})
    kinds = {
        line.row.id
        for group in of_work(office, work(office, "apollo"), TODAY).groups
        for line in group.lines
    }
    assert office.tier(work(office, "apollo")) != "small"
    assert "risk" not in kinds
    assert "issue" in kinds
    assert "policy" not in kinds


def test_a_project_shows_who_holds_its_roles_on_the_day() -> None:
    office = office_with({})
    found = of_work(office, work(office, "apollo"), TODAY)
    assert people(found, "sponsor") == ["maria-silva"]
    assert people(found, "project-manager") == ["tom-berg"]
    assert people(found, "project-board") == ["maria-silva", "paul-weber", "ines-roth"]
    assert [group.title for group in found.groups if group.is_now] == ["Delivery"]


def test_a_role_is_held_by_those_above_where_nobody_holds_it_on_the_project() -> None:
    office = office_with({})
    apollo = work(office, "apollo")
    above = holders("portfolio-manager", apollo, office, TODAY)
    on_unit = holders("pmo-director", apollo, office, TODAY)
    assert [a.scope_id for a in above] == ["change"]
    assert [a.person for a in on_unit] == ["ana-keller"]
    assert holders("team-manager", apollo, office, TODAY) == ()


@pytest.mark.parametrize(
    ("role", "file", "state"),
    [
        ("business-analyst", "", "vacant"),  # the project has requirements
        ("team-manager", "", ""),  # only helps
        ("benefit-owner", "", "in each entry"),
        ("business-analyst", "status: proposed", "nobody yet"),
    ],
)
def test_a_role_without_holder_is_vacant_only_where_its_records_are_there(
    role: str, file: str, state: str
) -> None:
    office = office_with({})
    project = office.documents["projects/apollo/project.yaml"].text
    if file:
        project = project.replace("status: active", file)
    held = office.documents["assignments/apollo.yaml"].text.replace(
        "business-analyst:", "x_business-analyst:"
    )
    changed = office_with(
        {"projects/apollo/project.yaml": project, "assignments/apollo.yaml": held}
    )
    found = of_work(changed, work(changed, "apollo"), TODAY)
    assert states(found).get(role, "") == state


def test_on_a_programme_its_manager_does_what_a_project_manager_does() -> None:
    office = office_with({})
    found = of_work(office, work(office, "front-door"), TODAY)
    assert line(found, "risk").with_code("A") == ("programme-manager",)
    assert "project-manager" not in states(found)


def test_the_parts_of_one_role_begin_with_the_gravest() -> None:
    office = office_with({"policy/raci.yaml": ""})
    found = parts_of(office, "project-manager")
    codes = [code for code, _ in found]
    assert codes == sorted(codes, key=["AR", "A", "R", "S", "C", "I"].index)
    assert "report" in [line.row.id for line in dict(found)["AR"]]


def test_gates_say_who_may_approve_them() -> None:
    office = office_with({})
    found = gate_approvers(office, work(office, "apollo"), TODAY)
    assert [(gate.title, gate.opens) for gate in found][:2] == [
        ("Start the initiation", "Initiation"),
        ("Authorise the project", "Delivery"),
    ]
    sponsor = next(a for a in found[0].approvers if a.role == "sponsor")
    assert [a.person for a in sponsor.people] == ["maria-silva"]


def test_limits_are_said_from_the_smallest_up() -> None:
    policy = "approvals: {limits: {sponsor: 250000, change-authority: 5000}}\n"
    office = office_with({"policy/policy.yaml": policy})
    found = limits(office, work(office, "apollo"), TODAY)
    assert [(limit.amount, limit.approver.role) for limit in found] == [
        (Decimal(5000), "change-authority"),
        (Decimal(250000), "sponsor"),
    ]
