"""Own rules as rules of the engine: portfolio tests, changes, waivers, policy and authority."""

import pytest

from pmoascode import own_rules
from pmoascode.finding import Severity
from pmoascode.rule import Rule
from tests.own_rules.offices import RULE, change, office, project, rule, said, verdict


def portfolio(*red: str, must_win: tuple[str, ...] = ()) -> dict[str, str]:
    """Six running projects managed by one person; those named report red."""
    files: dict[str, str] = {}
    for name in ("apollo", "atlas", "hermes", "iris", "juno", "vesta"):
        weight = "{scores: {value: 3}, must_win: true}" if name in must_win else "{scores: {}}"
        objectives = "[less-paper]" if name in must_win else "[]"
        files |= {
            f"projects/{name}/project.yaml": project(
                name.title(), priority=weight, objectives=objectives, budget="{actual: 100}"
            ),
            f"projects/{name}/reports/2026-10.yaml": (
                f"date: 2026-11-02\nby: nora-lind\nsummary: So far.\n"
                f"rating: {{overall: {'red' if name in red else 'green'}}}\n"
            ),
        }
    return files


BAD = 'office.projects.filter(p, p.is_must_win && p.health == "red")'
RED = rule(f"{BAD}.size() <= 3", judges="office", message=f"{{{BAD}.map(p, p.name)}} are red")
FOUR = ("apollo", "atlas", "hermes", "iris")


@pytest.mark.parametrize(
    ("red", "must_win", "expected"),
    [
        (FOUR, FOUR, ["Apollo, Atlas, Hermes, Iris are red"]),
        (FOUR[:3], FOUR, []),
        (FOUR, FOUR[:3], []),
        ((*FOUR, "juno"), FOUR, ["Apollo, Atlas, Hermes, Iris are red"]),
    ],
)
def test_no_more_than_three_of_the_must_wins_are_red(
    red: tuple[str, ...], must_win: tuple[str, ...], expected: list[str]
) -> None:
    found = verdict(portfolio(*red, must_win=must_win) | {RULE: RED}).findings
    assert said(found) == [(f"{RULE}:1:8", message) for message in expected]


BUSY = rule(
    "size(person.manages) <= 3",
    judges="person",
    message="{person.name} manages {size(person.manages)}: {person.manages}",
)


