"""Cells as dates, amounts and words."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from pmoascode.exchange.cleaning import cleaned, folded, slug
from pmoascode.exchange.values import (
    Reading,
    Unreadable,
    amount,
    day,
    decimal_mark,
    is_date_format,
    value_of,
)


@pytest.mark.parametrize(
    ("text", "decimal", "unit", "number"),
    [
        ("1250", ".", "", "1250"),
        ("£1,234.50", ".", "", "1234.50"),
        ("1.234,56 €", ",", "", "1234.56"),
        ("(12.3)", ".", "", "-12.3"),
        ("-£12", ".", "", "-12"),
        ("£-12", ".", "", "-12"),
        ("12-", ".", "", "-12"),
        ("\u221212", ".", "", "-12"),
        ("GBP 1 234", ".", "", "1234"),
        ("1\u00a0234,5", ",", "", "1234.5"),
        ("1'250", ".", "", "1250"),
        ("752.7", ".", "millions", "752700000"),
        ("£1.2m", ".", "", "1200000"),
        ("3bn", ".", "", "3000000000"),
        (".5", ".", "", "0.5"),
    ],
)
def test_reads_an_amount(text: str, decimal: str, unit: str, number: str) -> None:
    assert amount(text, decimal, unit) == Decimal(number)


@pytest.mark.parametrize("text", ["", "x", "12 old", "1.2.3", "(12", "Section 43", "12 / 13"])
def test_refuses_what_is_no_amount(text: str) -> None:
    with pytest.raises(Unreadable):
        amount(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1.250", "1.250 may be 1250 or 1.25; say `decimal:` in the map"),
        ("£2,000m", "2,000 may be 2000 or 2; say `decimal:` in the map"),
    ],
)
def test_does_not_guess_between_thousands_and_decimals(text: str, reason: str) -> None:
    with pytest.raises(Unreadable) as refused:
        amount(text, decimal="")
    assert str(refused.value) == reason
    assert amount("1250", decimal="") == 1250


def test_rounds_no_money() -> None:
    with pytest.raises(Unreadable, match="this would be rounded"):
        value_of("19.999", {"type": "number", "x-unit": "money"}, Reading())


def test_two_units_are_one_too_many() -> None:
    with pytest.raises(Unreadable, match="a unit of its own"):
        amount("5m", unit="millions")


@pytest.mark.parametrize(
    ("cells", "mark"),
    [
        (["1,234.50"], "."),
        (["1.234,50"], ","),
        (["1,234", "5,5"], ","),
        (["1.234.567"], ","),
        (["12"], "."),
        ([], "."),
        (["1,234"], ""),
        (["1.250", "2.500"], ""),
        (["1.250", "12", "2.500 €"], ""),
        (["1.250", "as of 2.11, at 1,5"], ""),
        (["1.250", "0.125"], "."),
        (["1.250", "1234,567"], ","),
        (["1.250", "1 250,500"], ","),
        (["1.250", ".500"], "."),
    ],
)
def test_finds_the_decimal_mark_of_a_column(cells: list[str], mark: str) -> None:
    assert decimal_mark(cells) == mark


@pytest.mark.parametrize(
    ("text", "format_", "meant"),
    [
        ("2027-03-12", "", dt.date(2027, 3, 12)),
        ("2027-03-12T00:00:00Z", "", dt.date(2027, 3, 12)),
        ("12/03/2027", "DD/MM/YYYY", dt.date(2027, 3, 12)),
        ("3/12/2027 00:00", "MM/DD/YYYY", dt.date(2027, 3, 12)),
        ("31.12.40", "DD.MM.YY", dt.date(2040, 12, 31)),
        ("31.12.97", "DD.MM.YY", dt.date(1997, 12, 31)),
        ("12 March 2027", "D MMM YYYY", dt.date(2027, 3, 12)),
        ("46458", "excel", dt.date(2027, 3, 12)),
    ],
)
def test_reads_a_date(text: str, format_: str, meant: dt.date) -> None:
    assert day(text, [format_] if format_ else []) == meant


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1/012/2014", "a date as YYYY-MM-DD or DD/MM/YYYY was expected"),
        ("TBD", "a date as"),
        ("31/02/2027", "the calendar has no such day"),
    ],
)
def test_refuses_what_is_no_date(text: str, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        day(text, ["DD/MM/YYYY"])


@pytest.mark.parametrize(
    ("format_", "good"),
    [("DD/MM/YYYY", True), ("excel", True), ("D MMM YY", True), ("DD/MM", False), ("", False)],
)
def test_knows_a_date_format(format_: str, good: bool) -> None:
    assert is_date_format(format_) is good


@pytest.mark.parametrize(
    ("text", "part", "reading", "value"),
    [
        ("On Hold", {"enum": ["on-hold"], "type": "string"}, Reading(), "on-hold"),
        ("Front Door", {"x-refers-to": "programme"}, Reading(), "front-door"),
        ("80", {"x-type": "percentage"}, Reading(), "80 %"),
        ("14", {"x-type": "duration"}, Reading(unit="days"), "14 days"),
        ("4", {"type": "integer"}, Reading(), 4),
        ("19.990", {"type": "number", "x-unit": "money"}, Reading(), Decimal("19.99")),
        ("Yes", {"type": "boolean"}, Reading(), True),
        ("a\nb", {"type": "string"}, Reading(), "a b"),
        ("a\nb", {"type": "string", "x-prose": True}, Reading(), "a\nb"),
    ],
)
def test_reads_what_the_field_takes(text: str, part: Any, reading: Reading, value: Any) -> None:
    assert value_of(text, part, reading) == value


@pytest.mark.parametrize(
    ("text", "clean", "notes"),
    [
        (" a \r\n\r\n\r\n\r\nb\t", "a\n\nb", 0),
        ("it\x92s", "it’s", 1),
        ("zero\u200bwidth\x07", "zerowidth", 1),
        ("e\u0301", "é", 1),
        ("plain", "plain", 0),
    ],
)
def test_cleans_a_text(text: str, clean: str, notes: int) -> None:
    assert (cleaned(text)[0], len(cleaned(text)[1])) == (clean, notes)


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("Café & Bar’s 2.0", "cafe-and-bars-2-0"),
        ("MOD_0106_1617-Q1", "mod-0106-1617-q1"),
        ("Straße", "strasse"),
        ("日本", ""),
        ("word " * 20, "-".join(["word"] * 13)),
        ("x" * 80, "x" * 64),
    ],
)
def test_makes_an_id(text: str, id_: str) -> None:
    assert slug(text) == id_


def test_names_are_one_name_without_marks_and_capitals() -> None:
    assert folded("16/17 Tax & Duty (new)") == folded("1617 TAX and duty New")
