"""`pmo my`: what is due from one person and what waits for their decision."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.folders import folder_with, said

FILES = {
    "projects/apollo/change-requests.yaml": """\
later:
  title: Go-live in April
  requested_by: tom-berg
  reason: The vendor is late.
""",
    "people/tom-berg.yaml": """\
name: Tom Berg
email: tom.berg@harbour.example
development:
  - {do: Lead a team of ten, owner: tom-berg, due: 2026-11-01}
""",
}


@pytest.fixture
def records(tmp_path: Path) -> Path:
    return folder_with(tmp_path, FILES)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("my-manager", ("tom-berg",)),
        ("my-sponsor", ("maria",)),
        ("my-week", ("tom-berg", "--days", "0")),
    ],
)
def test_it_says_as_before(
    records: Path, golden: Callable[[str, str], None], name: str, words: tuple[str, ...]
) -> None:
    golden(name, said(records, "my", *words))


def test_programs_get_json(records: Path) -> None:
    own = json.loads(said(records, "my", "tom-berg", "--format", "json"))
    assert (own["format_version"], own["person"], own["until"]) == ("1.0", "tom-berg", "2026-12-10")
    first = own["due"][0]
    assert (first["kind"], first["days_late"], first["file"], first["field"]) == (
        "development", 9, "people/tom-berg.yaml", "development.0.due"
    )  # fmt: skip
    sponsor = json.loads(said(records, "my", "maria-silva", "--format", "json"))
    assert {"what": "change request", "record": "change-request/apollo/later"}.items() <= next(
        each for each in sponsor["waiting"] if each["what"] == "change request"
    ).items()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("nobody-here",), "refused: nothing and nobody is called nobody-here"),
        (("tom-berg", "--days", "-1"), "refused: "),
    ],
)
def test_what_is_not_understood_is_said(
    records: Path, words: tuple[str, ...], expected: str
) -> None:
    assert said(records, "my", *words).startswith(expected)
