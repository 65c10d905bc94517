"""Findings as annotations of a GitHub pull request, by workflow commands.

Specification: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from pmoascode.finding import Finding, Severity
from pmoascode.formats.result import Result

_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def written(result: Result) -> str:
    """One command a finding, then the outcome in one line."""
    lines = [_annotation(finding, result) for finding in result.findings]
    return "\n".join([*lines, _data(result.summary)]) + "\n"


def _annotation(finding: Finding, result: Result) -> str:
    place = finding.place
    properties = {
        "file": result.path(place.path),
        "line": str(place.line),
        "col": str(place.column),
        "endColumn": str(place.column + place.width),
        "title": finding.rule,
    }
    said = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    text = f"{finding.message}\n{finding.remedy}" if finding.remedy else finding.message
    return f"::{_COMMAND[finding.severity]} {said}::{_data(text)}"


def _data(text: str) -> str:
    """The text with what would end or start a command made harmless."""
    for character, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A")):
        text = text.replace(character, code)
    # the runner takes ##[...] for a command anywhere in a line
    return text.replace("##[", "# #[")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
