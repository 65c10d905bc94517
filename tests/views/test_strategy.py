"""Priority and alignment: order, funding line, objectives served, orphans."""

from pmoascode.measures.health import health
from pmoascode.views.alignment import alignment
from pmoascode.views.priority import rankings
from tests.measures.small_office import TODAY, office

PROJECT = "name: {0}\nstatus: active\nportfolio: change\nbudget: {{forecast: {1}}}\n{2}\n"
FILES = {
    "objectives.yaml": "quick: {title: Quick}\nsafe: {title: Safe}\nidle: {title: Idle}\n",
    "portfolios/change.yaml": """\
name: Change
envelope: [{year: 2026, amount: 500}, {year: 2027, amount: 300}]
priority_model:
  criteria:
    value: {title: Value, weight: 75 %}
    ease: {title: Ease, weight: 25 %}
""",
    "projects/first/project.yaml": PROJECT.format(
        "First", 600, "objectives: [quick, safe]\npriority: {scores: {value: 5, ease: 1}}"
    ),
    "projects/second/project.yaml": PROJECT.format(
        "Second", 300, "objectives: [quick]\npriority: {scores: {value: 2, ease: 4}}"
    ),
    "projects/third/project.yaml": PROJECT.format("Third", 40, "priority: {scores: {value: 5}}"),
}


def test_the_envelope_is_taken_in_the_order_of_the_scores() -> None:
    known = office(FILES)
    (found,) = rankings(known, {p.name_in_full: health(known, p, TODAY) for p in known.projects})
    assert [
        (each.project.id, float(each.score or 0), int(each.together), each.is_funded)
        for each in found.scored
    ] == [("first", 4.0, 600, True), ("second", 2.5, 900, False)]
    assert [each.project.id for each in found.below] == ["second"]
    assert [each.project.id for each in found.unscored] == ["third"]


def test_money_is_split_between_the_objectives_that_a_project_serves() -> None:
    assert [
        (row.objective.id if row.objective else "", [p.id for p in row.projects], int(row.spend))
        for row in alignment(office(FILES))
    ] == [
        ("quick", ["first", "second"], 600),
        ("safe", ["first"], 300),
        ("idle", [], 0),
        ("", ["third"], 40),
    ]