@pytest.mark.parametrize(
    ("projects", "expected"),
    [
        (FOUR, [("people/nora-lind.yaml:1:1", "Nora Lind manages 4: apollo, atlas, hermes, iris")]),
        (FOUR[:3], []),
    ],
)
def test_nobody_manages_more_than_three_running_projects(
    projects: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    files = portfolio() | {RULE: BUSY, "people/nora-lind.yaml": "name: Nora Lind\n"}
    for name in projects:
        files[f"assignments/{name}.yaml"] = (
            "project-manager: [{person: nora-lind, from: 2026-01-01}]\n"
            "sponsor: [{person: nora-lind, from: 2026-01-01}]\n"
        )
    files["assignments/juno.yaml"] = (
        "project-manager: [{person: nora-lind, from: 2025-01-01, until: 2026-11-09}]\n"
    )
    assert said(verdict(files).findings) == expected


TIED = rule(
    "sum(office.projects.filter(p, size(p.serves) > 0).map(p, p.cost_actual))\n"
    ">= 0.5 * sum(office.projects.map(p, p.cost_actual))",
    judges="office",
    message="{sum(office.projects.map(p, size(p.serves) > 0, p.cost_actual))} serve an objective",
)


@pytest.mark.parametrize(("tied", "expected"), [(3, []), (2, ["200 serve an objective"])])
def test_half_of_the_spend_serves_an_objective(tied: int, expected: list[str]) -> None:
    found = verdict(portfolio(must_win=FOUR[:tied]) | {RULE: TIED}).findings
    assert [message for _, message in said(found)] == expected


LEAP = rule(
    "project.budget.forecast <= before.budget.forecast * 1.1",
    message="{project.name} went from {before.budget.forecast} to {project.budget.forecast}",
    more="at: budget.forecast\nwhen: has(before.budget) && has(project.budget)\n",
)
APOLLO = "projects/apollo/project.yaml"


def test_a_rule_about_a_change_points_at_the_value_and_needs_a_base() -> None:
    before = {RULE: LEAP, APOLLO: project("Apollo", budget="{forecast: 1000}")}
    after = before | {APOLLO: project("Apollo", budget="{forecast: 1200.50}")}
    new = {"projects/new/project.yaml": project("New", budget="{forecast: 9}")}
    assert said(change(before, after | new).findings) == [
        (f"{APOLLO}:3:20", "Apollo went from 1000 to 1200.5")
    ]
    within = before | {APOLLO: project("Apollo", budget="{forecast: 1100}")}
    assert said(change(before, within).findings) == []
    alone = verdict(after)
    assert said(alone.findings) == []
    assert [skipped.rule for skipped in alone.skipped] == ["ours"]


LARGE = rule(
    "project.tier != 'large' || has(project.programme)", message="alone", more="at: tier\n"
)


def test_what_stood_before_is_apart_and_what_the_change_brings_is_not() -> None:
    before = {RULE: LARGE, APOLLO: project("Apollo", tier="large")}
    found = change(before, before | {"projects/iris/project.yaml": project("Iris", tier="large")})
    assert said(found.findings) == [("projects/iris/project.yaml:3:7", "alone")]
    assert said(found.standing) == [(f"{APOLLO}:3:7", "alone")]


def test_the_rules_of_the_base_judge_the_change_and_those_of_the_head_do_not() -> None:
    strict, lax = rule("false", message="never"), rule("true")
    apollo = {APOLLO: project("Apollo")}
    assert said(change({RULE: strict}, {RULE: lax} | apollo).findings) == [
        (f"{APOLLO}:1:1", "never")
    ]
    assert said(change({RULE: lax}, {RULE: strict} | apollo).findings) == []
    assert said(change(apollo, {RULE: strict} | apollo).findings) == []


WAIVER = """
rule: ours
record: project/apollo
reason: It ends in December.
risk: The board decides without its programme.
compensation: A call each Friday.
requested_by: tom-berg
approved: {outcome: approved, by: ana-keller, as: pmo-director, date: 2026-11-03}
created: 2026-11-02
expires: 2026-12-31
"""


def test_a_waiver_excuses_a_record_from_an_own_rule() -> None:
    files = {
        RULE: LARGE,
        APOLLO: project("Apollo", tier="large"),
        "projects/iris/project.yaml": project("Iris", tier="large"),
        "policy/waivers/apollo-alone.yaml": WAIVER.lstrip(),
    }
    found = verdict(files)
    assert said(found.findings) == [("projects/iris/project.yaml:3:7", "alone")]
    assert [waived.finding.record for waived in found.waived] == ["project/apollo"]


@pytest.mark.parametrize(
    ("policy", "own", "severity"),
    [
        ("", "", Severity.WARNING),
        ("", "severity: error\n", Severity.ERROR),
        ("rules: {ours: info}\n", "severity: error\n", Severity.INFO),
        ("rules: {ours: {effective_from: 2027-01-01}}\n", "severity: error\n", Severity.WARNING),
    ],
)
def test_the_policy_weighs_an_own_rule_like_any_other(
    policy: str, own: str, severity: Severity
) -> None:
    files = {
        "policy/policy.yaml": f"schema: 1\nprofile: starter\n{policy}",
        RULE: LARGE + own,
        APOLLO: project("Apollo", tier="large"),
    }
    assert [f.severity for f in verdict(files).findings if f.rule == "ours"] == [severity]


def test_a_rule_says_what_it_is() -> None:
    text = rule("true", more="why: Because.\nremedy: Do it.\nseverity: info\n")
    [found] = own_rules.rules(office({RULE: text}))
    assert isinstance(found, Rule)
    assert (found.name, found.family, found.title, found.why, found.remedy, found.waivable) == (
        "ours",
        "own",
        "A rule of ours",
        "Because.",
        "Do it.",
        True,
    )
    assert found.source == f"the office's own, {RULE}"


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("{project.name}: {{plain}}", "Apollo: {plain}"),
        ("{project.is_running} {project.objectives} {1.0 / 3.0}", "yes a, b 0.33"),
        ("{project.budget.baseline} {project.nothing_at_all}", None),
        ("{project.budget.baseline} of {project.budget.forecast}", "1250000 of unknown"),
        ("{'a } in a text'} {{'a': 2.5}['a']}", "a } in a text {'a': 2.5}['a']}"),
        ("{'a } in a text'} { {'a': 2.5}['a'] }", "a } in a text 2.5"),
        ("<b>{'<script>'}</b>", "<b><script></b>"),
    ],
)
def test_a_message_shows_values_as_plain_text(message: str, shown: str | None) -> None:
    text = rule("false", message="x").replace("message: 'x'", f'message: "{message}"')
    budget = {APOLLO: project("Apollo", objectives="[a, b]", budget="{baseline: 1250000}")}
    judged = office({RULE: text} | budget)
    if shown is None:
        assert len(list(own_rules.flaws(judged))) == 1
    else:
        assert said(verdict({RULE: text} | budget).findings) == [(f"{APOLLO}:1:1", shown)]
