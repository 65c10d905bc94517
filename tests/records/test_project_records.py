"""What a record of a project knows of itself: whether it is open, its score, its colour."""

from decimal import Decimal

import pytest

from pmoascode.records.action import ActionItem
from pmoascode.records.assumption import Assumption
from pmoascode.records.benefit import Benefit
from pmoascode.records.binding import bind
from pmoascode.records.change_plan import Adkar
from pmoascode.records.change_request import ChangeRequest
from pmoascode.records.dependency import Dependency
from pmoascode.records.exception import ExceptionReport
from pmoascode.records.issue import Issue
from pmoascode.records.kpi import Kpi
from pmoascode.records.record import Record
from pmoascode.records.report import Report
from pmoascode.records.risk import Risk
from tests.records.reading import follow, read

SIGNED = "{outcome: approved, by: maria-silva, as: sponsor, date: 2026-11-10}"


@pytest.mark.parametrize(
    ("id_", "days"), [("2026-10", 31), ("2026-w45", 7), ("2025-w53", None), ("october", None)]
)
def test_period_of_a_report(id_: str, days: int | None) -> None:
    data = read("{date: 2026-11-02, by: tom-berg, rating: {overall: green}}")
    period = bind(Report, data, id=id_).period
    assert (period.days if period else None) == days


@pytest.mark.parametrize(
    ("record", "text", "is_open"),
    [
        (Risk, "{title: Late}", True),
        (Risk, "{title: Late, status: closed}", False),
        (Issue, "{title: Late}", True),
        (Issue, "{title: Late, status: closed}", False),
        (ChangeRequest, "{requested_by: t, reason: Late}", True),
        (ChangeRequest, f"{{requested_by: t, reason: Late, decision: {SIGNED}}}", True),
        (ChangeRequest, "{requested_by: t, reason: Late, implemented: 2026-11-12}", False),
        (ChangeRequest, "{requested_by: t, reason: Late, status: withdrawn}", False),
        (ChangeRequest, "{requested_by: t, reason: Late, merged_into: other}", False),
        (
            ChangeRequest,
            (
                "{requested_by: t, reason: L,"
                " decision: {outcome: rejected, by: m, as: sponsor, date: 2026-11-10}}"
            ),
            False,
        ),
        (ExceptionReport, "{title: L, dimension: time, raised: 2026-11-03}", True),
        (
            ExceptionReport,
            "{title: L, dimension: time, raised: 2026-11-03, closed: 2026-11-12}",
            False,
        ),
        (Dependency, "{title: Address, giver: {external: Registry}, status: at-risk}", True),
        (Dependency, "{title: Address, giver: {external: Registry}, status: delivered}", False),
        (ActionItem, "{do: Call, owner: t, due: 2026-11-20}", True),
        (ActionItem, "{do: Call, owner: t, due: 2026-11-20, dropped: Solved}", False),
        (Assumption, "{text: Law stays, status: confirmed}", False),
        (Benefit, "{title: Sooner, status: partly-realised}", True),
        (Benefit, "{title: Sooner, status: dropped}", False),
    ],
)
def test_what_counts_as_open(record: type[Record], text: str, is_open: bool) -> None:
    assert follow(bind(record, read(text)), "is_open") is is_open


@pytest.mark.parametrize(
    ("direction", "amber", "red", "value", "colour"),
    [
        ("higher", 90, 80, 91, "green"),
        ("higher", 90, 80, 90, "amber"),
        ("higher", 90, 80, 80, "red"),
        ("lower", 5, 10, 4, "green"),
        ("lower", 5, 10, 5, "amber"),
        ("lower", 5, 10, 11, "red"),
        (None, 5, 10, 11, None),
    ],
)
def test_colour_of_an_indicator(
    direction: str | None, amber: int, red: int, value: int, colour: str | None
) -> None:
    data = {"title": "Reports on time", "direction": direction, "amber": amber, "red": red}
    assert bind(Kpi, data).colour(Decimal(value)) == colour


def test_score_needs_both_halves() -> None:
    assert bind(Risk, {"title": "Late", "probability": 4}).score is None
    assert bind(Risk, {"title": "Late", "probability": 4, "impact": 5}).score == 20


def test_barrier_is_absent_where_all_score_more_than_three() -> None:
    assert Adkar(awareness=4, desire=4, knowledge=4, ability=4, reinforcement=5).barrier is None


def test_ratings_given_come_in_order() -> None:
    data = read("{date: 2026-11-02, by: t, rating: {cost: red, overall: amber}}")
    assert bind(Report, data).rating.items() == (("overall", "amber"), ("cost", "red"))
