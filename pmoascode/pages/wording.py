"""How days, figures and differences are written on the site, whatever the machine's locale."""

import datetime as dt
import re
from decimal import Decimal

from pmoascode.measures.currency import LIST_LIMIT, MINUS, SPACE, money, signs
from pmoascode.records.period import Period

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_THOUSAND = 1000
LONG_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")
_REPORT = re.compile(r"^((?:The r|R)eport) (\d{4}(?:-\w+)?)\b")


def day(date: dt.date | None) -> str:
    """A day such as `2 Nov 2026`; empty where there is none."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}".replace(" ", SPACE) if date else ""


def month(date: dt.date) -> str:
    """A month in full, such as `November 2026`."""
    return f"{LONG_MONTHS[date.month - 1]} {date.year}"


def period(found: Period) -> str:
    """A reporting period such as `Oct 2026`, or its first and last day."""
    whole = MONTHS[found.first.month - 1] + SPACE + str(found.first.year)
    is_month = found.first.day == 1 and found.first.month == found.last.month and found.days > 27
    return whole if is_month else f"{day(found.first)} to {day(found.last)}"


def period_name(id: str) -> str:
    """The period that an id names: `Oct 2026`, `Q3 2026`; the id itself where it names none."""
    try:
        found = Period.parse(id)
    except ValueError:
        return id
    year, _, part = id.partition("-")
    is_month = part.isdigit()
    return period(found) if is_month else f"{part.upper()}{SPACE}{year}" if part else year


def iso_day(text: str) -> str:
    """A day written `2026-10-13` as `13 Oct 2026`; any other text as it is."""
    try:
        return day(dt.date.fromisoformat(text))
    except ValueError:
        return text


def readable(sentence: str, currency: str) -> str:
    """A sentence of the program with its days, periods and amounts as the site writes them."""
    sentence = _DAY.sub(lambda found: iso_day(found[0]), sentence)
    sentence = _REPORT.sub(lambda found: f"{found[1]} for {period_name(found[2])}", sentence)
    if not currency:
        return sentence
    amount = rf"\b{re.escape(currency)} ({MINUS}?)(\d[\d,]*(?:\.\d+)?)"
    return re.sub(amount, lambda found: _amount(found[1], found[2], currency), sentence)


def _amount(sign: str, figure: str, currency: str) -> str:
    amount = Decimal(figure.replace(",", ""))
    return money(-amount if sign else amount, currency)


def month_day(text: str) -> str:
    """A day of any year written `04-01` as `1 April`."""
    return f"{int(text[3:])}{SPACE}{LONG_MONTHS[int(text[:2]) - 1]}"


def figure(value: Decimal | None) -> str:
    """A measured value with thousands set apart; empty where there is none."""
    if value is None:
        return ""
    return signs(f"{value:,}" if abs(value) < LIST_LIMIT else f"{value:.3e}")


def percent(value: Decimal | None, *, signed: bool = False) -> str:
    """A percentage with at most one decimal, such as `4.6 %`; empty where there is none.

    From a thousand on the decimal would only pretend to be exact.
    """
    if value is None:
        return ""
    decimals = 1 if abs(value) < _THOUSAND else 0
    shown = f"{value:{'+' if signed else ''},.{decimals}f}".removesuffix(".0")
    return f"{signs(shown)}{SPACE}%" if shown not in ("+0", "-0") else f"0{SPACE}%"


def days(number: int | None) -> str:
    """A difference in days with its sign, such as `+21 d`; empty where there is none."""
    if number is None:
        return ""
    return f"{signs(f'{number:+d}') if number else '0'}{SPACE}d"


_SHORT = {"kpis": "KPIs", "raci": "RACI"}  # short for several words


def plain(word: str) -> str:
    """A key of the records as words: `on-hold` is `on hold`."""
    return word.replace("-", " ").replace("_", " ")


def capitalised(sentence: str) -> str:
    """The sentence with a capital first letter, the rest as it is."""
    return sentence[:1].upper() + sentence[1:]


def titled(name: str) -> str:
    """A name of the records as a heading: `change-requests` is `Change requests`, `kpis` `KPIs`."""
    return _SHORT.get(name) or capitalised(plain(name))


def counted(number: int, one: str, many: str = "") -> str:
    """A number and its noun: `1 project`, `2 projects`."""
    return f"{number:,}{SPACE}{one if number == 1 else many or one + 's'}"
