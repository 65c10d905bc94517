"""A failing project is decided about: which ones fail, and which decisions answer."""

import datetime as dt

import pytest

from pmoascode.rules.portfolio.failing_project_without_decision import (
    failing_project_without_decision,
)
from tests.rules.offices import office_of

TODAY = dt.date(2026, 11, 10)
RED = {
    "reports/2026-10.yaml": "{date: 2026-11-02, by: sam, rating: {overall: red}}\n",
    "business-case.yaml": "{viable: false, reviewed: 2026-10-20}\n",
}
AMBER = RED | {"reports/2026-10.yaml": "{date: 2026-11-02, by: sam, rating: {overall: amber}}\n"}
LATER = AMBER | {"reports/2026-11.yaml": "{date: 2026-11-11, by: sam, rating: {overall: red}}\n"}
EARLIER = AMBER | {"reports/2026-09.yaml": "{date: 2026-10-02, by: sam, rating: {overall: red}}\n"}


def exceptions(*days: str) -> dict[str, str]:
    entry = "late-{}: {{title: Late, dimension: time, raised: {}}}\n"
    return {"exceptions.yaml": "".join(entry.format(n, day) for n, day in enumerate(days))}


def decision(day: str, category: str = "continue", outcome: str = "approved") -> dict[str, str]:
    signed = f"{{outcome: {outcome}, by: ines, as: sponsor, date: {day}}}"
    return {"decisions.yaml": f"go: {{title: Go, category: {category}, decided: {signed}}}\n"}


def said(files: dict[str, str], status: str = "active") -> list[tuple[object, ...]]:
    project = f"{{name: Hermes, status: {status}}}\n"
    found = {"project.yaml": project} | files
    office = office_of({f"projects/hermes/{path}": text for path, text in found.items()})
    problems = failing_project_without_decision.judge(office.projects[0], office, TODAY)
    return [problem[0].keys for problem in problems]


@pytest.mark.parametrize(
    ("files", "failing"),
    [
        (RED, True),
        (AMBER, False),
        (LATER, False),  # not written yet
        (EARLIER, False),
        (RED | {"business-case.yaml": "viable: true\n"}, False),
        (RED | {"business-case.yaml": "version: '1'\n"}, False),  # nobody has looked
        ({"business-case.yaml": "viable: false\n"}, False),
        ({"reports/2026-10.yaml": RED["reports/2026-10.yaml"]}, False),
        (exceptions("2026-11-03"), False),
        (exceptions("2026-10-05", "2026-11-10"), True),
        (exceptions("2026-10-05", "2026-11-11"), False),  # not raised yet
        (exceptions("2026-10-05", "2026-10-06", "2026-10-07"), True),
    ],
)
def test_which_projects_fail(files: dict[str, str], failing: bool) -> None:
    assert said(files) == [("status",)] * failing


@pytest.mark.parametrize("status", ["proposed", "closed", "cancelled"])
def test_only_running_projects_fail(status: str) -> None:
    assert said(RED, status) == []


@pytest.mark.parametrize(
    ("files", "answer", "is_answered"),
    [
        (RED, decision("2026-10-20"), True),
        (RED, decision("2026-10-19"), False),
        (RED, decision("2026-10-20", "technical"), False),
        (RED, decision("2026-10-20", outcome="deferred"), False),
        (RED, decision("2026-10-20", "stop"), True),
        (RED | {"business-case.yaml": "viable: false\n"}, decision("2026-11-01"), False),
        (RED | {"business-case.yaml": "viable: false\n"}, decision("2026-11-02"), True),
        (exceptions("2026-11-03", "2026-10-05"), decision("2026-11-02", "hold"), False),
        (exceptions("2026-11-03", "2026-10-05"), decision("2026-11-03", "close"), True),
    ],
)
def test_which_decisions_answer(
    files: dict[str, str], answer: dict[str, str], is_answered: bool
) -> None:
    assert (said(files | answer) == []) is is_answered
