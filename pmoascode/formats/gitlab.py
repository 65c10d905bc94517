"""Findings as a GitLab code quality report.

What was there before is in it too: GitLab itself compares the reports of the two branches, and
would call a finding that is left out put right. Waived findings are left out.

Specification: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

import json
from typing import Any

from pmoascode.finding import Severity
from pmoascode.formats.outcome import Outcome
from pmoascode.formats.result import Result, visible

_SEVERITY = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}
_BLOCKING = "blocker"


def written(result: Result) -> str:
    """A list with one object a finding."""
    found = [_issue(each, result) for each in result.outcomes if each.fate != "waived"]
    return json.dumps(found, indent=2, ensure_ascii=True) + "\n"


def _issue(outcome: Outcome, result: Result) -> dict[str, Any]:
    finding = outcome.finding
    said = f"{finding.message}. {finding.remedy}" if finding.remedy else finding.message
    blocks = outcome.fate == "counts" and finding.severity >= result.fail_on
    return {
        "description": " ".join(visible(word) for word in said.split()),
        "check_name": finding.rule,
        "fingerprint": outcome.fingerprint,
        "severity": _BLOCKING if blocks else _SEVERITY[finding.severity],
        "location": {
            "path": result.path(finding.place.path),
            "lines": {"begin": finding.place.line},
        },
    }
