"""The pages of rules: the catalogue by family, and each rule explained with its examples."""

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from functools import cache, partial
from itertools import groupby

from markupsafe import Markup

from pmoascode.pages.directory import Directory
from pmoascode.pages.facts import Facts
from pmoascode.pages.page import Page
from pmoascode.pages.rendering import page
from pmoascode.pages.wording import day
from pmoascode.pages.yaml_text import coded, yaml_text
from pmoascode.records.own_rule import OwnRule
from pmoascode.rule import Example as Told
from pmoascode.rule import Rule, example
from pmoascode.views.findings import counts
from pmoascode.views.rule_catalogue import Entry, entries, rules_by_name
from pmoascode.views.rule_severity import here, said

FAMILIES = {
    "reading": "whether a file can be read at all",
    "structure": "names, places and references of records",
    "adoption": "how the office takes its own rules up",
    "approvals": "who approved what, and when",
    "baseline": "what was promised, and how it may move",
    "benefits": "what the work is for, and whether it comes",
    "careers": "skills, levels and development of people",
    "change": "the people's side of a change",
    "closure": "how work ends",
    "dependencies": "what one project needs of another",
    "duties": "duties that one person may not hold together",
    "finance": "money planned, spent and forecast",
    "integrity": "records that must not be rewritten",
    "issues": "what has happened and needs an answer",
    "kpis": "figures that the office measures itself by",
    "lifecycle": "phases, gates and stages",
    "own": "what this office asks beyond the others",
    "portfolio": "what is chosen, and what for",
    "reporting": "status reports and their colours",
    "requirements": "what is to be built, and its acceptance",
    "risks": "what may happen, and the response",
    "roles": "who answers for what",
    "waivers": "rules that may rest for a while",
}


@dataclass(frozen=True, slots=True)
class File:
    """One file of an example."""

    path: str
    text: Markup  # highlighted; empty where the file is taken away
    is_before: bool  # as it was before the change


@dataclass(frozen=True, slots=True)
class Example:
    """One example of a rule, ready to print."""

    date: str  # the day it is judged, where it matters
    who: str  # whose change it is, and who approved it, where that matters
    files: tuple[File, ...]  # those before the change first


def rules(facts: Facts) -> Iterator[Page]:
    """The list of families."""
    found, families = counts(facts.verdict.findings), _families(facts)
    yield page(
        facts,
        "rules",
        "Rules",
        "rules",
        summary="Every rule by family: what it finds fault with, how grave it is, since when.",
        nav="Governance",
        families=families,
        total=sum(len(listed) for _, listed in families),
        about=FAMILIES,
        counts=found,
        profile=facts.office.policy.profile,
        links=Directory(facts, "rules"),
    )


def each_family(facts: Facts) -> Iterator[Callable[[], Iterator[Page]]]:
    """The page of each family, and those of its rules."""
    for family, listed in _families(facts):
        yield partial(_of_family, facts, family, listed)


def _families(facts: Facts) -> list[tuple[str, list[Entry]]]:
    known = (*entries(), *facts.own_entries)
    return [(name, list(found)) for name, found in groupby(known, lambda entry: entry.family)]


def _of_family(facts: Facts, family: str, listed: list[Entry]) -> Iterator[Page]:
    yield _family(facts, family, listed)
    for entry in listed:
        yield _rule(facts, entry)


def _family(facts: Facts, family: str, listed: list[Entry]) -> Page:
    path = f"rules/{family}"
    return page(
        facts,
        path,
        f"Rules: {family}",
        "rule_family",
        summary=f"Rules of the family {family}: {FAMILIES.get(family, '')}",
        family=family,
        about=FAMILIES.get(family, ""),
        entries=[(entry, _severity(facts, entry)) for entry in listed],
        counts=counts(facts.verdict.findings),
        profile=facts.office.policy.profile,
        coded=coded,
        links=Directory(facts, path),
    )


def _rule(facts: Facts, entry: Entry) -> Page:
    path = facts.rule_pages[entry.name]
    rule = rules_by_name().get(entry.name)
    own = None if rule else facts.office.find(OwnRule, entry.name)
    set_here = facts.office.policy.setting(entry.name)
    return page(
        facts,
        path,
        entry.name,
        "rule",
        summary=f"{entry.title} {entry.why}",
        record=own,
        is_general=own is None,
        entry=entry,
        own=own,
        written=yaml_text(facts.office.documents[own.path].text) if own else "",
        rule=rule,
        severity=_severity(facts, entry),
        asked=entry.is_in(facts.office.policy.profile),
        set_here=set_here,
        count=counts(facts.verdict.findings)[entry.name],
        examples=[
            (title, [_example(text) for text in texts])
            for title, texts in (("Finds fault with", _bad(rule)), ("Accepts", _good(rule)))
            if texts
        ],
        coded=coded,
        links=Directory(facts, path),
    )


def _severity(facts: Facts, entry: Entry) -> str:
    """How much the findings weigh under the office's policy."""
    own = {rule.name: rule for rule in facts.own_rules}
    rule = rules_by_name().get(entry.name) or own.get(entry.name)
    return said(here(rule, facts.office)) if rule else entry.severity_said


def _bad(rule: Rule | None) -> tuple[str, ...]:
    return rule.bad if rule else ()


def _good(rule: Rule | None) -> tuple[str, ...]:
    return rule.good if rule else ()


@cache  # the preview makes the same examples again and again
def _example(text: str) -> Example:
    told = example(text)
    before = [File(path, _shown(content), True) for path, content in told.before.items()]
    lines: dict[str, set[int]] = {}
    for path, line in told.marks:
        lines.setdefault(path, set()).add(line)
    after = [
        File(path, _shown(content, lines.get(path, ())), False)
        for path, content in told.files.items()
    ]
    return Example(day(told.today), _who(told), (*before, *after))


def _shown(content: str, marked: Container[int] = ()) -> Markup:
    return yaml_text(content, marked) if content else Markup("")


def _who(told: Told) -> str:
    """Who made the change of the example, in a sentence; empty where it does not matter."""
    if not told.author:
        return ""
    said = [f"a pull request of {told.author}"]
    if told.committers:
        said.append(f"with commits by {' and '.join(told.committers)}")
    if told.approvers:
        said.append(f"approved by {' and '.join(told.approvers)}")
    return ", ".join(said)
