"""Cells as values: dates, amounts, durations and words as the field of a record takes them."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from pmoascode.document.scalars import MOST_DIGITS
from pmoascode.exchange.cleaning import on_one_line, slug

UNITS = {"thousands": 10**3, "millions": 10**6, "billions": 10**9}
TERMS = ("days", "weeks", "months", "years")
NOTHING = frozenset({"", "-", "\u2013", "\u2014", "n/a", "#n/a", "null"})
_SUFFIXES = {"k": 10**3, "m": 10**6, "bn": 10**9}

_MINUS = "-\u2212"  # the hyphen, and the minus sign of typographers
_QUOTES = "'\u2019"  # between thousands, as in 1'250
_CODE = r"(?:[£$€¥]|[A-Z]{3})?"
_AMOUNT = re.compile(
    rf"(?P<sign>[{_MINUS}+(]?)\s*{_CODE}\s*(?P<inner>[{_MINUS}]?)"
    rf"(?P<digits>\d[\d.,{_QUOTES} ]*|[.,]\d+)"
    rf"(?P<suffix>[kKmM]|bn)?\s*(?:%|{_CODE})\s*(?P<end>[){_MINUS}]?)"
)
_MARK = re.compile(r"[.,]")
_TOKENS = re.compile(r"YYYY|YY|MMM|MM|M|DD|D")
_PARTS = {
    "YYYY": r"(?P<year>\d{4})",
    "YY": r"(?P<short>\d{2})",
    "MMM": r"(?P<word>[A-Za-z]{3,9})\.?",
    "MM": r"(?P<month>\d{1,2})",
    "M": r"(?P<month>\d{1,2})",
    "DD": r"(?P<day>\d{1,2})",
    "D": r"(?P<day>\d{1,2})",
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TIME = re.compile(r"[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$")
_EXCEL_DAY_0 = dt.date(1899, 12, 30)


@dataclass(frozen=True)
class Reading:
    """How the cells of a column are to be read."""

    formats: tuple[str, ...] = ()  # of dates, as in DD/MM/YYYY
    unit: str = ""  # millions for amounts, days for durations
    decimal: str = "."  # the mark before the decimals; empty where neither map nor column tells
    is_slug: bool = False


class Unreadable(ValueError):
    """Why a cell cannot be read, as a half sentence for its author."""


def value_of(text: str, part: Mapping[str, Any], reading: Reading) -> Any:
    """The cell's text as a value for a field of this schema.

    Raises:
        Unreadable: the text is nothing that the field takes.
    """
    kind = part.get("type")
    if reading.is_slug or "x-refers-to" in part:
        if not (made := slug(text)):
            raise Unreadable("no id can be made of it")
        return made
    if part.get("format") == "date":
        return day(text, reading.formats).isoformat()
    if kind in ("number", "integer"):
        return _number(text, part, reading)
    if kind == "boolean":
        return _switch(text)
    if part.get("x-type") == "percentage":
        return f"{_plain(amount(text, reading.decimal))} %"
    if part.get("x-type") == "duration" and reading.unit:
        return f"{_plain(amount(text, reading.decimal))} {reading.unit}"
    if "enum" in part:
        words = {slug(option): option for option in part["enum"]}
        return words.get(slug(text), on_one_line(text))
    return text if part.get("x-prose") or not part else on_one_line(text)


def day(text: str, formats: Iterable[str]) -> dt.date:
    """The day in the first of the formats that fits; year-month-day always does.

    Raises:
        Unreadable: no format fits, or the calendar has no such day.
    """
    wanted = tuple(formats)
    text = _TIME.sub("", text.strip())
    for format_ in ("YYYY-MM-DD", *wanted):
        if format_ == "excel":
            if re.fullmatch(r"\d{4,5}", text):
                return _EXCEL_DAY_0 + dt.timedelta(days=int(text))
        elif found := _date_expression(format_).fullmatch(text):
            return _date(found.groupdict())
    known = " or ".join(dict.fromkeys(("YYYY-MM-DD", *wanted)))
    raise Unreadable(f"a date as {known} was expected")


def _date_expression(format_: str) -> re.Pattern[str]:
    pieces, end = [], 0
    for token in _TOKENS.finditer(format_):
        pieces += [re.escape(format_[end : token.start()]), _PARTS[token[0]]]
        end = token.end()
    return re.compile("".join([*pieces, re.escape(format_[end:])]))


def is_date_format(format_: str) -> bool:
    """Whether the format names a year, a month and a day, once each."""
    tokens = sorted(token[0][0] for token in _TOKENS.finditer(format_))
    return format_ == "excel" or tokens == ["D", "M", "Y"]


def _date(parts: Mapping[str, str]) -> dt.date:
    word = parts.get("word", "")[:3].lower()
    if word and word not in _MONTHS:
        raise Unreadable(f"“{parts['word']}” is no month")
    month = _MONTHS.index(word) + 1 if word else int(parts["month"])
    year = int(parts["year"]) if "year" in parts else _century(int(parts["short"]))
    try:
        return dt.date(year, month, int(parts["day"]))
    except ValueError:
        raise Unreadable("the calendar has no such day") from None


def _century(short: int) -> int:
    return 2000 + short if short < 70 else 1900 + short


def amount(text: str, decimal: str = ".", unit: str = "") -> Decimal:
    """The number in the text, without its currency, times its unit.

    Raises:
        Unreadable: the text is no number, or two where no mark before the decimals is known.
    """
    found = _AMOUNT.fullmatch(text.strip().replace("\u00a0", " ").replace("\u202f", " "))
    if not found or (found["sign"] == "(") != (found["end"] == ")"):
        raise Unreadable("a number was expected")
    if not decimal and _MARK.search(found["digits"]):
        raise Unreadable(_two_readings(found["digits"].strip()))
    decimal = decimal or "."
    group = "," if decimal == "." else "."
    digits = re.sub(rf"[{_QUOTES} {group}]", "", found["digits"]).replace(decimal, ".")
    try:
        number = Decimal(digits)
    except InvalidOperation:
        raise Unreadable(f"a number with “{decimal}” before the decimals was expected") from None
    is_minus = any(found[part] and found[part] in _MINUS + "(" for part in ("sign", "inner", "end"))
    factor = UNITS.get(unit, 1)
    if found["suffix"]:
        if unit:
            raise Unreadable(f"it has a unit of its own, beside the map's “{unit}”")
        factor = _SUFFIXES[found["suffix"].lower()]
    number = (-number if is_minus else number) * factor
    if len(number.as_tuple().digits) > MOST_DIGITS or number.adjusted() >= MOST_DIGITS - 2:
        raise Unreadable("the number has more digits than a record can hold")
    return number


def _two_readings(digits: str) -> str:
    whole, decimals = _MARK.split(digits, maxsplit=1)
    thousands, fraction = whole + decimals, f"{whole}.{decimals}".rstrip("0").rstrip(".")
    return f"{digits} may be {thousands} or {fraction}; say `decimal:` in the map"


def decimal_mark(cells: Iterable[str]) -> str:
    """The mark before the decimals that the column's amounts show.

    It is empty where there are marks and none tells, as in 1.250; a point where there are none.
    """
    untold = False
    for cell in cells:
        found = _AMOUNT.fullmatch(cell.strip().replace("\u00a0", " ").replace("\u202f", " "))
        marks = _MARK.findall(found["digits"]) if found else []
        if found and marks:
            if told := _told(found["digits"].strip(), marks):
                return told
            untold = True
    return "" if untold else "."


def _told(digits: str, marks: list[str]) -> str:
    """The mark before the decimals, as far as one amount tells it."""
    if len(set(marks)) == 2:
        return marks[-1]
    if len(marks) > 1:
        return "," if marks[0] == "." else "."
    before, after = _MARK.split(digits)
    is_either = re.fullmatch(r"[1-9]\d{0,2}", before) and len(after) == 3
    return "" if is_either else marks[0]


def _number(text: str, part: Mapping[str, Any], reading: Reading) -> int | Decimal:
    number = amount(text, reading.decimal, reading.unit)
    if part.get("x-unit") == "money":
        exact, number = number, number.quantize(Decimal("0.01"))
        if exact != number:
            raise Unreadable("money has two decimals in the records, and this would be rounded")
    plain = _plain(number)
    if part.get("type") == "integer" and not isinstance(plain, int):
        raise Unreadable("a whole number was expected")
    return plain


def _plain(number: Decimal) -> int | Decimal:
    return int(number) if number == number.to_integral_value() else number


def _switch(text: str) -> bool:
    word = text.strip().casefold()
    if word in ("yes", "y", "true", "1", "x"):
        return True
    if word in ("no", "n", "false", "0"):
        return False
    raise Unreadable("yes or no was expected")
