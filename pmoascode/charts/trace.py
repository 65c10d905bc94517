"""Word-sized drawings for the cells of tables: a few hundred bytes, with their words beside them.

Sparklines as in E. R. Tufte, "Beautiful Evidence" (2006).
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby

from markupsafe import Markup

from pmoascode.charts.paint import ACCENT, colour, word
from pmoascode.charts.svg import element, number

_HIGH, _STEP, _BAR, _WIDE = 14, 6, 5, 48
# The worse, the higher: the shape says it without its colour.
_HEIGHTS = {"green": 4.0, "amber-green": 6.0, "amber": 8.0, "amber-red": 10.5, "red": 13.0}
_LOW = 1.5


@lru_cache(maxsize=4096)
def steps(ratings: tuple[str, ...]) -> Markup:
    """The ratings of the last reports as bars, oldest first; nothing for fewer than two."""
    if len(ratings) < 2:
        return Markup("")
    drawn = [
        element("path", d="".join(_bar(n, each) for n, each in group), fill=colour(rating))
        for rating, group in _by_rating(ratings)
    ]
    runs = [(word(rating), len(list(group))) for rating, group in groupby(ratings)]
    told = ", then ".join(f"{many} times {name}" if many > 1 else name for name, many in runs)
    return _small(f"Last {len(ratings)} reports: {told}", len(ratings) * _STEP, *drawn)


@lru_cache(maxsize=4096)
def trace(values: tuple[float, ...], told: str) -> Markup:
    """The values as a line with a dot at its end; nothing where there are fewer than two."""
    if len(values) < 2:
        return Markup("")
    low, spread = min(values), max(values) - min(values)
    step = (_WIDE - 6) / (len(values) - 1)
    heights = [
        _HIGH - 3 - (v - low) / spread * (_HIGH - 6) if spread else _HIGH / 2 for v in values
    ]
    points = [f"{number(2 + n * step)} {number(y)}" for n, y in enumerate(heights)]
    line = element("path", d="M" + "L".join(points), fill="none", stroke=ACCENT, stroke_width=1.5)
    dot = element("circle", cx=_WIDE - 4, cy=heights[-1], r=2.25, fill=ACCENT)
    return _small(told, _WIDE, line, dot)


def _by_rating(ratings: Sequence[str]) -> list[tuple[str, list[tuple[int, str]]]]:
    places = list(enumerate(ratings))
    return [
        (rating, [place for place in places if place[1] == rating])
        for rating in dict.fromkeys(ratings)
    ]


def _bar(place: int, rating: str) -> str:
    high = _HEIGHTS.get(rating, _LOW)
    return f"M{place * _STEP} {number(_HIGH - high)}h{_BAR}v{number(high)}h-{_BAR}z"


def _small(told: str, wide: int, *drawn: str) -> Markup:
    return element(
        "svg",
        element("title", told),
        *drawn,
        role="img",
        aria_label=told,
        class_="pmo-trace",
        viewBox=f"0 0 {wide} {_HIGH}",
        width=wide,
        height=_HIGH,
    )
