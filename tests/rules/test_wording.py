"""Figures and names as sentences spell them."""

import datetime as dt
from decimal import Decimal

import pytest

from pmoascode.measures.schedule import Slip
from pmoascode.measures.wording import amount, days, lateness, listed, over, rates


@pytest.mark.parametrize(
    ("value", "currency", "text"),
    [
        ("1250000", "EUR", "EUR 1,250,000"),
        ("1250000.00", "EUR", "EUR 1,250,000"),
        ("0.5", "EUR", "EUR 0.5"),
        ("-1", "EUR", "EUR \N{MINUS SIGN}1"),
        ("1E+3", "EUR", "EUR 1,000"),
        ("999", "", "999"),
    ],
)
def test_amount(value: str, currency: str, text: str) -> None:
    assert amount(Decimal(value), currency) == text


def test_amount_over_its_baseline() -> None:
    assert over(Decimal(105), Decimal(100), "EUR") == "EUR 105, EUR 5 (5.0 %) over its baseline"
    assert over(Decimal(5), Decimal(0), "EUR") == "EUR 5, EUR 5 over its baseline"


@pytest.mark.parametrize(
    ("things", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")],
)
def test_listed(things: list[str], text: str) -> None:
    assert listed(things, "or") == text


def test_days_and_ratings() -> None:
    assert [days(number) for number in (0, 1, 2)] == ["0 days", "1 day", "2 days"]
    assert rates("overall", "green") == "is green overall"
    assert rates("cost", "amber") == "rates cost amber"


def test_lateness_tells_a_forecast_from_a_day_that_has_passed() -> None:
    planned, day = dt.date(2027, 3, 12), dt.date(2027, 3, 17)
    late = Slip("go-live", "Open", planned, day, True, False, ("milestones", "go-live"))
    passed = Slip("finish", "Finish", planned, day, True, True, ("finish",))
    assert lateness(late) == (
        "milestone Open (go-live) is expected 5 days late, on 2027-03-17 instead of 2027-03-12"
    )
    assert lateness(passed) == (
        "the finish is still open and 5 days late by 2027-03-17; it was planned for 2027-03-12"
    )
