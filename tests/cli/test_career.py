"""`pmo career`: one person's career and the capability of the office."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from pmoascode.cli import pmo
from tests.checkouts import git
from tests.cli.folders import folder_with, said

TOM = """\
name: Tom Berg
email: tom.berg@harbour.example
unit: pmo
career_role: project-manager
mentor: li-wen
skills:
  communication: {level: 5, assessed_on: 2026-05-04, assessed_by: li-wen}
  planning: {level: 3}
  leadership: {level: 5}
  claims-handling: {level: 3}
certifications:
  - {name: PMP, awarded: 2023-12-01, expires: 2026-12-01}
  - {name: Sailing, expires: 2026-11-01}
development:
  - {do: Lead a team of ten, owner: tom-berg, due: 2026-11-01}
"""


@pytest.fixture
def records(tmp_path: Path) -> Path:
    return folder_with(tmp_path, {"people/tom-berg.yaml": TOM})


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("career-person", ("tom-berg",)),
        ("career-to", ("Tom Berg", "--to", "pmo-director")),
        ("career-office", ("--office",)),
    ],
)
def test_it_says_as_before(
    records: Path, golden: Callable[[str, str], None], name: str, words: tuple[str, ...]
) -> None:
    golden(name, said(records, "career", *words))


def test_programs_get_json(records: Path) -> None:
    own = json.loads(said(records, "career", "tom-berg", "--format", "json"))
    assert (own["format_version"], own["person"], own["role"]) == (
        "1.0",
        "tom-berg",
        "project-manager",
    )
    skill = next(row for row in own["skills"] if row["skill"] == "planning")
    assert skill == {"skill": "planning", "held": 3, "needed": 4, "assessed_on": None}
    assert own["certificates"][1]["state"] == "expiring"
    assert own["evidence"][0]["months"] == 9
    office = json.loads(said(records, "career", "--office", "--format", "json"))
    assert {"role": "programme-manager"}.items() <= office["successions"][-1].items()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("tomberg",), "refused: nothing and nobody is called tomberg; did you mean tom-berg?"),
        (("tom-berg", "--to", "programme"), "refused: programme may be programme-director or"),
        ((), "refused: git has no address (user.email) here; say who is meant, by id or by name"),
    ],
)
def test_what_is_meant_is_found_or_said(
    records: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], expected: str
) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("HOME", str(records))
    assert said(records, "career", *words).startswith(expected)


@pytest.mark.parametrize(
    ("email", "expected"),
    [
        ("tom.berg@harbour.example", "You are Tom Berg (tom-berg), by git's address tom.berg@"),
        ("me@home.example", "the address that git has here, me@home.example, is nobody's"),
    ],
)
def test_without_a_name_it_is_whoever_sits_here(records: Path, email: str, expected: str) -> None:
    git("init", cwd=records.parent)
    git("config", "user.email", email, cwd=records.parent)
    command = ["career", "--records", str(records), "--today", "2026-11-10"]
    result = CliRunner().invoke(pmo, command)
    assert expected in result.stderr
    assert result.exit_code == (0 if "Tom" in expected else 2)
