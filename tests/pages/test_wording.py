"""Days, money and differences as the pages write them."""

import datetime as dt
from decimal import Decimal

import pytest

from pmoascode.measures import currency
from pmoascode.pages import wording
from pmoascode.records.period import Period


def plain(text: str) -> str:
    return text.replace(currency.SPACE, " ").replace(currency.MINUS, "-")


@pytest.mark.parametrize(
    ("amount", "exact", "short", "difference"),
    [
        ("0", "€ 0", "€ 0", "€ 0"),
        ("999.5", "€ 999.50", "€ 1,000", "+€ 1,000"),
        ("310000", "€ 310,000", "€ 310,000", "+€ 310,000"),
        ("-1250000", "-€ 1,250,000", "-€ 1.25 m", "-€ 1.25 m"),
        ("999999.4", "€ 999,999.40", "€ 999,999", "+€ 999,999"),
        ("999999.6", "€ 999,999.60", "€ 1.00 m", "+€ 1.00 m"),
        ("-999994999", "-€ 999,994,999", "-€ 999.99 m", "-€ 999.99 m"),
        ("-999995000", "-€ 999,995,000", "-€ 1.00 bn", "-€ 1.00 bn"),
        ("48200000000", "€ 48,200,000,000", "€ 48.20 bn", "+€ 48.20 bn"),
        ("1e30", "€ 1.000e+30", "€ 1.000e+30", "+€ 1.000e+30"),
    ],
)
def test_money(amount: str, exact: str, short: str, difference: str) -> None:
    value = Decimal(amount)
    assert plain(currency.money(value, "EUR")) == exact
    assert plain(currency.money_short(value, "EUR")) == short
    assert plain(currency.money_difference(value, "EUR")) == difference


def test_an_unknown_currency_keeps_its_code() -> None:
    assert plain(currency.money(Decimal(5), "SEK")) == "SEK 5"
    assert currency.money(Decimal(5), "") == "5"


@pytest.mark.parametrize(
    ("value", "shown", "signed"),
    [
        ("4.64", "4.6 %", "+4.6 %"),
        ("-12", "-12 %", "-12 %"),
        ("0.04", "0 %", "0 %"),
        ("999.94", "999.9 %", "+999.9 %"),
        ("28693.72", "28,694 %", "+28,694 %"),
    ],
)
def test_percent(value: str, shown: str, signed: str) -> None:
    assert plain(wording.percent(Decimal(value))) == shown
    assert plain(wording.percent(Decimal(value), signed=True)) == signed


@pytest.mark.parametrize(("number", "shown"), [(21, "+21 d"), (-4, "-4 d"), (0, "0 d")])
def test_days(number: int, shown: str) -> None:
    assert plain(wording.days(number)) == shown


@pytest.mark.parametrize(
    ("id", "shown"),
    [
        ("2026-10", "Oct 2026"),
        ("2026-02", "Feb 2026"),
        ("2026-q3", "1 Jul 2026 to 30 Sep 2026"),
        ("2026-w45", "2 Nov 2026 to 8 Nov 2026"),
    ],
)
def test_period(id: str, shown: str) -> None:
    assert plain(wording.period(Period.parse(id))) == shown


def test_what_is_missing_is_empty() -> None:
    missing = (wording.day(None), currency.money(None, "EUR"), wording.percent(None))
    assert {*missing, wording.days(None), wording.figure(None)} == {""}
    assert plain(wording.day(dt.date(2026, 11, 2))) == "2 Nov 2026"
    assert plain(wording.counted(2, "project")) == "2 projects"
    assert plain(wording.figure(Decimal(-12000))) == "-12,000"


@pytest.mark.parametrize(
    ("name", "title"),
    [("change-requests", "Change requests"), ("kpis", "KPIs"), ("raci", "RACI")],
)
def test_names_as_headings(name: str, title: str) -> None:
    assert wording.titled(name) == title


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("Pilot moved from 2026-12-01 to 2027-01-04 (+34 days)",
         "Pilot moved from 1 Dec 2026 to 4 Jan 2027 (+34 days)"),
        ("Report 2026-09: amber, was green", "Report for Sep 2026: amber, was green"),
        ("The report 2026-q3 was corrected", "The report for Q3 2026 was corrected"),
        ("New issue: Report 2026-09 is lost", "New issue: Report 2026-09 is lost"),
        ("The money spent is EUR 11,000", "The money spent is € 11,000"),
        ("It went to EUR -1,250,000.50 (-4.4 %)", "It went to -€ 1,250,000.50 (-4.4 %)"),
        ("Milestone 2026-13-01 is new", "Milestone 2026-13-01 is new"),
    ],
)  # fmt: skip
def test_a_sentence_of_the_program_is_written_as_the_site_writes(sentence: str, shown: str) -> None:
    said = sentence.replace("EUR -", f"EUR {currency.MINUS}")
    assert plain(wording.readable(said, "EUR")) == shown
    assert plain(wording.readable("In EUR 5", "")) == "In EUR 5"
