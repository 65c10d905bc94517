"""A small office with one rule of its own, for tests."""

import datetime as dt
from collections.abc import Mapping

from pmoascode import own_rules
from pmoascode.document import Blob
from pmoascode.finding import Finding
from pmoascode.office import Office, load
from pmoascode.verdict import Verdict, judge, judge_change
from pmoascode.worktree import built_in_files

TODAY = dt.date(2026, 11, 10)
RULE = "policy/rules/ours.yaml"

ORGANISATION = {
    "organisation.yaml": "name: Lindqvist & Sons\ncurrency: EUR\n",
    "policy/policy.yaml": "schema: 1\nprofile: starter\n",
}


def blob(text: str) -> Blob:
    content = text.encode()
    return Blob(id=str(hash(text)), size=len(content), read=lambda: content)


def office(files: Mapping[str, str]) -> Office:
    return load(
        {path: blob(text) for path, text in (ORGANISATION | dict(files)).items()},
        {path: file for path, file in built_in_files().items() if "lifecycles" in path},
    )


def verdict(files: Mapping[str, str]) -> Verdict:
    """What the office's own rules alone say of it."""
    judged = office(files)
    assert list(own_rules.flaws(judged)) == []
    return judge(judged, own_rules.rules(judged), today=TODAY)


def change(before: Mapping[str, str], after: Mapping[str, str]) -> Verdict:
    """What the own rules of the base say of the change."""
    base, head = office(before), office(after)
    return judge_change(head, base, own_rules.rules(base), today=TODAY)


def said(findings: tuple[Finding, ...], rule: str = "ours") -> list[tuple[str, str]]:
    """The places and sentences of the rule's findings."""
    return [(str(f.place), f.message) for f in findings if f.rule == rule]


def rule(must: str, *, judges: str = "project", message: str = "broken", more: str = "") -> str:
    """The text of a rule."""
    indented = must.replace("\n", "\n  ")
    return (
        f"title: A rule of ours\njudges: {judges}\nmust: |-\n  {indented}\n"
        f"message: {message!r}\n{more}"
    )


def project(name: str, **fields: str) -> str:
    """The text of a running project."""
    more = "".join(f"{key}: {value}\n" for key, value in fields.items())
    return f"name: {name}\nstatus: active\n{more}"
