"""One row of a roadmap: the name, the bar with its phases, the milestones and their labels."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from pmoascode.charts import marks, timeline
from pmoascode.charts.badge import badge
from pmoascode.charts.paint import INK, MUTED, SURFACE, colour, word
from pmoascode.charts.plan import Mark, Row, Span
from pmoascode.charts.svg import element, label, line, linked, titled
from pmoascode.charts.text import shortened, width, wrapped
from pmoascode.charts.timeline import Axis, day

NAME_LEFT = 32.0
NAME_ROOM = 168.0
NAMES = NAME_LEFT + NAME_ROOM + 4  # the width of their column
BAR = 16.0
_LEADING = 16.0
_LABEL_ROOM = 150.0
_GAP = 8.0
_SHADE = {"done": 0.75, "current": 0.45, "planned": 0.16}


@dataclass(frozen=True, slots=True)
class Lane:
    """A row that has found its place: its top, its height and the lines of its name."""

    row: Row
    name: tuple[str, ...]
    labels: tuple[tuple[str, float], ...]  # text and middle of each milestone label
    top: float
    height: float

    @property
    def middle(self) -> float:
        """The centre line of the bar."""
        return self.top + _middle(self.name)


def lane(row: Row, scale: Axis, today: date, top: float, *, labelled: bool) -> Lane:
    """The place of a row; milestone labels get a line of their own where there are any."""
    name = wrapped(row.title, NAME_ROOM)
    labels = tuple(placed_labels(row, scale, today)) if labelled else ()
    height = 2 * _middle(name) + (17 if labels else 0)
    return Lane(row, name, labels, top, height)


def _middle(name: tuple[str, ...]) -> float:
    return 22.0 if len(name) > 1 else 17.0


def placed_labels(row: Row, scale: Axis, today: date) -> Iterator[tuple[str, float]]:
    """The milestone labels that fit side by side: the next ones first, then the last ones."""
    taken: list[tuple[float, float]] = []
    for mark in sorted(row.milestones, key=lambda mark: _urgency(mark, today)):
        text = shortened(mark.title, _LABEL_ROOM)
        if not mark.on or not text or not scale.shows(mark.on):
            continue
        half = width(text) / 2
        middle = min(max(scale.at(mark.on), scale.left + half), scale.right - half)
        if all(
            right + _GAP <= middle - half or middle + half + _GAP <= left for left, right in taken
        ):
            taken.append((middle - half, middle + half))
            yield text, middle


def _urgency(mark: Mark, today: date) -> tuple[bool, int, str]:
    if not mark.on:
        return True, 0, mark.title
    days = (mark.on - today).days
    return bool(mark.actual) or days < 0, abs(days), mark.title


def drawn(place: Lane, scale: Axis, today: date) -> Markup:
    """The bar with its phases, or a thin line through the milestones of a row without one."""
    row, y = place.row, place.middle
    is_dated = any(row.days)
    if not is_dated or not (row.extent or row.milestones):
        said = _one_end(row) if is_dated else "no dates"
        x = timeline.beside_today(scale, today, width(said))
        return label(said, x, y + 4.5, fill=MUTED)
    return _thread(row, scale, y) + _bar(row, scale, y)


def _one_end(row: Row) -> str:
    """The one date of a project of which no more is known."""
    if row.start:
        return f"start {day(row.start)}, no finish"
    return f"finish {day(row.finish or max(row.days))}, no start"


def milestones(place: Lane, scale: Axis) -> Markup:
    """The signs of the milestones and their labels, to be drawn above every line."""
    y = place.middle
    signs = sorted(place.row.milestones, key=lambda mark: (mark.on or date.max, mark.title))
    ghosts = [marks.ghost(mark, scale, y) for mark in signs]
    drawn = [marks.drawn(mark, scale, y) for mark in signs]
    labels = [
        label(text, x, y + 24, fill=INK, anchor="middle", halo=True) for text, x in place.labels
    ]
    return Markup("").join(ghosts + drawn + labels)


def heading(place: Lane) -> Markup:
    """The rating's letter and the name of the project."""
    row, y = place.row, place.middle
    first = y + 4.5 - _LEADING / 2 * (len(place.name) - 1)
    lines = [label(text, NAME_LEFT, first + _LEADING * n) for n, text in enumerate(place.name)]
    return titled(
        f"{row.title}: {word(row.rating)}",
        badge(row.rating, 14, y),
        linked(row.href, *lines),
    )


def _thread(row: Row, scale: Axis, y: float) -> Markup:
    if row.extent:
        return Markup("")
    days = list(row.days)
    return line(scale.at(min(days)), y, scale.at(max(days)), y, stroke=MUTED, weight=1.5)


def _bar(row: Row, scale: Axis, y: float) -> Markup:
    extent = row.extent
    if not extent:
        return Markup("")
    fill = colour(row.rating)
    frame = titled(
        _told(row, extent),
        _box(scale, extent, y, fill=SURFACE, fill_opacity=1, stroke="none"),
        _box(scale, extent, y, fill=fill, fill_opacity=_SHADE["planned"], stroke=fill),
    )
    phases = sorted(row.phases, key=lambda phase: (phase.from_, phase.until, phase.title))
    shades = (_phase(phase, extent, scale, y, fill) for phase in phases)
    return frame + Markup("").join(shades) + _late_end(row, extent[1], scale, y)


def _box(
    scale: Axis, extent: tuple[date, date], y: float, *, fill: str, fill_opacity: float, stroke: str
) -> Markup:
    x1, x2 = scale.at(extent[0]), scale.at(extent[1])
    return element(
        "rect",
        x=x1,
        y=y - BAR / 2,
        width=max(x2 - x1, 2),
        height=BAR,
        rx=2,
        fill=fill,
        fill_opacity=fill_opacity,
        stroke=None if stroke == "none" else stroke,
    )


def _phase(phase: Span, extent: tuple[date, date], scale: Axis, y: float, fill: str) -> Markup:
    first, last = max(phase.from_, extent[0]), min(phase.until, extent[1])
    told = f"{phase.title}: {day(phase.from_)} to {day(phase.until)}, {phase.state}"
    if last < first:
        return Markup("")
    shade = _SHADE.get(phase.state, 0.16) if phase.state != "planned" else 0
    box = _box(scale, (first, last), y, fill=fill, fill_opacity=shade, stroke=fill)
    return titled(told, box)


def _late_end(row: Row, finish: date, scale: Axis, y: float) -> Markup:
    planned = row.baseline_finish
    if not planned or planned == finish:
        return Markup("")
    x1, x2, foot = scale.at(planned), scale.at(finish), y + BAR / 2 + 3
    hook = line(x1, y - BAR / 2 - 3, x1, foot, stroke=INK, weight=1.25)
    return hook + line(x1, foot, x2, foot, stroke=INK, weight=1.25, dashes="3 2")


def _told(row: Row, extent: tuple[date, date]) -> str:
    said = f"{row.title}: {day(extent[0])} to {day(extent[1])}, {word(row.rating)}"
    if not row.baseline_finish:
        return said
    days = (extent[1] - row.baseline_finish).days
    return f"{said}, baseline finish {day(row.baseline_finish)} ({days:+d} days)"
