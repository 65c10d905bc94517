"""Six years of real returns as six pull requests: what each year would have been told."""

from collections import Counter
from pathlib import Path

import pytest

from pmoascode.finding import Severity
from pmoascode.verdict import Verdict
from tests.gate import gmpp
from tests.gate.gmpp import counts

NEW = {2016: 143, 2017: 37, 2018: 25, 2019: 23, 2020: 18, 2021: 95}
LEFT = {2016: 0, 2017: 0, 2018: 36, 2019: 72, 2020: 94, 2021: 157}  # reported for too long ago
NOT_IN_THE_DATA = {  # the returns name no people, gates, portfolios or goals
    "delivery-before-pid-approval": 1,
    "planning-before-business-case": 1,
    "project-board-incomplete": 2,
    "project-outside-any-portfolio": 1,
    "project-without-manager": 1,
    "project-without-objective": 1,
    "project-without-sponsor": 1,
    "raci-role-unfilled": 2,
}
ABOUT_THE_DATA = {  # rule to its findings in the return of each year
    "amber-but-far-late": (5, 33, 42, 48, 51, 47),
    "amber-but-far-over-budget": (0, 21, 30, 38, 39, 32),
    "green-but-late": (2, 2, 1, 2, 2, 5),
    "rating-changed-without-reason": (0, 48, 50, 51, 51, 43),
    "rating-jump-unchecked": (0, 11, 8, 11, 7, 11),
    "reporting-period-missed": (0, 0, 1, 0, 1, 89),  # none was published for September 2020
    "red-without-path-to-green": (6, 4, 8, 4, 11, 7),
    "tolerance-breach-without-exception": (8, 59, 60, 59, 64, 67),
}

EACH_SAYS_WHY = {"variance-without-narrative"}  # every return has a paragraph on its cost

pytestmark = pytest.mark.skipif(
    not gmpp.DATA.is_dir(),
    reason="the returns are not beside this checkout, in ../shared/data/gmpp",
)


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Verdict]:
    """Each year by the profile full against the year before, on the day whose state it shows."""
    return gmpp.judged(gmpp.made(Path(tmp_path_factory.mktemp("returns")), "full"))


@pytest.mark.parametrize("rule", NOT_IN_THE_DATA)
def test_what_the_returns_do_not_say_is_found_once_a_new_project(
    rule: str, verdicts: dict[int, Verdict]
) -> None:
    found = {year: counts(verdict)[rule] for year, verdict in verdicts.items()}
    assert found == {year: new * NOT_IN_THE_DATA[rule] for year, new in NEW.items()}


@pytest.mark.parametrize("rule", ABOUT_THE_DATA)
def test_what_the_returns_do_say_is_found_year_by_year(
    rule: str, verdicts: dict[int, Verdict]
) -> None:
    assert tuple(counts(verdict)[rule] for verdict in verdicts.values()) == ABOUT_THE_DATA[rule]


def test_projects_that_left_the_return_stand_apart(verdicts: dict[int, Verdict]) -> None:
    for year, verdict in verdicts.items():
        overdue = Counter(f.rule for f in verdict.standing)["report-overdue"]
        assert overdue == LEFT[year]
        assert counts(verdict)["report-overdue"] == 0


def test_an_import_moves_no_baseline_rewrites_nothing_and_keeps_what_is_said(
    verdicts: dict[int, Verdict],
) -> None:
    history = {"baseline-moved-without-change", "published-report-rewritten", "record-removed"}
    for verdict in verdicts.values():
        assert not (history | EACH_SAYS_WHY) & set(counts(verdict))
        assert all(f.severity < Severity.ERROR or f.record for f in verdict.findings)
