"""Who sits at the desk: the one person with the address under which git commits."""

from pathlib import Path

import pytest

from pmoascode.cli.desk import person_here
from pmoascode.workspace import of_folder
from tests.acts.conftest import Desk
from tests.checkouts import VALID, git


@pytest.mark.parametrize(
    ("email", "person"),
    [
        ("tom.berg@harbour.example", "tom-berg"),
        ("TOM.BERG@harbour.example", "tom-berg"),
        ("stranger@harbour.example", None),
        ("", None),
    ],
)
def test_the_address_names_the_person(desk: Desk, email: str, person: str | None) -> None:
    git("config", "user.email", email, cwd=desk.folder)
    found = person_here(of_folder(desk.records).office, desk.records)
    assert (found and found.id) == person


def test_an_address_of_two_names_nobody(desk: Desk) -> None:
    text = desk.text("people/tom-berg.yaml").replace("name: ", "name: Other ", 1)
    (desk.records / "people/tom-twin.yaml").write_text(text, encoding="utf-8")
    assert person_here(of_folder(desk.records).office, desk.records) is None


def test_nobody_is_known_outside_of_a_repository(tmp_path: Path) -> None:
    assert person_here(of_folder(VALID).office, tmp_path) is None
