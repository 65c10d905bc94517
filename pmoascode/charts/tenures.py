"""Roles over time: a lane a role, a bar a holder, hatched where nobody holds it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from markupsafe import Markup

from pmoascode.charts import timeline
from pmoascode.charts.legend import Sign, legend
from pmoascode.charts.paint import ACCENT, AMBER, INK, LINE, MUTED, RED, SURFACE
from pmoascode.charts.svg import element, figure, ground, kept, label, line, linked, number, titled
from pmoascode.charts.text import shortened, width, wrapped
from pmoascode.charts.timeline import Axis, day

WIDTH = 880.0
_LEFT, _RIGHT = 172.0, WIDTH - 4
_HEAD, _TRACK, _BAR, _PAD, _LEADING = 64.0, 24.0, 18.0, 5.0, 15.0
_HATCH = 7.0
_POINT = 6.0  # the tip of a bar without an end


@dataclass(frozen=True, slots=True)
class Bar:
    """One holder, or with an empty name nobody, for a stretch of days."""

    name: str
    first: date
    last: date | None = None  # inclusive; None where no end is agreed
    is_interim: bool = False
    note: str = ""  # for the tooltip


@dataclass(frozen=True, slots=True)
class Lane:
    """One role."""

    title: str
    bars: tuple[Bar, ...]
    href: str = ""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A bar that has found its line, and the room to the right of it."""

    bar: Bar
    left: float
    right: float
    track: int
    until: float  # where the next bar of the line begins


def tenures(
    lanes: Sequence[Lane], today: date, ids: str, name: str, last: date | None = None
) -> Markup:
    """The lanes in the order given, on one axis up to `last`; `ids` is unique on the page."""
    scale = _scale(lanes, today, last)
    now = scale.at(today)
    placed = [list(_tracks(lane, scale)) for lane in lanes]
    heights = [_height(lane, bars) for lane, bars in zip(lanes, placed, strict=True)]
    tops = [_HEAD + sum(heights[:index]) for index in range(len(lanes))]
    end = _HEAD + (sum(heights) or _TRACK)
    nothing = [] if lanes else [label("Nobody is assigned", 4, end - 8, fill=MUTED)]
    return figure(
        ids,
        f"Roles of {name} over time",
        _description(lanes, today),
        (WIDTH, end + 4),
        timeline.bands(scale, 0, end),
        timeline.names(timeline.years(scale), 15, bold=True),
        timeline.names(timeline.ticks(scale), 34),
        *(_drawn(each, top) for bars, top in zip(placed, tops, strict=True) for each in bars),
        timeline.today_line(scale, today, end),
        *(_named(each, top, now) for bars, top in zip(placed, tops, strict=True) for each in bars),
        kept(ground(_LEFT - 4, end)),
        *(_rule(top + height) for top, height in zip(tops, heights, strict=True)),
        kept(*(_title(lane, top) for lane, top in zip(lanes, tops, strict=True)), *nothing),
        legend=legend(_legend(lanes)),
        cuts=tops[1:],
    )


def _scale(lanes: Sequence[Lane], today: date, last: date | None) -> Axis:
    days = [today, *([last] if last else [])]
    for lane in lanes:
        for bar in lane.bars:
            days += [bar.first, *([bar.last] if bar.last else [])]
    return timeline.axis(days, _LEFT, _RIGHT)


def _tracks(lane: Lane, scale: Axis) -> Iterator[_Placed]:
    """Each bar on the first line of the lane on which it overlaps no other."""
    ends: list[date] = []
    lines: list[list[Bar]] = []
    for bar in sorted(lane.bars, key=lambda b: (b.first, b.last or date.max, b.name)):
        track = next((n for n, end in enumerate(ends) if end < bar.first), len(ends))
        if track == len(ends):
            ends.append(date.min)
            lines.append([])
        ends[track] = bar.last or date.max
        lines[track].append(bar)
    for track, bars in enumerate(lines):
        starts = [*(scale.at(bar.first) for bar in bars[1:]), scale.right]
        for bar, until in zip(bars, starts, strict=True):
            left = scale.at(bar.first)
            right = max(scale.at(bar.last) if bar.last else scale.right, left + 2)
            yield _Placed(bar, left, right, track, until)


def _height(lane: Lane, bars: Sequence[_Placed]) -> float:
    tracks = max((each.track for each in bars), default=0) + 1
    return max(tracks * _TRACK, len(_name(lane)) * _LEADING + 6) + _PAD


def _name(lane: Lane) -> tuple[str, ...]:
    return wrapped(lane.title, _LEFT - 12)


def _rule(y: float) -> Markup:
    return line(0, y, WIDTH, y, stroke=LINE, weight=0.75)


def _title(lane: Lane, top: float) -> Markup:
    lines = [label(text, 4, top + 17 + _LEADING * index) for index, text in enumerate(_name(lane))]
    return titled(lane.title, linked(lane.href, *lines))


