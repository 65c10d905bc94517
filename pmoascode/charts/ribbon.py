"""The ribbon of ratings: one cell a period, one line a project, letters beside colours."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from markupsafe import Markup

from pmoascode.charts.badge import badge
from pmoascode.charts.paint import GREY, MUTED, colour, word
from pmoascode.charts.svg import begin, element, figure, ground, kept, label, linked, titled
from pmoascode.charts.text import width, wrapped
from pmoascode.charts.timeline import MONTHS

_CELL, _BOX, _ROW, _LEADING = 27.0, 26.0, 30.0, 15.0  # twelve are seen whole on a phone
_NAME_ROOM = 170.0
_DATED = re.compile(r"(\d{4})-(.+)")


@dataclass(frozen=True, slots=True)
class Row:
    """The ratings of one project or dimension, one a period; None where nothing was reported.

    Where the rating is empty, no report was to be expected, and nothing is drawn.
    """

    title: str  # empty for a ribbon that needs no name
    ratings: tuple[str | None, ...]
    href: str = ""


def ribbon(
    rows: Sequence[Row], periods: Sequence[str], ids: str, title: str = "Ratings by period"
) -> Markup:
    """The ratings of each row, oldest period first; `periods` as in 2026-10 or 2026-w45."""
    named = any(row.title for row in rows)
    left = min(_NAME_ROOM, max(width(row.title) for row in rows)) + 8 if named else 2.0
    years = _split(periods)
    top = 40.0 if years else 22.0
    size = (left + max(len(periods), 4) * _CELL + 2, top + max(len(rows), 1) * _ROW + 2)
    places = [(row, top + n * _ROW) for n, row in enumerate(rows)]
    cells = [cell for row, y in places for cell in _cells(row, periods, left, y)]
    if cells:
        cells[-1] = begin(cells[-1])  # of the newest period
    names = [_name(row, y) for row, y in places] if named else []
    nothing = [] if rows and periods else [label("No reports yet", left, top + 18, fill=MUTED)]
    beside = [kept(ground(left - 2, size[1]), *names)] if names else []
    body = (_head(periods, years, left), *cells, *beside, *nothing)
    tops = [y for _, y in places[1:]]
    return figure(ids, title, _description(rows, periods), size, *body, cuts=tops)


def _split(periods: Sequence[str]) -> tuple[tuple[str, str], ...]:
    found = [_DATED.fullmatch(period) for period in periods]
    return tuple((m[1], m[2]) for m in found if m) if found and all(found) else ()


def _head(periods: Sequence[str], years: tuple[tuple[str, str], ...], left: float) -> Markup:
    drawn, column, free = Markup(""), 0, left
    is_short = len({year for year, _ in years}) == len(years)  # a cell a year
    for year, run in groupby(years, key=lambda pair: pair[0]):
        span = len(list(run))
        start, said = left + column * _CELL, _year(year) if is_short else year
        if start >= free and (is_short or span * _CELL >= width(year, bold=True)):
            drawn += label(said, start, 14, fill=MUTED, bold=not is_short)
            free = start + width(said)
        column += span
    below = [_month(rest) for _, rest in years] or [_year(period) for period in periods]
    taken = left
    for index, text in enumerate(below):
        middle = left + index * _CELL + _BOX / 2
        start = max(middle - width(text) / 2, left)
        room = left + len(below) * _CELL - start
        if start >= taken and width(text) <= room:
            drawn += label(text, start, 32 if years else 14, fill=MUTED)
            taken = start + width(text) + 1
    return drawn


def _month(rest: str) -> str:
    return MONTHS[int(rest) - 1] if re.fullmatch(r"0[1-9]|1[0-2]", rest) else rest.replace("q", "Q")


def _year(period: str) -> str:
    """A whole year is told by its last two digits: four are wider than a cell."""
    return (
        f"\N{RIGHT SINGLE QUOTATION MARK}{period[2:]}" if re.fullmatch(r"\d{4}", period) else period
    )


def _name(row: Row, top: float) -> Markup:
    lines = wrapped(row.title, _NAME_ROOM)
    first = top + 18 - _LEADING / 2 * (len(lines) - 1)
    names = [label(text, 2, first + _LEADING * n) for n, text in enumerate(lines)]
    return titled(row.title, linked(row.href, *names))


def _cells(row: Row, periods: Sequence[str], left: float, top: float) -> Iterator[Markup]:
    padded = (*row.ratings, *[None] * len(periods))
    for n, period in enumerate(periods):
        yield _cell(row.title, period, padded[n], left + n * _CELL, top)


@lru_cache(maxsize=8192)  # projects report the same periods in the same colours
def _cell(title: str, period: str, rating: str | None, x: float, top: float) -> Markup:
    if rating == "":
        return Markup("")
    box = element(
        "rect",
        x=x,
        y=top + 1,
        width=_BOX,
        height=_ROW - 4,
        rx=3,
        fill=colour(rating) if rating else "none",
        fill_opacity=0.3 if rating else None,
        stroke=None if rating else GREY,
        stroke_dasharray=None if rating else "3 2",
    )
    sign = badge(rating, x + _BOX / 2, top + 14) if rating else ""
    told = f"{title}, {period}: {word(rating)}" if title else f"{period}: {word(rating)}"
    return titled(told, box, sign)


def _description(rows: Sequence[Row], periods: Sequence[str]) -> str:
    if not rows or not periods:
        return "No reports yet."
    last = len(periods) - 1
    now = [f"{row.title} {word((*row.ratings, *[None] * len(periods))[last])}" for row in rows]
    return f"{periods[0]} to {periods[-1]}. Latest: {', '.join(text.strip() for text in now)}."
