"""Findings as JUnit XML, which build servers show as tests: a suite a family, a case a finding.

A case is one rule on one record. It fails where the finding makes the check fail; what was there
before, what weighs less and what nothing was found of passes; waived and unasked are skipped.

Specification: https://github.com/jenkinsci/xunit-plugin (junit-10.xsd), as far as it is common
"""

from collections.abc import Iterable
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from pmoascode.finding import Finding
from pmoascode.formats.outcome import Outcome
from pmoascode.formats.result import Result, visible

_OUTSIDE = "own"  # the family of a name that no catalogue has


def written(result: Result) -> str:
    """The suites, the one that says what was asked first."""
    suites = [_suite("check", [_case("records", "read and judged", _out(result.summary))])]
    by_family = sorted(result.outcomes, key=lambda each: _family(each.finding.rule, result))
    for family, members in groupby(by_family, key=lambda each: _family(each.finding.rule, result)):
        suites.append(_suite(family, _cases(members, result)))
    if result.verdict.skipped and not result.quiet:
        skipped = [
            _case(skip.rule, "not asked", f"<skipped message={_quoted(skip.reason)}/>")
            for skip in result.verdict.skipped
        ]
        suites.append(_suite("not asked", skipped))
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    counts = _counts("".join(suites))
    return "\n".join([head, f'<testsuites name="pmo check" {counts}>', *suites, "</testsuites>\n"])


def _suite(name: str, cases: list[str]) -> str:
    inner = "\n".join(cases)
    return f"<testsuite name={_quoted(name)} {_counts(inner)}>\n{inner}\n</testsuite>"


def _counts(xml: str) -> str:
    counts = {
        "tests": xml.count("<testcase "),
        "failures": xml.count("<failure "),
        "errors": 0,
        "skipped": xml.count("<skipped "),
    }
    return " ".join(f'{name}="{count}"' for name, count in counts.items())


def _cases(members: Iterable[Outcome], result: Result) -> list[str]:
    groups: dict[tuple[str, str], list[Outcome]] = {}
    for each in members:
        subject = each.finding.record or result.path(each.finding.place.path)
        groups.setdefault((subject, each.finding.rule), []).append(each)
    return [
        _case(subject, rule, _verdict(group, result), result.path(group[0].finding.place.path))
        for (subject, rule), group in sorted(groups.items())
    ]


def _verdict(group: list[Outcome], result: Result) -> str:
    """What the case has inside: a failure, or why it is none."""
    counting = [each.finding for each in group if each.fate == "counts"]
    blocking = [finding for finding in counting if finding.severity >= result.fail_on]
    parts = []
    if blocking:
        first = blocking[0]
        text = "\n\n".join(_told(finding, result) for finding in blocking)
        kind, message = _quoted(first.severity.label), _quoted(first.message)
        parts.append(f"<failure type={kind} message={message}>{_text(text)}</failure>")
    waived = [each for each in group if each.waiver]
    if waived and not counting and all(each.waiver for each in group):
        until = waived[0].waiver.expires if waived[0].waiver else ""
        parts.append(f"<skipped message={_quoted(f'waived until {until}')}/>")
    told = [
        f"{_LEAD[each.fate]}{each.finding.severity.label}: {_told(each.finding, result)}"
        for each in group
        if each.finding not in blocking or each.fate != "counts"
    ]
    return "\n".join([*parts, *([_out("\n\n".join(told))] if told else [])])


_LEAD = {"counts": "", "standing": "there before: ", "waived": "waived: "}


def _told(finding: Finding, result: Result) -> str:
    where = result.path(str(finding.place))
    return "\n".join(filter(None, (finding.message, finding.remedy, where)))


def _case(subject: str, name: str, inner: str, file: str = "") -> str:
    at = f" file={_quoted(file)}" if file else ""
    return (
        f'<testcase classname={_quoted(subject)} name={_quoted(name)}{at} time="0">\n'
        f"{inner}\n</testcase>"
    )


def _out(text: str) -> str:
    return f"<system-out>{_text(text)}</system-out>"


def _family(rule: str, result: Result) -> str:
    entry = result.entry(rule)
    return entry.family if entry else _OUTSIDE


def _text(text: str) -> str:
    return escape(_clean(text))


def _quoted(text: str) -> str:
    return quoteattr(_clean(text))


def _clean(text: str) -> str:
    """The text without the characters that XML 1.0 has no way to write."""
    return "\n".join(visible(line) for line in text.split("\n"))
