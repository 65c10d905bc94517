"""Findings as annotations of a GitHub pull request, by workflow commands.

GitHub shows ten annotations of a kind and step: the rest is counted, and stands in the summary.

Specification: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from itertools import groupby

from pmoascode.finding import Finding, Severity
from pmoascode.formats.result import Result, visible

_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_SHOWN = 10  # annotations of one kind that GitHub shows for a step


def written(result: Result) -> str:
    """One command a finding, errors first, then what is not annotated and the outcome."""
    lines, left = [], []
    gravest_first = sorted(result.findings, key=lambda finding: -finding.severity)
    for severity, group in groupby(gravest_first, key=lambda finding: finding.severity):
        findings = list(group)
        lines += [_annotation(finding, result) for finding in findings[:_SHOWN]]
        if len(findings) > _SHOWN:
            left.append(f"{len(findings) - _SHOWN} more of severity {severity.label}")
    if left:
        lines.append(f"{' and '.join(left)}: the summary of the job lists them")
    return "\n".join([*lines, _data(result.summary)]) + "\n"


def _annotation(finding: Finding, result: Result) -> str:
    place = finding.place
    properties = {
        "file": result.path(place.path),
        "line": str(place.line),
        "col": str(place.column),
        "endColumn": str(place.column + place.width),
        "title": visible(finding.rule),
    }
    said = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    text = f"{finding.message}\n{finding.remedy}" if finding.remedy else finding.message
    return f"::{_COMMAND[finding.severity]} {said}::{_data(text)}"


def _data(text: str) -> str:
    """The text with what would end or start a command made harmless."""
    for character, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A")):
        text = text.replace(character, code)
    # the runner takes ##[...] for a command anywhere in a line
    text = text.replace("##[", "# #[")
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
