"""A large portfolio on one time axis: a line a programme, and how many projects finish when."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import chain

from markupsafe import Markup

from pmoascode.charts import timeline
from pmoascode.charts.badge import badge
from pmoascode.charts.lane import NAME_LEFT, NAME_ROOM, NAMES
from pmoascode.charts.legend import Sign, legend
from pmoascode.charts.paint import ACCENT, INK, LINE, MUTED, colour, word
from pmoascode.charts.plan import WORST_FIRST, Group, Row
from pmoascode.charts.svg import element, figure, ground, kept, label, line, linked, titled
from pmoascode.charts.text import width, wrapped
from pmoascode.charts.timeline import Axis, day

WIDTH = 1000.0
BACK, AHEAD = 2, 9  # years around this one; what finishes outside is counted at the edges
_PROJECTS, _LATE = 260.0, 298.0  # right edges of the two columns of numbers
_LEFT, _EDGE, _RIGHT = 306.0, 52.0, WIDTH - 8
_HEAD, _HIGH, _LEADING = 62.0, 40.0, 16.0
_CROSSED = 16.0  # from the line of today to the middle of a number that it may touch

Cells = Sequence[Counter[str]]  # of each column, how many of each rating finish in it


@dataclass(frozen=True, slots=True)
class _Columns:
    scale: Axis
    stretches: tuple[tuple[str, float, float], ...]  # years or their parts, between two edges
    names: tuple[str, ...]  # in full
    today: float

    def cells(self, rows: Sequence[Row]) -> Cells:
        """What finishes in each column."""
        found = [Counter[str]() for _ in self.stretches]
        for row in rows:
            if row.finish:
                found[self._place(row.finish)][row.rating] += 1
        return found

    def _place(self, when: date) -> int:
        if when.toordinal() < self.scale.first:
            return 0
        if when.toordinal() > self.scale.last:
            return len(self.stretches) - 1
        return bisect_right([x1 for _, x1, _ in self.stretches[1:-1]], self.scale.at(when))

    def reach(self, first: date, last: date) -> tuple[float, float]:
        """From one day to another; what lies outside reaches to the end of its edge."""
        x1 = self.scale.at(first) if self._place(first) else _LEFT
        is_later = last.toordinal() > self.scale.last
        return x1, _RIGHT if is_later else self.scale.at(last)


def overview(groups: Sequence[Group], today: date, ids: str) -> Markup:
    """One line a group below that of all, with the numbers of projects that finish when."""
    everything = Group("All projects", "", tuple(chain.from_iterable(g.rows for g in groups)))
    columns = _columns(everything, today)
    bottom = _HEAD + _HIGH * (len(groups) + 1)
    lines = [(group, _HEAD + _HIGH * n) for n, group in enumerate((everything, *groups))]
    return figure(
        ids,
        "Roadmap",
        _description(everything, groups, columns, today),
        (WIDTH, bottom + 4),
        timeline.bands(columns.scale, 0, bottom),
        _heads(columns),
        timeline.today_line(columns.scale, today, bottom),
        *(_line(group, columns, top, today) for group, top in lines),
        kept(ground(NAMES, bottom)),
        *(_rule(top) for _, top in lines),
        kept(*(_heading(group, top) for group, top in lines)),
        legend=legend(_legend(everything)),
        cuts=[top for _, top in lines],
    )


def _columns(everything: Group, today: date) -> _Columns:
    years = [when.year for row in everything.rows for when in row.days] or [today.year]
    first = _within(min(years), today.year - BACK, today.year)
    last = _within(max(years), today.year, today.year + AHEAD)
    begin, end = date(max(first, 1), 1, 1), date(min(last, 9999), 12, 31)
    scale = Axis(begin.toordinal(), end.toordinal(), _LEFT + _EDGE, _RIGHT - _EDGE)
    inside = timeline.ticks(scale) or timeline.years(scale)
    edges = ("earlier", _LEFT, scale.left), ("later", scale.right, _RIGHT)
    year = [next(y for y, _, x2 in timeline.years(scale) if x1 < x2) for _, x1, _ in inside]
    names = [y if y == text else f"{text} {y}" for (text, *_), y in zip(inside, year, strict=True)]
    return _Columns(
        scale, (edges[0], *inside, edges[1]), ("earlier", *names, "later"), scale.at(today)
    )


def _within(value: int, least: int, most: int) -> int:
    return min(max(value, least), most)


def _heads(columns: _Columns) -> Markup:
    first, *_, last = columns.stretches
    y = 34.0
    drawn = timeline.names(timeline.years(columns.scale), 15, bold=True)
    drawn += timeline.names(timeline.ticks(columns.scale), y)
    drawn += timeline.names((first, last), 15)
    drawn += label("projects", _PROJECTS, 54, fill=MUTED, anchor="end")
    return drawn + label("late", _LATE, 54, fill=MUTED, anchor="end")


def _rule(top: float) -> Markup:
    stroke = INK if top == _HEAD else LINE
    return line(0, top + _HIGH, WIDTH, top + _HIGH, stroke=stroke, weight=0.75)


def _line(group: Group, columns: _Columns, top: float, today: date) -> Markup:
    y, is_all = top + _HIGH / 2, top == _HEAD
    late = sum(_is_late(row) for row in group.rows)
    cells = enumerate(columns.cells(group.rows))
    return Markup("").join(
        (
            label(str(len(group.rows)), _PROJECTS, y + 4.5, anchor="end", bold=is_all),
            label(str(late), _LATE, y + 4.5, anchor="end", bold=is_all) if late else "",
            _extent(group, columns, y, today),
            *(_cell(group, columns, place, cell, y) for place, cell in cells if cell),
        )
    )


def _heading(group: Group, top: float) -> Markup:
    y, is_all = top + _HIGH / 2, top == _HEAD
    left, room = (4.0, NAME_LEFT + NAME_ROOM - 4) if is_all else (NAME_LEFT, NAME_ROOM)
    words = wrapped(group.title, room, bold=is_all)
    first = y + 4.5 - _LEADING / 2 * (len(words) - 1)
    lines = (label(text, left, first + _LEADING * n, bold=is_all) for n, text in enumerate(words))
    if is_all:
        return Markup("").join(lines)
    worst = next((r for r in WORST_FIRST if any(row.rating == r for row in group.rows)), "grey")
    said = f"{group.title}: the worst of its projects is {word(worst)}"
    return titled(said, badge(worst, 14, y), linked(group.href, *lines))


def _extent(group: Group, columns: _Columns, y: float, today: date) -> Markup:
    """From the first start to the last finish."""
    days = [when for row in group.rows for when in (row.start, row.finish) if when]
    if not days:
        x = timeline.beside_today(columns.scale, today, width("no dates"))
        return label("no dates", x, y + 4.5, fill=MUTED)
    x1, x2 = columns.reach(min(days), max(days))
    told = f"{group.title}: {day(min(days))} to {day(max(days))}"
    return titled(told, _pale(x1, y - 15, max(x2 - x1, 2), 30))


def _pale(x: float, y: float, wide: float, high: float) -> Markup:
    return element("rect", x=x, y=y, width=wide, height=high, rx=3, fill=ACCENT, fill_opacity=0.13)


def _cell(group: Group, columns: _Columns, place: int, cell: Counter[str], y: float) -> Markup:
    """How many finish, above a strip of their ratings."""
    _, x1, x2 = columns.stretches[place]
    middle, wide = (x1 + x2) / 2, min(x2 - x1 - 6, 36)
    is_crossed = abs(columns.today - middle) < _CROSSED
    number = label(str(cell.total()), middle, y + 2, anchor="middle", bold=True, halo=is_crossed)
    told = f"{group.title}, {columns.names[place]}: {cell.total()} finish ({_ratings(cell)})"
    return titled(told, number, _strip(cell, middle - wide / 2, y + 6, wide))


def _strip(cell: Counter[str], x: float, y: float, wide: float) -> Markup:
    drawn = Markup("")
    for rating in WORST_FIRST:
        part = wide * cell[rating] / cell.total()
        if part:
            drawn += element("rect", x=x, y=y, width=part, height=6, fill=colour(rating))
        x += part
    return drawn


def _is_late(row: Row) -> bool:
    return bool(row.finish and row.baseline_finish and row.finish > row.baseline_finish)


def _ratings(cell: Counter[str]) -> str:
    return ", ".join(f"{cell[rating]} {word(rating)}" for rating in WORST_FIRST if cell[rating])


def _legend(everything: Group) -> tuple[tuple[Sign, str], ...]:
    used = {row.rating for row in everything.rows}
    return (
        *((partial(badge, r), word(r)) for r in WORST_FIRST if r in used),
        (lambda x, y: _pale(x - 11, y - 8, 22, 16), "first start to last finish"),
        (_number, "projects that finish then, and their ratings"),
        (lambda x, y: label("late", x - 12, y + 4.5), "forecast to finish after the baseline"),
    )


def _number(x: float, y: float) -> Markup:
    number = label("7", x, y + 2, anchor="middle", bold=True)
    return number + _strip(Counter({"amber": 2, "green": 5}), x - 11, y + 4, 22)


def _description(everything: Group, groups: Sequence[Group], columns: _Columns, today: date) -> str:
    counts = zip(columns.names, columns.cells(everything.rows), strict=True)
    finishes = ", ".join(f"{cell.total()} {name}" for name, cell in counts if cell)
    lines = f"{len(everything.rows)} projects in {len(groups)} groups"
    return f"{lines}; finishes: {finishes or 'none'}; today is {day(today)}."
