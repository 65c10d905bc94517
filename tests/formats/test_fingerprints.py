"""Fingerprints stay when lines move, and no two findings share one."""

import json
from collections.abc import Callable

import pytest

from pmoascode.finding import Finding, Place, Severity
from pmoascode.formats import FORMATS
from pmoascode.formats.outcome import fingerprints
from tests.formats.damaged import AFTER, result

HERMES = "projects/hermes/project.yaml"
MOVED = {HERMES: "# a remark\n\n# and another\n" + AFTER[HERMES]}
Prints = dict[str, tuple[str, int]]


def of_sarif(text: str) -> Prints:
    return {
        found["partialFingerprints"]["recordAndKeys/v1"]: (
            found["ruleId"],
            found["locations"][0]["physicalLocation"]["region"]["startLine"],
        )
        for found in json.loads(text)["runs"][0]["results"]
    }


def of_gitlab(text: str) -> Prints:
    return {
        found["fingerprint"]: (found["check_name"], found["location"]["lines"]["begin"])
        for found in json.loads(text)
    }


def of_json(text: str) -> Prints:
    said = json.loads(text)
    return {
        found["fingerprint"]: (found["rule"], found["line"])
        for found in (*said["findings"], *said["standing"], *said["waived"])
    }


@pytest.mark.parametrize(
    ("name", "read", "count"),
    [("sarif", of_sarif, 6), ("gitlab", of_gitlab, 5), ("json", of_json, 6)],
)
def test_lines_move_and_fingerprints_stay(
    name: str, read: Callable[[str], Prints], count: int
) -> None:
    before, after = read(FORMATS[name](result())), read(FORMATS[name](result(MOVED)))
    assert len(before) == count
    assert before.keys() == after.keys()
    moved = {fp for fp in before if before[fp] != after[fp]}
    assert [before[fp] for fp in moved] == [("reference-to-missing-record", 13)]
    assert [after[fp] for fp in moved] == [("reference-to-missing-record", 16)]


def finding(**changes: object) -> Finding:
    usual: dict[str, object] = {
        "rule": "a-rule",
        "severity": Severity.ERROR,
        "place": Place("projects/apollo/project.yaml", 3, 5),
        "message": "61 days late",
        "record": "project/apollo",
        "keys": ("milestones", "go-live"),
    }
    return Finding(**(usual | changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "same"),
    [
        ({"message": "62 days late"}, True),
        ({"severity": Severity.INFO}, True),
        ({"place": Place("projects/apollo/project.yaml", 9, 1)}, True),
        ({"rule": "another-rule"}, False),
        ({"record": "project/hermes"}, False),
        ({"keys": ("milestones", "pilot")}, False),
        ({"place": Place("projects/apollo/risks.yaml", 3, 5)}, False),
    ],
)
def test_what_a_fingerprint_is_made_of(changes: dict[str, object], *, same: bool) -> None:
    (first,), (second,) = fingerprints([finding()]), fingerprints([finding(**changes)])
    assert (first == second) is same


def test_findings_that_agree_in_all_are_told_apart() -> None:
    found = list(fingerprints([finding(), finding(), finding()]))
    assert len(set(found)) == 3
    assert found[0] == next(fingerprints([finding()]))
