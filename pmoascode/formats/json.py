"""Findings as JSON for other programs; `format_version` rises with what it says.

A minor number adds fields; a major number changes or removes some.
"""

import json
from typing import Any

from pmoascode.finding import Finding, Place
from pmoascode.formats.hints import ToldHints
from pmoascode.formats.outcome import Outcome
from pmoascode.formats.result import Result

FORMAT_VERSION = "1.1"


def written(result: Result) -> str:
    """The verdict as one JSON object."""
    verdict = result.verdict
    by_fate: dict[str, list[dict[str, Any]]] = {"counts": [], "standing": [], "waived": []}
    for outcome in result.outcomes:
        by_fate[outcome.fate].append(_outcome(outcome, result))
    report = {
        "format_version": FORMAT_VERSION,
        "tool": {"name": "pmoascode", "version": result.version},
        "today": verdict.today.isoformat(),
        "fail_on": result.fail_on.label,
        "blocked": bool(result.blocking),
        "counts": dict(result.counts),
        "rules_asked": verdict.asked,
        "files": len(result.office.own_files),
        "findings": by_fate["counts"],
        "standing": by_fate["standing"],
        "waived": by_fate["waived"],
        "hints": _hints(result),
        "elsewhere": result.elsewhere or 0,  # not listed, where only some paths were asked for
        "not_asked": [{"rule": s.rule, "reason": s.reason} for s in verdict.skipped],
    }
    return json.dumps(report, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def _outcome(outcome: Outcome, result: Result) -> dict[str, Any]:
    said = finding_json(outcome.finding, result) | {"fingerprint": outcome.fingerprint}
    if outcome.waiver:
        said |= {"waiver": outcome.waiver.id, "expires": outcome.waiver.expires.isoformat()}
    return said


def _hints(result: Result) -> dict[str, Any]:
    """What the commits suggest; it counts for nothing above."""
    hints = result.verdict.hints
    return {
        "is_proof": False,
        "suspected": [finding_json(finding, result) for finding in hints.suspected],
        "approval_needed": [
            {
                "of": who,
                "rule": finding.rule,
                "record": finding.record,
                **_place(finding.place, result),
            }
            for who, findings in ToldHints(result, discreet=False).by_approver.items()
            for finding in findings
        ],
        "unknown_addresses": list(hints.unknown),
    }


def finding_json(finding: Finding, result: Result) -> dict[str, Any]:
    """One finding as every JSON of ours says it."""
    return {
        "rule": finding.rule,
        "severity": finding.severity.label,
        "record": finding.record,
        **_place(finding.place, result),
        "message": finding.message,
        "remedy": finding.remedy,
        "also": [_place(place, result) for place in finding.also],
    }


def _place(place: Place, result: Result) -> dict[str, Any]:
    return {
        "path": result.path(place.path),
        "line": place.line,
        "column": place.column,
        "width": place.width,
    }
