"""The pages of what the rules found: an overview, and the findings of each rule."""

from collections.abc import Iterator
from dataclasses import replace

from pmoascode.finding import Finding, Severity
from pmoascode.pages.directory import Directory
from pmoascode.pages.facts import Facts
from pmoascode.pages.page import Page
from pmoascode.pages.rendering import page
from pmoascode.pages.yaml_text import coded
from pmoascode.views.findings import Group, by_reason, by_rule, by_scope
from pmoascode.views.rule_catalogue import entries

FEW = 40  # findings that the overview shows in full; beyond it, it counts
A_PAGE = 80  # findings on one page of a rule


def findings(facts: Facts) -> Iterator[Page]:
    """The overview, and for each rule with findings as many pages as they need."""
    verdict = facts.verdict
    groups = by_rule(verdict)
    titles = {entry.name: entry.title for entry in (*facts.own_entries, *entries())}
    yield page(
        facts,
        "findings",
        "Findings",
        "findings",
        summary="What the rules say of the records: errors, warnings, waivers, rules not asked.",
        nav="Governance",
        verdict=verdict,
        numbers={severity.label: verdict.count(severity) for severity in Severity},
        rules=groups,
        scopes=by_scope(facts.office, verdict.findings),
        few=FEW,
        waived=sorted(verdict.waived, key=lambda w: (w.waiver.expires, w.finding.place)),
        skipped=by_reason(verdict.skipped),
        coded=coded,
        titles=titles,
        links=Directory(facts, "findings"),
    )
    for group in groups:
        yield from _of_rule(facts, group, titles.get(group.name, ""))


def _of_rule(facts: Facts, group: Group, title: str) -> Iterator[Page]:
    sheets = list(_sheets(group))
    for number, sheet in enumerate(sheets, start=1):
        path = _path(group.name, number)
        made = page(
            facts,
            path,
            f"Findings of {group.name}" + (f", {number}" if number > 1 else ""),
            "rule_findings",
            summary=title,
            group=group,
            defect=title,
            sheet=sheet,
            number=number,
            sheets=[_path(group.name, n) for n in range(1, len(sheets) + 1)],
            coded=coded,
            links=Directory(facts, path),
        )
        yield replace(made, is_found=number == 1)  # a search finds the first, which leads on


def _sheets(group: Group) -> Iterator[tuple[Finding, ...]]:
    """The findings of each page."""
    for start in range(0, len(group.findings), A_PAGE):
        yield group.findings[start : start + A_PAGE]


def _path(rule: str, number: int) -> str:
    return f"findings/{rule}" + (f"/{number}" if number > 1 else "")
