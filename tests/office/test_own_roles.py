"""An office renames, adds, changes and retires roles in files of its own."""

import pytest

from pmoascode.document import Blob
from pmoascode.office import Office, load
from pmoascode.records.role import Role
from pmoascode.worktree import built_in_files

NEW = "title: Data steward\nfamily: business\npurpose: Keeps the data clean.\n"


def office(**roles: str) -> Office:
    """An office with the role files, by their ids with _ for -."""
    files = {f"roles/{id.replace('_', '-')}.yaml": text.encode() for id, text in roles.items()}
    blobs = {path: Blob(path, len(text), lambda text=text: text) for path, text in files.items()}  # type: ignore[misc]
    return load(blobs, built_in_files())


def role(found: Office, id: str) -> Role:
    its = found.find(Role, id)
    assert its is not None
    return its


SHIPPED = role(office(), "pmo-coordinator")


def test_a_new_name_is_one_line() -> None:
    found = office(pmo_coordinator="title: PMO officer\n")
    its = role(found, "pmo-coordinator")
    assert found.findings == ()
    assert its.title == "PMO officer"
    assert its.path == "roles/pmo-coordinator.yaml"
    assert its.responsibilities == SHIPPED.responsibilities
    assert (its.skills, its.entry_level) == (SHIPPED.skills, True)


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("skills: {planning: 3}", "skills", {"planning": 3}),
        ("certifications: []", "certifications", ()),
        ("entry_level: false", "entry_level", False),
        ("works_with: {}", "works_with", {}),
        ("next_roles: [pmo-analyst]", "next_roles", ("pmo-analyst",)),
    ],
)
def test_a_field_that_is_said_stands_in_the_place_of_the_built_in(
    text: str, field: str, value: object
) -> None:
    its = role(office(pmo_coordinator=f"title: PMO officer\n{text}\n"), "pmo-coordinator")
    assert getattr(its, field) == value
    assert its.purpose == SHIPPED.purpose


def test_a_role_is_retired_in_two_lines() -> None:
    text = "title: PMO coordinator\nstatus: retired\nreplaced_by: pmo-analyst\n"
    its = role(office(pmo_coordinator=text), "pmo-coordinator")
    assert (its.status, its.replaced_by, its.purpose) == ("retired", "pmo-analyst", SHIPPED.purpose)


def test_a_new_role_takes_nothing_from_others() -> None:
    its = role(office(data_steward=NEW), "data-steward")
    assert its == Role(
        id="data-steward",
        path="roles/data-steward.yaml",
        title="Data steward",
        family="business",
        purpose="Keeps the data clean.",
    )


def test_what_cannot_be_read_leaves_the_built_in_role() -> None:
    found = office(pmo_coordinator="title: [\n")
    assert role(found, "pmo-coordinator") == SHIPPED
    assert found.findings != ()


def test_a_built_in_field_is_looked_up_at_the_start_of_the_own_file() -> None:
    found = office(pmo_coordinator="# Our name.\ntitle: PMO officer\n")
    its = role(found, "pmo-coordinator")
    place = found.documents[its.path].place(its.at("next_roles").keys)
    assert (place.path, place.line) == ("roles/pmo-coordinator.yaml", 2)
