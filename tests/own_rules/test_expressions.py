"""Expressions: what they answer, and where a wrong one is marked."""

import pytest

from pmoascode import own_rules
from tests.own_rules.offices import RULE, office, project, rule, said, verdict

APOLLO = project(
    "Apollo",
    tier="large",
    objectives="[less-paper, fewer-calls]",
    finish="{baseline: 2026-09-30, forecast: 2026-11-24}",
    budget="{baseline: 1000, forecast: 1100.50, actual: 400}",
    tolerances="{time: 14 days, cost: 5 %}",
    milestones="{go-live: {title: Live, baseline: 2026-09-01, actual: 2026-09-05}}",
    x_steer="blue",
)

TRUE = (
    'project.tier == "large"',
    'project.id == "apollo" && project.name == "Apollo"',
    'project.lifecycle == "standard" && project.stage == "start-up"',
    "project.is_running && !project.is_ended",
    'project.x_steer == "blue"',
    "has(project.budget) && !has(project.programme)",
    "project.budget.forecast <= project.budget.baseline * 1.1005",
    "project.budget.baseline == 1000 && project.budget.baseline < 1000.5",
    "project.cost_variance_percent > 10 && project.cost_variance_percent < 10.1",
    'project.tolerances.time == "14 days" && project.tolerances.time_days == 14',
    "project.tolerances.cost_percent == 5",
    'project.finish.forecast > today && today == "2026-11-10"',
    "days(project.finish.baseline, today) == 41",
    "project.slip_days == 55",
    "size(project.objectives) == 2 && project.objectives[0] == 'less-paper'",
    '"less-paper" in project.objectives && "fewer-calls" in project.serves',
    'project.milestones.all(m, project.milestones[m].status == "planned")',
    "project.milestones.exists(m, has(project.milestones[m].actual))",
    'project.name.startsWith("A") && project.name.matches("^[A-Z][a-z]+$")',
    "office.projects.filter(p, p.is_running).size() == 2",
    "office.projects.filter(p, p.is_running).map(p, p.id) == ['apollo', 'hermes']",
    "office.projects.filter(p, p.is_running).map(q, q.id + '!') == ['apollo!', 'hermes!']",
    "office.projects.filter(p, has(p.budget)).map(p, p.tier == 'large', p.id) == ['apollo']",
    "sum(office.projects.map(p, has(p.cost_actual), p.cost_actual)) == 400",
    "sum([]) == 0 && sum([1.5, 2.5]) == 4",
    "office.people == []",
    'project.health == "green" && project.stated == "green" && !project.is_must_win',
    "project.managers == ['nora-lind'] && project.sponsors == []",
    'project.holders["project-manager"] == ["nora-lind"]',
    'office.assignments.exists(a, a.of == project.id && a.person == "nora-lind" && a.is_current)',
    'office.reports.exists(r, r.of == project.id && r.rating.overall == "green")',
    "project.last_report_age == 8",
    "(project.tier == 'small' ? 1 : 2) == 2 // said in two words",
    "{'large': 3.0}[project.tier] == 3",
)

OTHERS = {
    "projects/apollo/project.yaml": APOLLO,
    "projects/apollo/reports/2026-10.yaml": (
        "date: 2026-11-02\nby: nora-lind\nrating: {overall: green}\nsummary: On the way.\n"
    ),
    "projects/hermes/project.yaml": project("Hermes"),
    "assignments/apollo.yaml": (
        "project-manager:\n"
        "  - {person: otto-falk, from: 2026-01-01, until: 2026-06-30}\n"
        "  - {person: nora-lind, from: 2026-07-01}\n"
    ),
}


@pytest.mark.parametrize("must", TRUE)
def test_an_expression_that_is_true_of_a_record_is_silent_and_its_opposite_speaks(
    must: str,
) -> None:
    when = "when: project.id == 'apollo'\n"
    assert said(verdict(OTHERS | {RULE: rule(must, more=when)}).findings) == []
    opposite = rule(f"!({must.partition(' //')[0]})", more=when)
    assert said(verdict(OTHERS | {RULE: opposite}).findings) == [
        ("projects/apollo/project.yaml:1:1", "broken")
    ]


