"""A time axis: days to positions, and the years, quarters or months that mark it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from markupsafe import Markup

from pmoascode.charts.paint import ACCENT, LINE, MUTED
from pmoascode.charts.svg import begin, element, label, line
from pmoascode.charts.text import SIZE, width

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)  # years in one band
_MONTH_ROOM, _QUARTER_ROOM, _YEAR_ROOM = 31, 30, 46


@lru_cache(maxsize=8192)
def day(value: date) -> str:
    """A date as people say it: 2 Apr 2027."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


@dataclass(frozen=True, slots=True)
class Axis:
    """Days laid out between two positions; the last day is inclusive."""

    first: int  # ordinal of the first day
    last: int
    left: float
    right: float

    def at(self, when: date) -> float:
        """The position of a day; a day outside the axis lies on its edge."""
        return self._position(when.toordinal())

    def _position(self, ordinal: int) -> float:
        share = (min(max(ordinal, self.first), self.last) - self.first) / (self.last - self.first)
        return self.left + share * (self.right - self.left)

    def shows(self, when: date) -> bool:
        """Whether the day lies on the axis."""
        return self.first <= when.toordinal() <= self.last

    @property
    def month(self) -> float:
        """The room of an average month."""
        return (self.right - self.left) / (self.last - self.first) * 30.44

    def spans(self, months: int) -> Iterator[tuple[int, float, float]]:
        """Each stretch of so many months: the number of its first month since year 0, from, to."""
        begin = date.fromordinal(self.first)
        index = (begin.year * 12 + begin.month - 1) // months * months
        while _ordinal(index) <= self.last:
            after = index + months
            yield index, self._position(_ordinal(index)), self._position(_ordinal(after))
            index = after


def _ordinal(index: int) -> int:
    year, month = divmod(index, 12)
    if year < 1:
        return date.min.toordinal()
    return date(year, month + 1, 1).toordinal() if year <= 9999 else date.max.toordinal() + 1


def axis(days: Iterable[date], left: float, right: float, *, least: int = 92) -> Axis:
    """An axis with a little air around the days, never shorter than `least` days."""
    ordinals = [when.toordinal() for when in days]
    first, last = min(ordinals), max(ordinals)
    air = max((last - first) // 30, 2, (least - (last - first)) // 2)
    low, high = date.min.toordinal(), date.max.toordinal()
    return Axis(max(low, first - air), min(high, last + air), left, right)


def years(scale: Axis) -> tuple[tuple[str, float, float], ...]:
    """The bands of years, as wide as a year's number needs: text, from, to."""
    step = next((n for n in _STEPS if n * 12 * scale.month >= _YEAR_ROOM), _STEPS[-1])
    return tuple((str(n // 12), x1, x2) for n, x1, x2 in scale.spans(12 * step))


def ticks(scale: Axis) -> tuple[tuple[str, float, float], ...]:
    """The months, or the quarters, or nothing where only years fit: text, from, to."""
    if scale.month >= _MONTH_ROOM:
        return tuple((MONTHS[n % 12], x1, x2) for n, x1, x2 in scale.spans(1))
    if scale.month * 3 >= _QUARTER_ROOM:
        return tuple((f"Q{n % 12 // 3 + 1}", x1, x2) for n, x1, x2 in scale.spans(3))
    return ()


def bands(scale: Axis, top: float, bottom: float) -> Markup:
    """Every second year shaded, and a thin line at each tick, below the names of the years."""
    shaded = [
        element(
            "rect",
            x=x1,
            y=top,
            width=x2 - x1,
            height=bottom - top,
            fill=MUTED,
            fill_opacity=0.07,
        )
        for index, (_, x1, x2) in enumerate(years(scale))
        if index % 2 == 0 and x2 > x1
    ]
    lines = [
        line(x1, top + 20, x1, bottom, stroke=LINE, weight=0.75)
        for _, x1, _ in ticks(scale) or years(scale)
        if x1 > scale.left
    ]
    return Markup("").join(shaded + lines)


def names(
    stretches: tuple[tuple[str, float, float], ...], y: float, *, bold: bool = False
) -> Markup:
    """The names of years or ticks, each in the middle of its stretch, where they fit."""
    return Markup("").join(
        label(text, (x1 + x2) / 2, y, fill=MUTED, anchor="middle", bold=bold)
        for text, x1, x2 in stretches
        if width(text, SIZE, bold=bold) + 3 <= x2 - x1
    )


def today_line(scale: Axis, today: date, bottom: float) -> Markup:
    """The line of today below its words; an arrow to the side on which it lies outside."""
    text, y = f"today {day(today)}", 54
    if not scale.shows(today):
        past = today.toordinal() < scale.first
        x, text = (scale.left + 4, f"◀ {text}") if past else (scale.right - 4, f"{text} ▶")
        anchor = "start" if past else "end"
        return begin(label(text, x, y, fill=ACCENT, anchor=anchor, bold=True))
    x, half = scale.at(today), width(text, bold=True) / 2
    middle = min(max(x, scale.left + half), scale.right - half)
    rule = line(x, 59, x, bottom, stroke=ACCENT, weight=1.75)
    return begin(rule) + label(text, middle, y, fill=ACCENT, anchor="middle", bold=True)


def beside_today(scale: Axis, today: date, wide: float) -> float:
    """Where a text begins that says what has no place on the axis: it is seen beside today."""
    return max(min(scale.at(today) + 8, scale.right - wide - 4), scale.left + 8)
