"""Every rule finds fault with its bad examples, and only there, and accepts its good ones."""

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from pmoascode.document import Blob
from pmoascode.finding import FIRST_VERSION, Severity
from pmoascode.forge import Account, Maker, PullCommit, PullRequest, Review
from pmoascode.office import Office, load
from pmoascode.rule import Example, Rule, example
from pmoascode.rules import RULES
from pmoascode.verdict import Verdict, judge
from pmoascode.worktree import built_in_files, files_in

FOLDER = Path(__file__).parents[1] / "valid_office"
RULES_FOLDER = Path(__file__).parents[2] / "pmoascode" / "rules"
CATALOGUE: dict[str, dict[str, Any]] = yaml.safe_load(
    (RULES_FOLDER / "catalogue.yaml").read_text(encoding="utf-8")
)
TODAY = dt.date(2026, 11, 10)
SECTIONS = ("title", "why", "remedy")


def in_memory(path: str, text: str) -> Blob:
    content = text.encode()
    return Blob(id=path, size=len(content), read=lambda: content)


VALID = {path: in_memory(path, b.read().decode()) for path, b in files_in(FOLDER).items()}
BUILT_IN = {path: in_memory(path, b.read().decode()) for path, b in built_in_files().items()}
BEFORE = load(VALID, BUILT_IN)


def office_with(*layers: Mapping[str, str]) -> Office:
    """The valid office with the files laid over it; an empty text takes a file away."""
    laid = dict(VALID)
    for files in layers:
        laid |= {path: in_memory(path, text) for path, text in files.items()}
        for path in [path for path, text in files.items() if not text]:
            laid.pop(path, None)
    return load(laid, BUILT_IN)


def pull_request(told: Example) -> PullRequest | None:
    """The pull request of the people whom the example names, by the accounts of their records."""
    if not told.author:
        return None
    commits = tuple(
        PullCommit(str(number), Maker(name, f"{name}@harbour.example", account(name)), None)
        for number, name in enumerate(told.committers or (told.author,))
    )
    reviews = tuple(Review(account(name), "approved", "head") for name in told.approvers)
    return PullRequest("github", 1, account(told.author), "head", "base", reviews, commits)


def account(name: str) -> Account:
    person = BEFORE.person(name)
    known = person and person.identities and person.identities.github
    return Account("github", name, (known.id if known else None) or 9999, name.endswith("-bot"))


def judged(rule: Rule, text: str) -> tuple[Verdict, list[tuple[str, int]]]:
    """What all rules say of the example, and the lines that it marks.

    For a rule about a change the valid office is what was there before, with the files that the
    example calls so; the pull request is that of the people whom it names.
    """
    told = example(text)
    if not {"before", "pull_request"} & set(rule.inputs):
        verdict = judge(office_with(told.files), RULES, today=told.today or TODAY)
        return verdict, sorted(told.marks)
    before = office_with(told.before)
    verdict = judge(
        office_with(told.before, told.files).under(before),
        RULES,
        today=told.today or TODAY,
        before=before,
        pull_request=pull_request(told),
    )
    return verdict, sorted(told.marks)


def examples(kind: str) -> Iterator[Any]:
    for rule in RULES:
        for number, text in enumerate(rule.bad if kind == "bad" else rule.good, start=1):
            yield pytest.param(rule, text, id=f"{rule.name}-{number}")


each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


def test_the_valid_office_is_valid() -> None:
    verdict = judge(BEFORE, RULES, today=TODAY, before=BEFORE)
    assert BEFORE.policy.profile == "full"
    assert [str(f) for f in verdict.findings if f.severity > Severity.INFO] == []


def test_no_name_is_given_twice() -> None:
    names = [rule.name for rule in RULES]
    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize(("rule", "text"), list(examples("bad")))
def test_bad_example_is_found_at_its_marks_alone(rule: Rule, text: str) -> None:
    verdict, marks = judged(rule, text)
    assert marks, "a bad example marks the lines with `# <--`"
    wanted = [(rule.name, path, line) for path, line in marks]
    assert [(f.rule, f.place.path, f.place.line) for f in verdict.findings] == wanted


@pytest.mark.parametrize(("rule", "text"), list(examples("good")))
def test_good_example_is_accepted(rule: Rule, text: str) -> None:
    verdict, marks = judged(rule, text)
    assert not marks
    assert [str(f) for f in verdict.findings if f.rule in (rule.name, *UNREADABLE)] == []


UNREADABLE = ("missing-field", "unknown-field", "value-not-allowed", "wrong-type")


@each_rule
def test_rule_has_examples_of_both_kinds(rule: Rule) -> None:
    assert rule.bad
    assert rule.good


@each_rule
def test_rule_says_the_defect_why_and_the_remedy(rule: Rule) -> None:
    assert [name for name in SECTIONS if not getattr(rule, name)] == []
    assert rule.title.endswith(".")


@each_rule
def test_rule_agrees_with_the_catalogue(rule: Rule) -> None:
    entry = CATALOGUE[rule.name]
    assert rule.since == entry.get("since", FIRST_VERSION)
    severity = (
        rule.severity.label
        if isinstance(rule.severity, Severity)
        else {tier: weight.label for tier, weight in rule.severity.items()}
    )
    assert (RULES_FOLDER / rule.family / f"{rule.name.replace('-', '_')}.py").is_file()
    assert {
        "family": rule.family,
        "profile": rule.profile,
        "severity": severity,
        "waivable": rule.waivable,
    } == {key: entry[key] for key in ("family", "profile", "severity", "waivable")}
