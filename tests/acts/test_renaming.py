"""`pmo rename`: files move, references follow, and the gate sees one record."""

import pytest

from pmoascode.change import changes
from pmoascode.measures.authority import is_policy
from pmoascode.revision import opened
from tests.acts.conftest import Desk


def test_a_project_takes_its_files_and_references_along(desk: Desk) -> None:
    assert desk.run("rename", "apollo", "claims-portal") == 0, desk.output
    assert "The rules would say" not in desk.output
    assert "moved: portfolio/projects/apollo/risks.yaml to" in desk.output
    assert not (desk.records / "projects/apollo").exists()
    assert "former_ids:\n  - apollo\n" in desk.text("projects/claims-portal/project.yaml")
    assert (desk.records / "assignments/claims-portal.yaml").is_file()
    assert (desk.records / "approvals/claims-portal").is_dir()
    assert "applied_in: [claims-portal]" in desk.text("projects/mercury/lessons.yaml")
    assert desk.run("check", "--base", "HEAD") == 0, desk.output


def test_a_person_stays_the_one_who_signed(desk: Desk) -> None:
    assert desk.run("rename", "person/maria-silva", "maria-sousa") == 0, desk.output
    assert "The rules would say" not in desk.output
    assert "person: maria-sousa" in desk.text("assignments/apollo.yaml")
    assert desk.run("check", "--base", "HEAD") == 0, desk.output
    assert "by: maria-sousa" in desk.text("approvals/apollo/start-initiation.yaml")


def test_a_rename_hides_no_edit(desk: Desk) -> None:
    assert desk.run("rename", "apollo", "claims-portal") == 0, desk.output
    path = desk.records / "projects/claims-portal/project.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("    baseline: 2027-03-12", "    baseline: 2027-04-02"), encoding="utf-8"
    )
    assert desk.run("check", "--base", "HEAD") == 1
    assert "pmo explain baseline-moved-without-change" in desk.output


def test_a_rename_takes_no_identity(desk: Desk) -> None:
    assert desk.run("rename", "person/maria-silva", "maria-sousa") == 0, desk.output
    path = desk.records / "people/maria-sousa.yaml"
    text = path.read_text(encoding="utf-8").replace("maria.silva@", "somebody.else@")
    path.write_text(text, encoding="utf-8")
    workspace = opened(desk.records, base="HEAD")
    assert workspace.before is not None
    (changed,) = (c for c in changes(workspace.before, workspace.office) if is_policy(c))
    assert changed.name == "person/maria-sousa"
    assert [field.keys for field in changed.fields] == [("email",)]


@pytest.mark.parametrize(
    ("record", "id", "message"),
    [
        ("apollo", "hermes", "`hermes` is the id of"),
        ("apollo", "Claims Portal", "`Claims Portal` cannot be an id"),
        ("apollo", "search", "`search` cannot be an id"),
        ("risk/apollo/vendor-late", "late", "a risk keeps its id"),
        ("nothing", "late", "there is no record `nothing`"),
    ],
)
def test_an_id_that_cannot_be(desk: Desk, record: str, id: str, message: str) -> None:
    assert desk.run("rename", record, id) == 2
    assert message in desk.output
    assert desk.changed() == ""
