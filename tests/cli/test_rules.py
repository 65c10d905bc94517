"""`pmo rules` and `pmo explain`: the catalogue as a reader sees it."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_check import pmo

OWN = """\
title: A project has no budget
judges: project
must: has(project.budget)
message: "{project.name} has no budget"
severity: warning
why: Nobody knew what it would cost.
"""
POLICY = """\
schema: 1
profile: standard
rules:
  green-but-late: info
  sponsor-is-project-manager: warning
  red-without-path-to-green: {effective_from: 2027-01-01}
"""


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A folder with an office that has a policy and a rule of its own."""
    rules = tmp_path / "portfolio" / "policy" / "rules"
    rules.mkdir(parents=True)
    (rules / "without-budget.yaml").write_text(OWN, encoding="utf-8")
    (rules.parent / "policy.yaml").write_text(POLICY, encoding="utf-8")
    return tmp_path


def listed(folder: Path) -> dict[str, dict[str, Any]]:
    done = pmo("rules", "--format", "json", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    return {entry["name"]: entry for entry in json.loads(done.stdout)["rules"]}


def test_the_text_tells_all_that_the_catalogue_knows(tmp_path: Path) -> None:
    done = pmo("rules", "--family", "roles", cwd=tmp_path)
    lines = [line.strip() for line in done.stdout.splitlines()]
    start = lines.index("manager-too-junior  small warning, medium error, large error")
    assert lines[start + 1 : start + 5] == [
        "The project manager has neither the level nor the certificate that the tier asks for.",
        "Asked in full; can be waived; since 0.1.0. Judges project; sees one record, the whole",
        "office, the day.",
        "Source: IPMA competence levels; UK project delivery capability framework.",
    ]
    assert max(map(len, done.stdout.splitlines())) <= 96


def test_severity_is_told_by_profile_and_tier(tmp_path: Path) -> None:
    found = listed(tmp_path)
    assert found["self-appointment"]["severities"] == {
        "starter": {"small": "warning", "medium": "warning", "large": "warning"},
        "standard": {"small": "error", "medium": "error", "large": "error"},
        "full": {"small": "error", "medium": "error", "large": "error"},
    }
    assert found["manager-too-junior"]["severities"] == {
        "full": {"small": "warning", "medium": "error", "large": "error"}
    }


@pytest.mark.parametrize(
    ("name", "judges", "sees"),
    [
        ("baseline-moved-without-change", ["programme", "project"], ["record", "office", "before"]),
        ("unknown-author", [], ["office", "before", "today", "who"]),
        ("forecast-already-past", ["project"], ["record", "today"]),
        ("protected-rule-waived", ["waiver"], ["record", "rules"]),
        ("names-differ-by-case-only", [], ["office"]),
        ("duplicate-key", [], ["file"]),
    ],
)
def test_what_a_rule_judges_and_sees(
    name: str, judges: list[str], sees: list[str], tmp_path: Path
) -> None:
    found = listed(tmp_path)[name]
    assert (sorted(found["judges"]), found["sees"]) == (judges, sees)


def test_an_office_adds_its_policy_and_its_own_rules(office: Path) -> None:
    found = listed(office)
    assert found["green-but-late"]["here"] == {
        "asked": True,
        "severity": {"small": "info", "medium": "info", "large": "info"},
        "effective_from": None,
    }
    assert found["red-without-path-to-green"]["here"]["effective_from"] == "2027-01-01"
    assert found["sponsor-is-project-manager"]["here"]["severity"]["small"] == "error"
    assert found["manager-too-junior"]["here"]["asked"] is False
    own = found["without-budget"]
    assert (own["family"], own["since"], own["sees"]) == ("own", "", ["record", "office", "today"])


def test_elsewhere_nothing_is_said_of_a_policy(tmp_path: Path) -> None:
    assert "here" not in listed(tmp_path)["green-but-late"]


def test_a_rule_is_explained_with_the_same_facts(office: Path) -> None:
    done = pmo("explain", "self-appointment", cwd=office)
    assert done.stdout.splitlines()[2:10] == [
        "Severity  warning in starter; error in standard and full",
        "Profiles  starter, standard, full",
        "Judges    assignment, organisation, person, portfolio",
        "Sees      one record, the whole office, the state before, the day, who did it",
        "Waiver    none: it cannot be waived",
        "Since     0.1.0",
        "Source    Audit practice: nobody appoints themselves",
        "",
    ]


def test_a_rule_of_the_offices_own_is_explained_as_it_is_written(office: Path) -> None:
    done = pmo("explain", "without-budget", cwd=office)
    assert "Since     a rule of your own" in done.stdout
    assert done.stdout.rstrip().endswith("why: Nobody knew what it would cost.")
    assert "    must: has(project.budget)\n" in done.stdout
