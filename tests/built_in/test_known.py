"""Each role does what it is known to do, and works with those with whom it is known to work."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.built_in.shipped import roles

TABLE = Path(__file__).parent / "known.txt"
WORK_TOGETHER = [
    ("portfolio-manager", "project-manager"),
    ("portfolio-manager", "sponsor"),
    ("programme-manager", "project-manager"),
    ("programme-manager", "sponsor"),
    ("pmo-analyst", "project-manager"),
    ("pmo-analyst", "pmo-director"),
    ("pmo-coordinator", "project-manager"),
    ("project-manager", "sponsor"),
    ("project-manager", "senior-user"),
    ("junior-project-manager", "project-manager"),
    ("business-analyst", "project-manager"),
    ("business-analyst", "senior-user"),
    ("change-manager", "project-manager"),
    ("change-manager", "business-change-manager"),
    ("pmo-director", "chief-project-officer"),
    ("project-board", "project-assurance"),
]


def known() -> Iterator[tuple[str, str, str]]:
    """The rows of the table: role, responsibility, words of its text."""
    role = ""
    for line in TABLE.read_text("utf-8").splitlines():
        if line.startswith("  "):
            responsibility, _, words = line.strip().partition(": ")
            for each in words.split("; "):
                yield role, responsibility, each
        elif line and not line.startswith("#"):
            role = line


def test_every_role_has_its_rows() -> None:
    assert {role for role, _, _ in known()} == roles().keys()


@pytest.mark.parametrize(("role", "responsibility", "words"), list(known()))
def test_role_does_what_it_is_known_to_do(role: str, responsibility: str, words: str) -> None:
    assert words in roles()[role].responsibilities[responsibility].text.lower()


@pytest.mark.parametrize(("one", "other"), WORK_TOGETHER)
def test_roles_that_are_known_to_work_together_do(one: str, other: str) -> None:
    assert other in roles()[one].works_with
    assert one in roles()[other].works_with
