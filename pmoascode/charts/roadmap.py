"""The roadmap: every project by programme on one time axis, with baselines and today."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from markupsafe import Markup

from pmoascode.charts import lane as lanes
from pmoascode.charts import marks, timeline
from pmoascode.charts.badge import badge
from pmoascode.charts.legend import Sign, legend
from pmoascode.charts.paint import ACCENT, INK, LINE, MUTED, SURFACE, word
from pmoascode.charts.plan import WORST_FIRST, Group, Mark, Rating, Row, Span
from pmoascode.charts.svg import element, figure, ground, kept, label, line, linked, path
from pmoascode.charts.text import shortened, width
from pmoascode.charts.timeline import Axis, day

__all__ = ["Group", "Mark", "Rating", "Row", "Span", "roadmap"]

WIDTH = 1000.0  # the whole page, where it has no columns beside it
_LEFT, _RIGHT = 212.0, WIDTH - 12
_HEAD = 62.0  # years, ticks, today
_GROUP = 30.0
_CROWDED = 24  # rows; beyond it the milestone labels are left to the tooltips


@dataclass(frozen=True, slots=True)
class _Layout:
    heads: tuple[tuple[Group, float], ...]  # each with its top
    lanes: tuple[lanes.Lane, ...]
    bottom: float


def roadmap(groups: Sequence[Group], today: date, ids: str) -> Markup:
    """All projects on one time axis, in the order given; `ids` is unique on the page."""
    scale = _scale(groups, today)
    layout = _layout(groups, scale, today)
    end = layout.bottom + 8
    foot = _foot(scale, layout, end + 16)
    heads = {top for _, top in layout.heads}
    return figure(
        ids,
        "Roadmap",
        _description(groups, scale, today),
        (WIDTH, end + (26 if foot else 4)),
        timeline.bands(scale, 0, end),
        timeline.names(timeline.years(scale), 15, bold=True),
        timeline.names(timeline.ticks(scale), 34),
        *(lanes.drawn(place, scale, today) for place in layout.lanes),
        timeline.today_line(scale, today, end),
        *(lanes.milestones(place, scale) for place in layout.lanes),
        kept(ground(lanes.NAMES, end)),
        *(_rule(place) for place in layout.lanes),
        *(_band(group, top) for group, top in layout.heads),
        kept(
            *(lanes.heading(place) for place in layout.lanes),
            *(_head(group, top) for group, top in layout.heads),
            _nothing(layout),
        ),
        foot,
        legend=legend(_legend(groups)),
        cuts=[place.top for place in layout.lanes if place.top - _GROUP not in heads],
    )


def _scale(groups: Sequence[Group], today: date) -> Axis:
    days = [when for group in groups for row in group.rows for when in row.days]
    if not days:
        return timeline.axis([today], _LEFT, _RIGHT, least=366)
    near = (max(days) - min(days)) / 2 + timedelta(days=92)
    if max(today - max(days), min(days) - today) <= near:
        days.append(today)  # one that lies far off would squeeze everything else
    return timeline.axis(days, _LEFT, _RIGHT)


def _layout(groups: Sequence[Group], scale: Axis, today: date) -> _Layout:
    labelled = sum(len(group.rows) for group in groups) <= _CROWDED
    heads: list[tuple[Group, float]] = []
    placed: list[lanes.Lane] = []
    top = _HEAD
    for group in groups:
        heads.append((group, top))
        top += _GROUP
        for row in group.rows:
            placed.append(lanes.lane(row, scale, today, top, labelled=labelled))
            top += placed[-1].height
    return _Layout(tuple(heads), tuple(placed), top)


def _head(group: Group, top: float) -> Markup:
    room = WIDTH - 24 - width(_counted(group)) - 24
    title = shortened(group.title, room, 14, bold=True)
    name = label(title, 8, top + 19, size=14, bold=True)
    return element("g", element("title", group.title), linked(group.href, name))


def _counted(group: Group) -> str:
    amount = len(group.rows)
    return f"{amount} project" if amount == 1 else f"{amount} projects"


def _band(group: Group, top: float) -> Markup:
    count = label(_counted(group), WIDTH - 8, top + 18.5, fill=MUTED, anchor="end")
    return _shade(top, SURFACE, 1) + _shade(top, ACCENT, 0.1) + count


def _shade(top: float, fill: str, opacity: float) -> Markup:
    return element(
        "rect",
        x=0,
        y=top + 2,
        width=WIDTH,
        height=_GROUP - 6,
        rx=3,
        fill=fill,
        fill_opacity=opacity,
    )


def _nothing(layout: _Layout) -> Markup:
    if layout.heads:
        return Markup("")
    return label("No projects yet", 4, layout.bottom + 4, fill=MUTED)


def _foot(scale: Axis, layout: _Layout, y: float) -> Markup:
    if len(layout.lanes) <= _CROWDED:
        return Markup("")
    return timeline.names(timeline.ticks(scale) or timeline.years(scale), y)


def _rule(place: lanes.Lane) -> Markup:
    y = place.top + place.height
    return line(0, y, WIDTH, y, stroke=LINE, weight=0.75)


def _legend(groups: Sequence[Group]) -> tuple[tuple[Sign, str], ...]:
    used = {row.rating for group in groups for row in group.rows}
    return (
        *((partial(badge, rating), word(rating)) for rating in WORST_FIRST if rating in used),
        (partial(_swatch, 0.75), "phase done"),
        (partial(_swatch, 0.45), "current"),
        (partial(_swatch, 0.16), "planned"),
        (partial(marks.sign, "milestone", "forecast"), "milestone"),
        (partial(marks.sign, "gate", "forecast"), "gate"),
        (partial(marks.sign, "milestone", "actual"), "reached"),
        (_moved, "moved from its baseline"),
        (_finish, "baseline finish"),
    )


def _swatch(shade: float, x: float, y: float) -> Markup:
    return element(
        "rect",
        x=x - 11,
        y=y - 7,
        width=22,
        height=14,
        rx=2,
        fill=INK,
        fill_opacity=shade,
        stroke=INK,
    )


def _moved(x: float, y: float) -> Markup:
    points = path([(x + 3, y), (x + 11, y)])
    thread = element("path", d=points, stroke=INK, stroke_width=1.25, stroke_dasharray="3 2")
    return thread + marks.sign("milestone", "baseline", x - 4, y)


def _finish(x: float, y: float) -> Markup:
    hook = line(x - 8, y - 8, x - 8, y + 7, stroke=INK, weight=1.25)
    return hook + line(x - 8, y + 7, x + 11, y + 7, stroke=INK, weight=1.25, dashes="3 2")


def _description(groups: Sequence[Group], scale: Axis, today: date) -> str:
    rows = [row for group in groups for row in group.rows]
    counts = Counter(word(row.rating) for row in rows)
    ratings = ", ".join(f"{count} {name}" for name, count in sorted(counts.items()))
    span = f"{day(date.fromordinal(scale.first))} to {day(date.fromordinal(scale.last))}"
    dated = span if any(any(row.days) for row in rows) else "no dates"
    projects = f"{len(rows)} {'project' if len(rows) == 1 else 'projects'}"
    return f"{projects} ({ratings or 'none'}), {dated}; today is {day(today)}."
