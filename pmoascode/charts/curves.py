"""Curves over time: money summed up, exposure, benefits; named above, where a phone shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from markupsafe import Markup

from pmoascode.charts import timeline
from pmoascode.charts.figures import finite, priced
from pmoascode.charts.paint import ACCENT, LINE, MUTED, SERIES
from pmoascode.charts.scale import Scale, scale
from pmoascode.charts.svg import begin, element, figure, ground, kept, label, line, path, titled
from pmoascode.charts.text import shortened, width
from pmoascode.charts.timeline import Axis, day

WIDTH = 720.0
_LEFT, _RIGHT, _HIGH = 92.0, WIDTH - 6, 250.0
_COLUMN, _LEADING, _GAP = 206.0, 20.0, 26.0  # of the names: two beside each other, then below
_DASHES = (None, "7 4", "2 3", "10 3 2 3")
_WEIGHTS = (2.0, 2.0, 2.75, 2.0)


@dataclass(frozen=True, slots=True)
class Curve:
    """One series: days and the number that holds on each."""

    title: str
    points: tuple[tuple[date, Decimal], ...]
    is_stepped: bool = False  # the number holds until the next day given


def curves(
    given: Sequence[Curve],
    today: date,
    ids: str,
    title: str,
    currency: str = "",
    *,
    per: str = "",
) -> Markup:
    """Days to the right, money upwards; at most four curves, told apart by their dashes.

    Over which time the money is counted, `per`, such as `a year`, stands above the axis.
    """
    known = [_cleaned(each) for each in given[: len(SERIES)]]
    known = [each for each in known if each.points]
    if not known:
        nothing = label("No figures yet", 4, 24, fill=MUTED)
        return figure(ids, title, "No figures yet.", (320, 40), nothing)
    top = (len(known) + 1) // 2 * _LEADING + _GAP + 8
    bottom = top + _HIGH
    days = [when for each in known for when, _ in each.points]
    across = timeline.axis(days, _LEFT, _RIGHT)
    up = scale([float(n) for each in known for _, n in each.points], bottom - 4, top + 6)
    numbers = {each.title: n for n, each in enumerate(given)}
    return figure(
        ids,
        title,
        _description(known, currency, per),
        (WIDTH, bottom + 42),
        _frame(across, up, bottom),
        _today(across, today, top, bottom),
        *(_curve(each, numbers[each.title], across, up, currency, per) for each in known),
        kept(
            ground(_LEFT - 4, bottom + 42),
            _numbers(up, top, currency, per),
            *(_name(each, numbers[each.title], n, currency) for n, each in enumerate(known)),
        ),
    )


def _cleaned(curve: Curve) -> Curve:
    """The points that can be drawn, by day; of several on one day the last."""
    found = {when: n for when, n in curve.points if finite(n) is not None}
    return Curve(curve.title, tuple(sorted(found.items())), curve.is_stepped)


def _marks(up: Scale) -> list[float]:
    """Whole numbers alone, as parts of 1 would be rounded to it."""
    return [number for number in up.marks(5) if number.is_integer()]


def _numbers(up: Scale, top: float, currency: str, per: str) -> Markup:
    drawn = label(shortened(per, 120), 4, top - 8, fill=MUTED) if per else Markup("")
    for number in _marks(up):
        text = shortened(priced(number, currency), _LEFT - 12)
        drawn += label(text, _LEFT - 8, up.at(number) + 4.5, fill=MUTED, anchor="end")
    return drawn


def _frame(across: Axis, up: Scale, bottom: float) -> Markup:
    drawn = Markup("")
    for number in _marks(up):
        drawn += line(_LEFT, up.at(number), _RIGHT, up.at(number), stroke=LINE, weight=0.75)
    drawn += line(_LEFT, up.at(0), _RIGHT, up.at(0), stroke=MUTED)
    for _, x, _ in timeline.ticks(across) or timeline.years(across):
        if x > _LEFT:
            drawn += line(x, bottom, x, bottom + 4, stroke=MUTED)
    drawn += timeline.names(timeline.ticks(across), bottom + 17)
    return drawn + timeline.names(timeline.years(across), bottom + 35, bold=True)


def _today(across: Axis, today: date, top: float, bottom: float) -> Markup:
    if not across.shows(today):
        x = across.at(today)  # the end that is nearest to it
        return begin(line(x, bottom, x, bottom + 4, stroke=MUTED))
    x, text = across.at(today), f"today {day(today)}"
    half = width(text, bold=True) / 2
    middle = min(max(x, _LEFT + half + 40), _RIGHT - half)
    rule = line(x, top - 3, x, bottom, stroke=ACCENT, weight=1.25)
    return begin(rule) + label(text, middle, top - 8, fill=ACCENT, anchor="middle", bold=True)


def _curve(curve: Curve, number: int, across: Axis, up: Scale, currency: str, per: str) -> Markup:
    points = [(across.at(when), up.at(float(n))) for when, n in curve.points]
    run = element(
        "path",
        d=path(_stepped(points) if curve.is_stepped else points),
        fill="none",
        stroke=SERIES[number],
        stroke_width=_WEIGHTS[number],
        stroke_dasharray=_DASHES[number],
        stroke_linejoin="round",
    )
    dots = [
        titled(
            f"{curve.title}, {day(when)}: {_money(n, currency, per)}",
            element("circle", cx=x, cy=y, r=2.5, fill=SERIES[number]),
        )
        for (when, n), (x, y) in zip(curve.points, points, strict=True)
    ]
    return run + Markup("").join(dots)


def _stepped(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    corners = [corner for a, b in pairwise(points) for corner in (a, (b[0], a[1]))]
    return [*corners, points[-1]]


def _name(curve: Curve, number: int, index: int, currency: str) -> Markup:
    """The key of a curve, with the number at its end."""
    row, column = divmod(index, 2)
    x, y = 4 + column * _COLUMN, row * _LEADING + 12
    stroke, weight = SERIES[number], _WEIGHTS[number]
    key = line(x, y, x + 26, y, stroke=stroke, weight=weight, dashes=_DASHES[number])
    last = shortened(priced(curve.points[-1][1], currency), 86, bold=True)
    name = shortened(curve.title, _COLUMN - 32 - width(last, bold=True) - 14)
    told = label(last, x + 32 + width(name) + 6, y + 4.5, bold=True)
    return titled(curve.title, key, label(name, x + 32, y + 4.5), told)


def _money(number: Decimal, currency: str, per: str) -> str:
    return f"{priced(number, currency)} {per}".rstrip()


def _description(known: Sequence[Curve], currency: str, per: str) -> str:
    parts = (
        f"{each.title} {_money(each.points[-1][1], currency, per)} on {day(each.points[-1][0])}"
        for each in known
    )
    return "; ".join(parts) + "."
