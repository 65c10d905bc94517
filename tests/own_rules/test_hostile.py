"""Expressions that want too much: they are refused, bounded, and reach nothing."""

import time

import pytest

from pmoascode import own_rules
from tests.own_rules.offices import RULE, office, project, rule, said, verdict

REFUSED = (
    ("(" * 40 + "true" + ")" * 40, "brackets"),
    ("(" * 900 + "true" + ")" * 900, ""),
    ("!" * 1900 + "x", "nothing is called `x`"),
    ('["a"]' + ".map(x, x + x)" * 30 + " == []", "another `map`"),
    (" && ".join(["[1].all(x, true)"] * 9), "more than 8 loops"),
    ('["a"].map(x, ' + " + ".join(["x"] * 400) + ") == []", "additions"),
    ("office.projects.map(p, p.name).map(x, x + x) == []", "list of another `map`"),
    ("office.projects.map(p, office.projects.map(q, p.id + q.id)) == []", "list of another `map`"),
    ("[1].all(a, [1].all(b, [1].all(c, true)))", "loops stand inside one another"),
    ("office.projects.all(a, office.projects.all(b, office.projects.all(c, true)))", "loops"),
    ("r'\\'.size() > 0 && [1].all(a,[1].all(b,[1].all(c,true)))", "loops"),
    ("__import__('os').system('id')", "there is no function `__import__`"),
    ("open('/etc/passwd') == ''", "there is no function `open`"),
    ("env('HOME') == ''", "there is no function `env`"),
    ("os.environ == {}", "nothing is called `os`"),
    ("project.__class__ == ''", "`project` has no `__class__`"),
    ("type(project) == 'map'", "there is no function `type`"),
    ("cel.bind(x, 1, true)", "nothing is called `cel`"),
    ("project__project[0].id == ''", "nothing is called `project__project`"),
    ("project__row == 0", "nothing is called `project__row`"),
    ("Foo{a: 1} == 1", "nothing is called `Foo`"),
    ("", ""),
    ("// nothing", "ends too early"),
    ("'" * 3 + "\\" * 1500, ""),
    ('"\\' * 600, ""),
)


@pytest.mark.parametrize(("must", "message"), REFUSED)
def test_an_expression_that_wants_too_much_is_refused_at_once(must: str, message: str) -> None:
    started = time.monotonic()
    judged = office({RULE: rule(must)})
    found = [*judged.findings, *own_rules.flaws(judged)]
    assert time.monotonic() - started < 2
    assert any(message in finding.message for finding in found)
    assert own_rules.rules(judged) == ()


UNANSWERED = (
    ("project.budget.forecast > 1.0", "there is no `budget`"),
    ("project.tier", "it gives 'medium', and not true or false"),
    ("project.tier > 1", "two values do not fit together"),
    ("size(project.id) + 1.0 > 1.0", "two values do not fit together"),
    ("size(true) > 1", "a value does not fit its function"),
    ("1 / 0 == 1", "division by zero"),
    ("[1][3] == 1", "index out of bounds: 3"),
    ("9223372036854775807 + 1 == 0", "Arithmetic overflow in 'add'"),
    ("days(project.name, today) > 1", "`days` counts from one date to another"),
    ("days(today) > 1", "`days` counts from one date to another"),
    ("sum(['a']) > 1", "`sum` takes a list of numbers"),
    ("sum(project.name) > 1", "`sum` takes one list of numbers"),
    ("'a'.matches('(')", "the pattern of `matches` is no regular expression"),
    ("'a'.matches('((a{100}){100}){100}')", "the pattern of `matches` is no regular expression"),
)


@pytest.mark.parametrize(("must", "reason"), UNANSWERED)
def test_an_expression_without_an_answer_is_a_finding_on_the_rule(
    must: str, reason: str, capfd: pytest.CaptureFixture[str]
) -> None:
    found = verdict({RULE: rule(must), "projects/iris/project.yaml": project("Iris")}).findings
    [finding] = [f for f in found if f.rule == "ours"]
    assert str(finding.place) == f"{RULE}:3:7"
    assert finding.message.startswith(f"rule ours cannot be asked of Iris: {reason}")
    assert (finding.record, str(finding.also[0])) == (
        "project/iris",
        "projects/iris/project.yaml:1:1",
    )
    assert capfd.readouterr() == ("", "")


def test_a_backtracking_pattern_takes_no_time() -> None:
    started = time.monotonic()
    files = {RULE: rule(f"!'{'a' * 1000}'.matches('(a*)*b')"), "projects/a/project.yaml": "name: A"}
    assert said(verdict(files).findings) == []
    assert time.monotonic() - started < 2


def test_loops_over_large_lists_inside_one_another_are_not_run() -> None:
    projects = {f"projects/p{n}/project.yaml": f"name: P{n}\n" for n in range(220)}
    nested = "office.projects.all(a, office.projects.all(b, a.id != b.id || a.id == b.id))"
    found = verdict(projects | {RULE: rule(nested)}).findings
    assert said(found) == [
        (
            f"{RULE}:3:7",
            (
                "rule ours is not asked: it would take about 10,696,620 steps, and 10,000,000 "
                "are allowed; go through fewer lists inside one another"
            ),
        )
    ]
    assert said(verdict(projects | {RULE: rule(nested, judges="office")}).findings) == []
