"""A GitLab report has the documented shape, and what was there before stays in it."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from pmoascode.finding import Severity
from pmoascode.formats.gitlab import written
from pmoascode.formats.result import Result
from tests.formats.damaged import result

# As the documentation of GitLab has it, under "Code Quality report format".
SHAPE = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^[^./]"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


def severities(given: Result) -> dict[str, Any]:
    return {found["check_name"]: found["severity"] for found in json.loads(written(given))}


def test_has_the_documented_shape() -> None:
    said = json.loads(written(result()))
    assert list(Draft202012Validator(SHAPE).iter_errors(said)) == []
    assert len({found["fingerprint"] for found in said}) == len(said) == 5


@pytest.mark.parametrize(
    ("fail_on", "warning"), [(Severity.ERROR, "minor"), (Severity.WARNING, "blocker")]
)
def test_severity_tells_what_blocks(fail_on: Severity, warning: str) -> None:
    assert severities(result(fail_on=fail_on)) == {
        "file-in-unknown-place": "blocker",
        "value-not-allowed": "blocker",
        "reference-to-missing-record": "blocker",
        "dependency-late-unmarked": "critical",
        "risk-owner-without-role": warning,
    }
