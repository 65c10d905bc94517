"""The examples of own rules, tried."""

import pytest

from pmoascode import own_rules
from tests.own_rules.offices import RULE, office, rule

RECORD = "project.tier != 'large' || has(project.programme)"
CASES: tuple[tuple[str, str, str, list[str]], ...] = (
    (RECORD, "project", "good: [{tier: small}, {tier: large, programme: front-door}]", []),
    (RECORD, "project", "bad: [{tier: large}]", []),
    (RECORD, "project", "bad: [{tier: small}]", ["the bad example keeps the rule"]),
    (
        RECORD,
        "project",
        "good:\n    - {tier: small}\n    - {tier: large}",
        ["the good example breaks the rule"],
    ),
    (RECORD, "project", "good: [{teir: small}]", ["the example has `teir`, which there is not"]),
    (
        "project.milestones.all(m, project.milestones[m].status == 'planned')",
        "project",
        "good: [{name: A}, {milestones: {go: {title: Live}}}]",
        [],
    ),
    (
        "project.tolerances.time_days <= 30 && project.is_running",
        "project",
        "good: [{status: active, tolerances: {time: 2 weeks}}]",
        [],
    ),
    (
        "project.budget.forecast > 1",
        "project",
        "good: [{name: A}]",
        [
            (
                "the rule cannot be asked of the example: there is no `budget`; ask with "
                "`has(...)` whether it is there"
            )
        ],
    ),
    (
        "project.budget.forecast <= before.budget.forecast",
        "project",
        "bad: [{budget: {forecast: 2}, before: {budget: {forecast: 1}}}]",
        [],
    ),
    (
        "project.budget.forecast <= before.budget.forecast",
        "project",
        "bad: [{budget: {forecast: 2}}]",
        ["the rule asks of `before`: say it in the example"],
    ),
    ("today < '2027'", "project", "good: [{today: 2026-12-31}]\n  bad: [{today: 2027-01-01}]", []),
    (
        "today < '2027'",
        "project",
        "good: [{}]",
        ["the rule asks of `today`: say it in the example"],
    ),
    (
        "office.projects.filter(p, p.health == 'red').size() < 1",
        "office",
        "bad: [{office: {projects: [{health: red}]}}]\n  good: [{office: {people: []}}]",
        [],
    ),
    (
        "office.projects == []",
        "office",
        "good: [{office: {project: []}}]",
        ["the example has `office.project`, which there is not"],
    ),
    (
        "office.projects == []",
        "office",
        "good: [{tier: small}]",
        ["the example has `tier`, which there is not"],
    ),
    *(
        (RECORD, "project", f"good: [{{{odd}}}]", [f"`{what} of the example must be {expected}"])
        for odd, what, expected in (
            ("before: true", "before`", "a record: fields with their values"),
            ("before: [1]", "before`", "a record: fields with their values"),
            ("office: 5", "office`", "lists of records by name, as `projects`"),
            ("office: [1]", "office`", "lists of records by name, as `projects`"),
            ("office: {projects: 5}", "office.projects`", "a list of records"),
            ("office: {projects: [5]}", "office.projects`", "a list of records"),
            ("office: {projects: {apollo: {}}}", "office.projects`", "a list of records"),
        )
    ),
)


@pytest.mark.parametrize(("must", "judges", "examples", "expected"), CASES)
def test_an_example_is_judged_as_it_says(
    must: str, judges: str, examples: str, expected: list[str]
) -> None:
    text = rule(must, judges=judges, more=f"examples:\n  {examples}\n")
    judged = office({RULE: text})
    assert [f for f in judged.findings if f.place.path == RULE] == []
    assert list(own_rules.flaws(judged)) == []
    found = list(own_rules.failed_examples(judged))
    assert [f.message for f in found] == [f"rule ours: {said}" for said in expected]


def test_a_failing_example_is_marked() -> None:
    text = rule(RECORD, more="examples:\n  good:\n    - {tier: small}\n    - {tier: large}\n")
    [found] = own_rules.failed_examples(office({RULE: text}))
    assert (str(found.place), found.rule) == (f"{RULE}:9:7", "own-rule-example-fails")
