"""Findings as Markdown, for the summary of a job or a comment."""

import re

from pmoascode.finding import Finding, Severity
from pmoascode.formats.result import Result

_SIGN = {Severity.ERROR: "🟥 error", Severity.WARNING: "🔶 warning", Severity.INFO: "🔹 info"}
_MOST = 200  # findings in the table; the rest is counted


def written(result: Result) -> str:
    """The outcome and a table of the findings."""
    lines = ["## Check of the office", "", _text(result.summary), ""]
    shown = sorted(result.findings, key=lambda f: -f.severity)[:_MOST]
    if shown:
        lines += ["| | Where | What | How to put it right |", "|---|---|---|---|"]
        lines += [_row(finding, result) for finding in shown]
    if len(result.findings) > len(shown):
        lines += ["", f"… and {len(result.findings) - len(shown)} more."]
    standing = result.verdict.standing
    if standing:
        lines += ["", f"{len(standing)} findings were there before this change and block nothing."]
    return "\n".join(lines) + "\n"


def _row(finding: Finding, result: Result) -> str:
    place = finding.place
    where = _text(f"{result.path(place.path)}:{place.line}")
    return (
        f"| {_SIGN[finding.severity]} | {where} | {_text(finding.message)} (`{finding.rule}`) "
        f"| {_text(finding.remedy)} |"
    )


def _text(text: str) -> str:
    """The text with every mark of punctuation encoded, so that none is read as Markdown."""
    return re.sub(r"[^\w\s.,;“”]", lambda m: f"&#{ord(m[0])};", " ".join(text.split()))