def _drawn(place: _Placed, top: float) -> Markup:
    bar, y = place.bar, top + 4 + place.track * _TRACK
    return titled(_told(bar), *_shape(place, y))


def _shape(place: _Placed, y: float) -> Iterator[Markup]:
    bar, wide = place.bar, place.right - place.left
    if not bar.name:
        yield _rect(place.left, y, wide, fill=SURFACE, stroke=RED, dashes="4 3")
        yield element("path", d=_hatch(place.left, y, wide), stroke=RED, stroke_width=1)
        return
    fill = AMBER if bar.is_interim else ACCENT
    yield _rect(place.left, y, wide, fill=SURFACE, stroke="none")
    dashes = "4 3" if bar.is_interim else None
    yield _rect(place.left, y, wide, fill=fill, stroke=fill, dashes=dashes, opacity=0.22)
    if bar.last is None:
        x, middle = place.right - 2, y + _BAR / 2
        tip = f"M{number(x - _POINT)} {number(y + 4)}L{number(x)} {number(middle)}"
        tip += f"L{number(x - _POINT)} {number(y + _BAR - 4)}"
        yield element("path", d=tip, fill="none", stroke=INK, stroke_width=1.5)


def _rect(  # noqa: PLR0913 -- a rectangle has this many properties, named by the caller
    x: float,
    y: float,
    wide: float,
    *,
    fill: str,
    stroke: str,
    dashes: str | None = None,
    opacity: float | None = None,
) -> Markup:
    return element(
        "rect",
        x=x,
        y=y,
        width=wide,
        height=_BAR,
        rx=2,
        fill=fill,
        fill_opacity=opacity,
        stroke=None if stroke == "none" else stroke,
        stroke_dasharray=dashes,
    )


def _hatch(x: float, y: float, wide: float) -> str:
    """Slanted lines that fill the rectangle and stay inside of it."""
    steps = []
    offset = _HATCH
    while offset < wide + _BAR:
        x1, y1 = x + max(offset - _BAR, 0), y + min(offset, _BAR)
        x2, y2 = x + min(offset, wide), y + max(offset - wide, 0)
        steps.append(f"M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}")
        offset += _HATCH
    return "".join(steps)


def _named(place: _Placed, top: float, now: float) -> Markup:
    """The name inside of the bar, if possible at today, else beside it, as far as there is room."""
    bar, y = place.bar, top + 17.5 + place.track * _TRACK
    said = bar.name or "nobody"
    if bar.is_interim:
        said += " (interim)"
    inside = place.right - place.left - 8 - (_POINT + 4 if bar.last is None else 0)
    beside = place.until - place.right - 10
    if width(said) > inside and beside > max(inside, 24):
        text = shortened(said, beside)
        return label(text, place.right + 4, y, halo=True) if text else Markup("")
    text = shortened(said, inside)
    left = _inside(place, now, width(text))
    return label(text, left, y, halo=not bar.name) if len(text) > 1 else Markup("")


def _inside(place: _Placed, now: float, wide: float) -> float:
    """Where a name begins: after the line of today, before it, or with the bar."""
    first, last = place.left + 4, place.right - 4 - (_POINT + 4 if place.bar.last is None else 0)
    for left in (now + 5, now - 5 - wide):
        if first < left <= last - wide:
            return left
    return first


def _told(bar: Bar) -> str:
    days = f"{day(bar.first)} to {day(bar.last)}" if bar.last else f"from {day(bar.first)}"
    said = f"{bar.name or 'nobody'}{', interim' if bar.is_interim else ''}, {days}"
    return f"{said}; {bar.note}" if bar.note else said


def _legend(lanes: Sequence[Lane]) -> tuple[tuple[Sign, str], ...]:
    bars = [bar for lane in lanes for bar in lane.bars]
    known: tuple[tuple[bool, Bar, str], ...] = (
        (any(b.name and not b.is_interim for b in bars), Bar("x", date.min, date.min), "holder"),
        (any(b.is_interim for b in bars), Bar("x", date.min, date.min, is_interim=True), "interim"),
        (any(b.name and b.last is None for b in bars), Bar("x", date.min), "no end agreed"),
        (any(not b.name for b in bars), Bar("", date.min, date.min), "nobody holds it"),
    )
    return tuple((partial(_sign, bar), text) for is_used, bar, text in known if is_used)


def _sign(bar: Bar, x: float, y: float) -> Markup:
    place = _Placed(bar, x - 11, x + 11, 0, x + 11)
    return Markup("").join(_shape(place, y - _BAR / 2))


def _description(lanes: Sequence[Lane], today: date) -> str:
    if not lanes:
        return "Nobody is assigned."
    said = [f"{lane.title} {_now(lane, today)}" for lane in lanes]
    return f"On {day(today)}: {', '.join(said)}."


def _now(lane: Lane, today: date) -> str:
    held = [bar for bar in lane.bars if bar.first <= today and (bar.last or date.max) >= today]
    return " and ".join(bar.name or "nobody" for bar in held) or "not held"