WRONG = (
    ("project.tier = 'large'", "4:16", "`=` is not of the language; write `==`"),
    ("project.tier == 'large' and true", "4:27", "`and` is not of the language; write `&&`"),
    ("project.tier ==", "4:18", "the expression ends too early"),
    ("has(project)", "4:7", "`has` asks for a value of a record, as in `has(project.budget)`"),
    ("has(project.budget", "4:21", "the expression ends too early"),
    ("project.tier == 'large' )", "4:27", "`)` cannot stand here"),
    ("true &&\n  project.tier ==\n  )", "6:5", "`)` cannot stand here"),
    ("projct.tier == 'large'", "4:3", "nothing is called `projct` here; did you mean `project`?"),
    (
        "has(project.programe)",
        "4:15",
        "`project` has no `programe`; did you mean `programme`?",
    ),
    (
        "office.project.all(p, true)",
        "4:10",
        "`office` has no `project`; did you mean `projects`?",
    ),
    (
        "office.projects.all(p,\n  p.teir == 'large')",
        "5:7",
        "`p` has no `teir`; did you mean `tier`?",
    ),
    (
        "office.projects.filter(p, true).all(q, q.teir == 'large')",
        "4:44",
        "`q` has no `teir`; did you mean `tier`?",
    ),
    ("project.all(p, true)", "4:3", "`project` is one record and no list"),
    ("size(projects) > 3", "4:8", "nothing is called `projects` here; did you mean `project`?"),
    ("project.name.lower() == 'x'", "4:16", "there is no function `lower`"),
    ("'Größe' == ö", "4:14", "`ö` cannot stand here"),
    ("office.projects.all(1, true)", "4:23", "a loop's first argument is a name of your own"),
    ("office.projects.all(today, true)", "4:23", "`today` has a meaning already"),
    ("office.projects.all(., true)", "4:3", "a loop's first argument is a name of your own"),
    ("if (project)", "4:3", "`if` is a word of the language and names nothing"),
)


@pytest.mark.parametrize(("must", "place", "message"), WRONG)
def test_a_wrong_expression_is_marked_in_the_file(must: str, place: str, message: str) -> None:
    [finding] = own_rules.flaws(office({RULE: rule(must)}))
    assert (str(finding.place), finding.rule) == (f"{RULE}:{place}", "own-rule-malformed")
    assert finding.message.startswith(f"rule ours: {message}")
    assert finding.keys == ("must",)
    assert own_rules.rules(office({RULE: rule(must)})) == ()


WRITTEN = (
    ("must: project.teir == 'a'", "3:15"),
    ("must: 'project.teir == \"a\"'", "3:16"),
    ("must: '\"it''s\" != project.teir'", "3:27"),
    ("must: \"project.teir == 'a'\"", "3:16"),
    ('must: "\\"a\\" == project.teir"', "3:25"),
    ("must: >-\n  project.tier == 'a' &&\n  project.teir == 'a'", "5:11"),
    ("must: |\n    true &&\n\n    project.teir == 'a'", "6:13"),
    ("must: true &&\n  project.teir == 'a'", "4:11"),
    ("message: say {project.teir}\nmust: 'true'", "3:23"),
    ("message: '{{ {project.name} } {'\nmust: 'true'", "3:31"),
    ("must: 'true'\nat: budgt.forecast", "4:5"),
    ("must: 'true'\nwhen: projects", "4:7"),
)


@pytest.mark.parametrize(("text", "place"), WRITTEN)
def test_the_mark_stands_right_however_the_text_is_written(text: str, place: str) -> None:
    head = "title: Ours\njudges: project\n"
    message = "" if "message:" in text else "\nmessage: no"
    [finding] = own_rules.flaws(office({RULE: f"{head}{text}{message}\n"}))
    assert str(finding.place) == f"{RULE}:{place}"


def test_every_flaw_of_a_rule_is_said_at_once() -> None:
    text = "title: Ours\njudges: project\nwhen: a\nmust: b\nmessage: '{c}'\n"
    found = own_rules.flaws(office({RULE: text}))
    assert [str(f.place) for f in found] == [f"{RULE}:{p}" for p in ("3:7", "4:7", "5:12")]


def test_a_rule_judges_a_kind_that_there_is_under_a_name_of_its_own() -> None:
    [kind] = own_rules.flaws(office({RULE: rule("true", judges="projekt")}))
    assert (str(kind.place), kind.message) == (
        f"{RULE}:2:9",
        "rule ours: there is no kind of record `projekt`; did you mean `project`?",
    )
    [name] = own_rules.flaws(office({RULE: rule("true")}), {"ours"})
    assert "name of a rule that comes with pmo" in name.message
    assert own_rules.rules(office({RULE: rule("true")}), {"ours"}) == ()
