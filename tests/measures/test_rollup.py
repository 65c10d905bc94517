"""Programmes: the worst child, unless their own report is newer; sums of what is stated."""

from decimal import Decimal

import pytest

from pmoascode.measures.cost import Money
from pmoascode.measures.exposure import exposure
from pmoascode.measures.health import Health, health
from pmoascode.measures.rollup import rollup, totals
from pmoascode.records.record import At
from tests.measures.small_office import TODAY, apollo, office

PROGRAMME = {"programmes/front/programme.yaml": "name: Front\nstatus: active\n"}


def report(rating: str, day: str) -> str:
    return f"date: 2026-11-{day}\nby: tom-berg\nrating: {{overall: {rating}}}\n"


def found(own: str = "", **children: str) -> tuple[list[Health], Health]:
    """Children by name, `colour day` each; a child without text has no report."""
    files = dict(PROGRAMME)
    for name, said in children.items():
        files[f"projects/{name}/project.yaml"] = f"name: {name}\nstatus: active\nprogramme: front\n"
        if said:
            files[f"projects/{name}/reports/2026-10.yaml"] = report(*said.split())
    if own:
        files["programmes/front/reports/2026-10.yaml"] = report(*own.split())
    records = office(files)
    return (
        [health(records, project, TODAY) for project in records.projects],
        health(records, records.programmes[0], TODAY),
    )


@pytest.mark.parametrize(
    ("own", "children", "colour", "reason"),
    [
        ("", {"a": "green 02", "b": "red 03"}, "red", "b is worst."),
        ("", {"a": "green 02", "b": ""}, "green", "No running project is worse."),
        ("", {"a": ""}, "grey", "None of its running projects has a report in time."),
        ("amber 03", {"a": "red 03"}, "amber", "As its own last report states."),
        ("amber 02", {"a": "red 03"}, "red", "a is worst."),
        ("amber 02", {"a": "green 01", "b": "amber-red 04"}, "amber-red", "b is worst."),
    ],
)
def test_rollup(own: str, children: dict[str, str], colour: str, reason: str) -> None:
    its, parent = found(own, **children)
    up = rollup(its, parent)
    assert (up.colour, up.reason) == (colour, reason)
    assert sum(up.children.values()) == len(its)


def money(baseline: int | None, forecast: int | None, actual: int | None = None) -> Money:
    def exact(value: int | None) -> Decimal | None:
        return None if value is None else Decimal(value)

    return Money(exact(baseline), exact(forecast), exact(actual), At("x"))


def test_the_variance_compares_only_what_states_both() -> None:
    sums = totals([money(100, 110, 40), money(None, 500), money(200, None), None])
    assert [sums.baseline, sums.forecast, sums.actual] == [300, 610, 40]
    assert [sums.variance, sums.compared, sums.variance_percent] == [10, 100, 10]
    assert [sums.unapproved, sums.without] == [500, 1]
    assert sums.compared + sums.variance + sums.unapproved == sums.forecast


def test_exposure_weighs_the_cost_of_open_threats_by_probability() -> None:
    records = apollo(
        risks="""a: {title: A, probability: 3, impact: 4, cost: 1000}
b: {title: B, probability: 1, impact: 5, cost: 100}
c: {title: C, probability: 5, impact: 5, cost: 9999, status: closed}
d: {title: D, probability: 5, impact: 5, cost: 9999, type: opportunity}
e: {title: E}
"""
    )
    weighed = exposure(records, records.projects[0])
    assert weighed
    assert (weighed.risks, weighed.scores, weighed.money) == (3, 17, Decimal("510.0"))
    assert weighed.top
    assert weighed.top.id == "a"
