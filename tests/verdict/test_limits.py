"""Limits of rules: what the policy may say, and what a rule may declare."""

import pytest

from pmoascode.finding import Severity
from pmoascode.records.project import Project
from pmoascode.rule import Problems, Rule, rule
from pmoascode.rules import RULES
from pmoascode.verdict import judge
from tests.rules.test_examples import TODAY, office_with

LIMITS = [(each, name) for each in RULES for name in each.settings]


def said(rule_name: str, limit: str, value: str) -> list[tuple[int, str]]:
    limits = f"rules: {{{rule_name}: {{limits: {{{limit}: {value}}}}}}}"
    text = f"profile: full\n{limits}\n"
    verdict = judge(office_with({"policy/policy.yaml": text}), RULES, today=TODAY)
    wanted = ("policy-setting-malformed", "policy-names-unknown-rule")
    return [(f.place.line, f.message) for f in verdict.findings if f.rule in wanted]


@pytest.mark.parametrize(("rule_", "limit"), LIMITS, ids=lambda each: getattr(each, "name", each))
def test_the_rule_s_own_limit_can_be_written_in_the_policy(rule_: Rule, limit: str) -> None:
    assert said(rule_.name, limit, str(rule_.settings[limit])) == []


@pytest.mark.parametrize(
    ("name", "limit", "value", "own"),
    [
        ("reporting-period-missed", "gap", "7", "6 days"),
        ("report-periods-overlap", "shared", "a week", "6 days"),
        ("forecast-already-past", "grace", "14", "7 days"),
        ("delay-without-reason", "longest", "0.5", "100 days"),
        ("go-live-before-readiness", "milestone", "Go live", "go-live"),
        ("go-live-before-readiness", "milestone", "7", "go-live"),
    ],
)
def test_a_limit_of_another_kind_is_told(name: str, limit: str, value: str, own: str) -> None:
    sentence = (
        f"the policy sets `{name}.limits.{limit}`, which cannot be {value}; the rule's own is {own}"
    )
    assert said(name, limit, value) == [(2, sentence)]


def test_the_policy_s_limit_counts() -> None:
    report = "date: 2026-11-09\nby: tom-berg\nrating: {overall: green, schedule: green}\n"
    found = []
    for gap in ("29 days", "30 days"):
        policy = f"profile: full\nrules: {{reporting-period-missed: {{limits: {{gap: {gap}}}}}}}\n"
        files = {"policy/policy.yaml": policy, "projects/apollo/reports/2026-12.yaml": report}
        verdict = judge(office_with(files), RULES, today=TODAY)
        found.append("reporting-period-missed" in {f.rule for f in verdict.findings})
    assert found == [True, False]


def test_a_rule_cannot_declare_a_text() -> None:
    def late(project: Project, *, grace: str = "7 days") -> Problems:
        """It is late."""
        yield project.at(), grace

    declared = rule(Severity.ERROR, profile="full", source="", bad="", good="")
    with pytest.raises(ValueError, match="the limit `grace` of a rule is a text"):
        declared(late)
