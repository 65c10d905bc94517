"""The milestone trend chart: what each report forecast; a flat line is a date that held.

Source: the milestone trend analysis of German project practice (DIN 69901 family).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from markupsafe import Markup

from pmoascode.charts import timeline
from pmoascode.charts.legend import Sign, legend
from pmoascode.charts.paint import BLUE, INK, LINE, MUTED, RED, SURFACE
from pmoascode.charts.spread import spread
from pmoascode.charts.svg import begin, element, figure, label, line, path, titled
from pmoascode.charts.text import shortened, width
from pmoascode.charts.timeline import Axis, day

WIDTH = 750.0  # two stand beside each other on paper
_LEFT, _RIGHT, _TOP = 78.0, 464.0, 28.0
_LABELS, _GAP = 490.0, 18.0
_SHAPES = ("circle", "square", "diamond", "triangle")


@dataclass(frozen=True, slots=True)
class Line:
    """One milestone as the reports saw it."""

    title: str
    points: tuple[tuple[date, date], ...]  # report date, forecast date
    baseline: date | None = None

    @property
    def slip(self) -> int | None:
        """Whole days from the baseline, or else the first forecast, to the last forecast."""
        ordered = sorted(self.points)
        if not ordered:
            return None
        return (ordered[-1][1] - (self.baseline or ordered[0][1])).days

    @property
    def paint(self) -> str:
        """Red where it slips, blue where it is early, ink where it holds."""
        return INK if not self.slip else RED if self.slip > 0 else BLUE


def trend(lines: Sequence[Line], ids: str, title: str = "Milestone trend") -> Markup:
    """Report dates to the right, forecast dates upwards; one line a milestone."""
    known = [entry for entry in lines if entry.points]
    if not known:
        empty = label("No forecasts yet", 4, 24, fill=MUTED)
        return figure(ids, title, "No forecasts yet.", (320, 40), empty)
    bottom = _TOP + max(260.0, _GAP * len(known) + 20)
    across = timeline.axis([p[0] for entry in known for p in entry.points], _LEFT + 6, _RIGHT)
    up = timeline.axis(list(_forecasts(known)), bottom - 6, _TOP + 6)
    return figure(
        ids,
        title,
        _description(known),
        (WIDTH, bottom + 46),
        _frame(across, up, bottom),
        _reached(across, up),
        *(_drawn(entry, n, across, up) for n, entry in enumerate(known)),
        *_ends(known, across, up, bottom),
        legend=legend(_legend()),
    )


def _forecasts(lines: Sequence[Line]) -> list[date]:
    days = [point[1] for entry in lines for point in entry.points]
    return days + [entry.baseline for entry in lines if entry.baseline]


def _frame(across: Axis, up: Axis, bottom: float) -> Markup:
    drawn = label("Forecast date ▲", 4, 16, bold=True)
    drawn += label("Report date ▶", _RIGHT, bottom + 40, anchor="end", bold=True)
    drawn += line(_LEFT, _TOP, _LEFT, bottom, stroke=MUTED)
    drawn += line(_LEFT, bottom, _RIGHT, bottom, stroke=MUTED)
    return drawn + _levels(up) + _columns(across, bottom)


def _levels(up: Axis) -> Markup:
    drawn, last = Markup(""), _TOP * 99
    for text, y in _stretches(up):
        if last - y >= _GAP:
            drawn += line(_LEFT, y, _RIGHT, y, stroke=LINE, weight=0.75)
            drawn += label(text, _LEFT - 8, y + 4.5, fill=MUTED, anchor="end")
            last = y
    return drawn


def _columns(across: Axis, bottom: float) -> Markup:
    drawn, last = Markup(""), 0.0
    for text, x in _stretches(across):
        drawn += line(x, bottom, x, bottom + 5, stroke=MUTED)
        if x - last >= 74 and x + 30 <= _RIGHT:
            drawn += label(text, x, bottom + 19, fill=MUTED, anchor="middle")
            last = x
    return drawn


def _stretches(scale: Axis) -> list[tuple[str, float]]:
    """The first days of months, or else of years, that lie inside the axis."""
    if (scale.last - scale.first) > 366 * 12:
        return [(text, x) for text, x, _ in timeline.years(scale) if x != scale.left]
    months = timeline.MONTHS
    return [(f"{months[n % 12]} {n // 12}", at) for n, at, _ in scale.spans(1) if at != scale.left]


def _reached(across: Axis, up: Axis) -> Markup:
    first, last = max(across.first, up.first), min(across.last, up.last)
    if first >= last:
        return Markup("")
    low, high = date.fromordinal(first), date.fromordinal(last)
    rule = line(
        across.at(low),
        up.at(low),
        across.at(high),
        up.at(high),
        stroke=MUTED,
        weight=1.25,
        dashes="7 4",
    )
    return titled("Forecast date = report date: the milestone is due", rule)


def _drawn(entry: Line, index: int, across: Axis, up: Axis) -> Markup:
    ordered, paint = sorted(entry.points), entry.paint
    points = [(across.at(seen), up.at(told)) for seen, told in ordered]
    level = Markup("")
    if entry.baseline:
        y = up.at(entry.baseline)
        level = line(points[0][0], y, points[-1][0], y, stroke=paint, dashes="1.5 3.5", weight=1.5)
    run = element(
        "path",
        d=path(points),
        fill="none",
        stroke=paint,
        stroke_width=2,
        stroke_linejoin="round",
    )
    shape = _SHAPES[index % len(_SHAPES)]
    signs = [
        titled(
            f"{entry.title}: on {day(seen)} forecast for {day(told)}",
            _sign(shape, paint, *at),
        )
        for (seen, told), at in zip(ordered, points, strict=True)
    ]
    return level + run + Markup("").join(signs)


@lru_cache(maxsize=8192)
def _sign(shape: str, paint: str, x: float, y: float) -> Markup:
    if shape == "circle":
        return element("circle", cx=x, cy=y, r=4, fill=SURFACE, stroke=paint, stroke_width=1.75)
    corners = {
        "square": [(x - 3.5, y - 3.5), (x + 3.5, y - 3.5), (x + 3.5, y + 3.5), (x - 3.5, y + 3.5)],
        "diamond": [(x, y - 5), (x + 5, y), (x, y + 5), (x - 5, y)],
        "triangle": [(x, y - 4.5), (x + 4.5, y + 3.5), (x - 4.5, y + 3.5)],
    }[shape]
    return element(
        "path", d=path(corners, closed=True), fill=SURFACE, stroke=paint, stroke_width=1.75
    )


def _ends(lines: Sequence[Line], across: Axis, up: Axis, bottom: float) -> tuple[Markup, Markup]:
    """The thin lines to the names, and the names."""
    last = [max(entry.points) for entry in lines]
    wanted = [up.at(told) for _, told in last]
    places = spread(wanted, _GAP, _TOP + 8, bottom - 4)
    leads, drawn = Markup(""), Markup("")
    for n, (entry, y) in enumerate(zip(lines, places, strict=True)):
        lead = [(across.at(last[n][0]) + 6, wanted[n]), (_RIGHT, wanted[n]), (_LABELS - 6, y)]
        leads += element("path", d=path(lead), fill="none", stroke=MUTED, stroke_width=0.6)
        drawn += _sign(_SHAPES[n % len(_SHAPES)], entry.paint, _LABELS, y)
        slip = f"{entry.slip:+d} d".replace("-", "\N{MINUS SIGN}") if entry.slip else "held"
        slip = shortened(slip, 64, bold=True)
        title = shortened(entry.title, WIDTH - _LABELS - 22 - width(slip, bold=True))
        named = label(title, _LABELS + 10, y + 4.5)
        moved = label(
            slip,
            WIDTH - 2,
            y + 4.5,
            fill=entry.paint,
            anchor="end",
            bold=True,
        )
        drawn += titled(f"{entry.title}: {_told(entry)}", named, moved)
    return leads, begin(drawn)


def _told(entry: Line) -> str:
    now = day(max(entry.points)[1])
    base = f", baseline {day(entry.baseline)}" if entry.baseline else ""
    return f"forecast {now}{base}, {entry.slip or 0:+d} days"


def _legend() -> tuple[tuple[Sign, str], ...]:
    return (
        (lambda x, y: line(x - 11, y, x + 11, y, stroke=INK, weight=2), "forecast held"),
        (lambda x, y: line(x - 11, y, x + 11, y, stroke=RED, weight=2), "later (+)"),
        (
            lambda x, y: line(x - 11, y, x + 11, y, stroke=BLUE, weight=2),
            "earlier (\N{MINUS SIGN})",
        ),
        (
            lambda x, y: line(x - 11, y, x + 11, y, stroke=INK, weight=1.5, dashes="1.5 3.5"),
            "baseline",
        ),
        (
            lambda x, y: line(x - 11, y, x + 11, y, stroke=MUTED, weight=1.25, dashes="7 4"),
            "forecast = report date",
        ),
    )


def _description(lines: Sequence[Line]) -> str:
    return "; ".join(f"{entry.title}: {_told(entry)}" for entry in lines) + "."
