"""What rules say of entries whose project is not there, or has ended."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest

from pmoascode.rule import Example, Rule, example
from pmoascode.rules import RULES
from pmoascode.verdict import judge
from tests.rules.test_examples import TODAY, VALID, office_with

_OF = re.compile(r"(project|programme)s/([^/]+)/.+\.yaml")

# These judge work that has ended as well: their records stay, or are written at its end.
JUDGED_ANYWAY = frozenset(
    {
        "actual-in-the-future",
        "approver-is-project-manager",
        "approver-is-requester",
        "benefit-owned-by-delivery",
        "business-case-not-reviewed",
        "cancelled-without-decision",
        "change-beyond-authority",
        "change-decision-incomplete",
        "change-without-impact-assessment",
        "circular-dependency",
        "correction-incomplete",
        "correction-not-matching",
        "dates-out-of-order",
        "dependency-on-stopped-project",
        "end-report-before-last-milestone",
        "gate-evidence-missing",
        "milestone-dropped-without-reason",
        "placeholder-left-in",
        "portfolio-differs-from-programme",
        "priority-score-differs",
        "project-outside-any-portfolio",
        "project-scored-by-sponsor",
        "reference-to-missing-record",
        "report-not-named-by-period",
        "sign-off-backdated",
        "sign-off-dated-ahead",
        "sign-off-over-limit",
        "sign-off-without-authority",
        "stale-approval",
        "waiver-approved-by-beneficiary",
        "waiver-too-long",
        "waiver-without-authority",
    }
)


def owners(told: Example) -> Mapping[str, str]:
    """The files of the projects and programmes that the example has entries of, with their text."""
    of = (_OF.fullmatch(path) for path in told.files)
    paths = {f"{found[1]}s/{found[2]}/{found[1]}.yaml" for found in of if found}
    known = {path: VALID[path].read().decode() for path in sorted(paths & VALID.keys())}
    return {**known, **{path: told.files[path] for path in sorted(paths & told.files.keys())}}


def orphaned(text: str) -> Example:
    """The example without the projects and programmes that its entries belong to."""
    told = example(text)
    return replace(told, files={**told.files, **dict.fromkeys(owners(told), "")}, marks=())


def ended(text: str) -> Example:
    """The example with its projects and programmes cancelled."""
    told = example(text)
    over = {
        path: re.sub(r"(?m)^status:.*\n", "", work) + "status: cancelled\n"
        for path, work in owners(told).items()
    }
    return replace(told, files={**told.files, **over}, marks=())


def is_about_a_change(rule: Rule) -> bool:
    return bool({"before", "pull_request"} & set(rule.inputs))


def leaves_ended_work_alone(rule: Rule) -> bool:
    return not is_about_a_change(rule) and rule.name not in JUDGED_ANYWAY


def owned_examples(kept: Callable[[Rule], bool]) -> Iterator[Any]:
    for rule in filter(kept, RULES):
        for number, text in enumerate(rule.bad, start=1):
            if owners(example(text)):
                yield pytest.param(rule, text, id=f"{rule.name}-{number}")


def said(rule: Rule, told: Example) -> list[str]:
    verdict = judge(office_with(told.files), [rule], today=told.today or TODAY)
    return [str(f) for f in verdict.findings if f.rule == rule.name]


@pytest.mark.parametrize(("rule", "text"), list(owned_examples(leaves_ended_work_alone)))
def test_ended_work_is_left_alone(rule: Rule, text: str) -> None:
    assert said(rule, ended(text)) == []


@pytest.mark.parametrize("rule", [r for r in RULES if r.name in JUDGED_ANYWAY])
def test_what_is_judged_anyway_is_judged(rule: Rule) -> None:
    assert any(said(rule, ended(text)) for text in rule.bad)


@pytest.mark.parametrize(
    ("rule", "text"), list(owned_examples(lambda rule: not is_about_a_change(rule)))
)
def test_an_entry_without_its_project_is_no_fault_of_the_rule(rule: Rule, text: str) -> None:
    said(rule, orphaned(text))
