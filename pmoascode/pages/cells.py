"""Ratings, days and differences as markup; a site prints the same ones thousands of times."""

import datetime as dt
from decimal import Decimal
from functools import lru_cache

from markupsafe import Markup

from pmoascode.charts.trace import steps, trace
from pmoascode.measures.colour import Colour, Trend
from pmoascode.pages.wording import day, days, percent

LETTERS = {
    "green": "G",
    "amber-green": "AG",
    "amber": "A",
    "amber-red": "AR",
    "red": "R",
    "grey": "N",
    "blue": "C",
}
WORDS = {colour: colour.capitalize() for colour in LETTERS} | {
    "grey": "Not reported",
    "blue": "Complete",
}
SORTS = {
    "green": "1",
    "amber-green": "1.5",
    "amber": "2",
    "amber-red": "2.5",
    "red": "3",
    "grey": "0",
    "blue": "-1",
}
_TREND_SORTS = {"better": 1, "same": 2, "worse": 3}
_KEPT = 4096  # of each kind


@lru_cache(maxsize=_KEPT)
def rag(colour: Colour, word: str = "") -> Markup:
    """A rating with letter and word; `word` replaces the colour's own word."""
    return Markup('<span class="rag rag-{}"><b>{}</b> {}</span>').format(
        colour, LETTERS[colour], word or WORDS[colour]
    )


@lru_cache(maxsize=_KEPT)
def rag_only(colour: Colour, word: str = "") -> Markup:
    """A rating for a dense cell: the word is for screen readers."""
    return Markup(
        '<span class="rag rag-{0} rag-only" title="{2}"><b>{1}</b><i> {2}</i></span>'
    ).format(colour, LETTERS[colour], word or WORDS[colour])


@lru_cache(maxsize=_KEPT)
def rag_cell(colour: Colour, word: str = "", *, only: bool = False) -> Markup:
    """The cell of a rating."""
    shown = rag_only(colour, word) if only else rag(colour, word)
    return Markup("<td>{}</td>").format(shown)


@lru_cache(maxsize=_KEPT)
def trend(way: Trend) -> Markup:
    """The way a rating goes; empty where nothing can be said."""
    if not way:
        return Markup("")
    said = "unchanged" if way == "same" else way
    return Markup('<span class="trend trend-{}">{}</span>').format(way, said)


@lru_cache(maxsize=_KEPT)
def trend_cell(way: Trend, ratings: tuple[Colour, ...] = ()) -> Markup:
    """The cell of a trend: a sign, its word for screen readers, and the ratings of reports."""
    said = "unchanged" if way == "same" else way
    sign = Markup('<span class="trend trend-{0}" title="{1}"><i>{1}</i></span>').format(way, said)
    return Markup('<td data-sort="{}">{}{}</td>').format(
        _TREND_SORTS.get(way, 0), sign if way else "", steps(ratings)
    )


def dates_told(days_: tuple[dt.date, ...]) -> Markup:
    """What the reports forecast as a line; up is later."""
    told = f"Forecast from {day(days_[0])} to {day(days_[-1])} in {len(days_)} reports"
    return trace(tuple(float(each.toordinal()) for each in days_), told)


def amounts_told(amounts: tuple[Decimal, ...]) -> Markup:
    """What the reports forecast as a line, where it moved; up is dearer."""
    if len(set(amounts)) < 2:
        return Markup("")
    share = (amounts[-1] / amounts[0] - 1) * 100 if amounts[0] else None
    moved = f"{percent(share, signed=True)} since the first" if share else "as in the first"
    return trace(tuple(map(float, amounts)), f"Forecast of {len(amounts)} reports, {moved}")


@lru_cache(maxsize=_KEPT)
def day_cell(date: dt.date | None) -> Markup:
    """The cell of a day, empty where there is none."""
    return Markup("<td>{}</td>").format(day(date))


@lru_cache(maxsize=_KEPT)
def slip(number: int | None) -> Markup:
    """Days late or early."""
    return Markup("") if number is None else _variance(number, days(number), "late", "early")


@lru_cache(maxsize=_KEPT)
def slip_cell(number: int | None) -> Markup:
    """The cell of days late or early."""
    sort = "" if number is None else number
    return Markup('<td class="num" data-sort="{}">{}</td>').format(sort, slip(number))


@lru_cache(maxsize=_KEPT)
def over(share: Decimal | None) -> Markup:
    """A variance of money, in percent of the baseline."""
    if share is None:
        return Markup("")
    return _variance(share, percent(share, signed=True), "over", "under")


@lru_cache(maxsize=_KEPT)
def over_cell(share: Decimal | None) -> Markup:
    """The cell of a variance of money."""
    sort = "" if share is None else f"{share:.2f}"
    return Markup('<td class="num" data-sort="{}">{}</td>').format(sort, over(share))


def over_money(amount: Decimal | None, text: str) -> Markup:
    """A variance of money as an amount, which is already written out."""
    return Markup("") if amount is None else _variance(amount, text, "over", "under")


def _variance(number: int | Decimal, text: str, bad: str, good: str) -> Markup:
    kind = bad if number > 0 else good if number < 0 else "none"
    return Markup('<span class="var var-{}">{}</span>').format(kind, text)
