"""Findings as SARIF 2.1.0, for code scanning and editors.

Specification: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

import json
import re
from typing import Any
from urllib.parse import quote

from pmoascode.finding import Place, Severity
from pmoascode.formats.outcome import Outcome
from pmoascode.formats.result import Result

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_BASE = "%SRCROOT%"  # what relative paths start from: where the check was called
_FINGERPRINT = "recordAndKeys/v1"


def written(result: Result) -> str:
    """One log with one run."""
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(result)]}
    return json.dumps(log, indent=2, ensure_ascii=True) + "\n"


def _run(result: Result) -> dict[str, Any]:
    names = sorted({each.finding.rule for each in result.outcomes})
    return {
        "tool": {
            "driver": {
                "name": "pmoascode",
                "semanticVersion": result.version,
                "rules": [_rule(name, result) for name in names],
            }
        },
        "invocations": [_invocation(result)],
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(each, names.index(each.finding.rule), result) for each in result.outcomes
        ],
        "properties": {"today": result.verdict.today.isoformat()},
    }


def _invocation(result: Result) -> dict[str, Any]:
    unasked = [
        {
            "level": "note",
            "message": _message(f"{skip.rule} was not asked: {skip.reason}"),
            "associatedRule": {"id": skip.rule},
        }
        for skip in result.verdict.skipped
        if not result.quiet
    ]
    return {"executionSuccessful": True, "toolConfigurationNotifications": unasked}


def _rule(name: str, result: Result) -> dict[str, Any]:
    entry = result.entry(name)
    if entry is None:
        return {"id": name}
    said = "\n\n".join(part for part in (entry.why, entry.remedy) if part) or entry.title
    level = entry.severity.upper()
    return {
        "id": name,
        "shortDescription": {"text": entry.title},
        "fullDescription": {"text": entry.why or entry.title},
        "help": {"text": said},
        "defaultConfiguration": {
            "level": _LEVEL[Severity[level]] if level in Severity.__members__ else "warning"
        },
        "properties": {"tags": [entry.family]},
    }


def _result(outcome: Outcome, index: int, result: Result) -> dict[str, Any]:
    finding = outcome.finding
    text = f"{finding.message}\n{finding.remedy}" if finding.remedy else finding.message
    said: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVEL[finding.severity],
        "message": _message(text),
        "locations": [_location(finding.place, result, finding.record)],
        "partialFingerprints": {_FINGERPRINT: outcome.fingerprint},
    }
    if finding.also:
        said["relatedLocations"] = [
            {"id": number} | _location(place, result)
            for number, place in enumerate(finding.also, start=1)
        ]
    if result.is_change:
        # a waiver is the base's, and so is what it excuses
        said["baselineState"] = "new" if outcome.fate == "counts" else "unchanged"
    said["suppressions"] = _suppressions(outcome)
    return said


def _suppressions(outcome: Outcome) -> list[dict[str, Any]]:
    waiver = outcome.waiver
    if waiver is None:
        return []
    return [
        {
            "kind": "external",
            "status": "accepted",
            "justification": waiver.reason,
            "properties": {"waiver": waiver.id, "expires": waiver.expires.isoformat()},
        }
    ]


def _location(place: Place, result: Result, record: str = "") -> dict[str, Any]:
    physical = {
        "artifactLocation": _artifact(result.file(place.path)),
        "region": {
            "startLine": place.line,
            "startColumn": place.column,
            "endColumn": place.column + place.width,
        },
    }
    said: dict[str, Any] = {"physicalLocation": physical}
    if record:
        said["logicalLocations"] = [{"fullyQualifiedName": record}]
    return said


def _artifact(path: str) -> dict[str, str]:
    """The path as an address; bytes that are no text are kept as they are."""
    address = quote(path, errors="surrogateescape")
    return (
        {"uri": f"file://{address}"}
        if path.startswith("/")
        else {"uri": address, "uriBaseId": _BASE}
    )


def _message(text: str) -> dict[str, str]:
    """The text with nothing in it that readers take for a link or a placeholder."""
    text = text.replace("](", "] (")
    return {"text": re.sub(r"\{(?=\d)", "{ ", text)}
