"""SVG as text: elements whose names we choose, whose attributes and text are escaped."""

import math
import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from markupsafe import Markup, escape

from pmoascode.charts.paint import INK, SURFACE
from pmoascode.charts.text import FAMILY, SIZE

Value = str | float | None

# What XML 1.0 cannot carry at all, escaped or not (https://www.w3.org/TR/xml/#charsets).
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SCHEME = re.compile(r"[^/?#]*:")
_SMALLEST = 0.86  # below this scale a label of 13 units is under 11 pixels
_LARGEST = 1.25
_UPRIGHT = 1140.0  # wider ones need a sheet on its side, or their letters are below six points
_HIGH, _PART = 900.0, 180.0  # what may have to be parted for paper, and the least height of a part


# A portfolio draws the same few coordinates, colours and words over and over.
@lru_cache(maxsize=32768)
def number(value: float) -> str:
    """A coordinate with at most two decimals, written the same on every machine."""
    shown = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if shown == "-0" else shown


def safe(text: str) -> Markup:
    """Text escaped for XML, with the characters that XML forbids replaced."""
    return text if isinstance(text, Markup) else _escaped(text)


@lru_cache(maxsize=8192)
def _escaped(text: str) -> Markup:
    return escape(_ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text))


def element(name: str, *children: str, **attributes: Value) -> Markup:
    """One element; `text_anchor` becomes `text-anchor`, `class_` `class`, None is left out."""
    written = "".join(
        [
            _attribute(key, value) if isinstance(value, str) else f'{_name(key)}"{number(value)}"'
            for key, value in attributes.items()
            if value is not None
        ]
    )
    inside = "".join([c if isinstance(c, Markup) else safe(c) for c in children])
    closing = f">{inside}</{name}>" if inside else "/>"
    # Past the constructor, which asks whether the text is markup: a site has a million elements.
    return str.__new__(Markup, f"<{name}{written}{closing}")


@lru_cache(maxsize=256)
def _name(key: str) -> str:
    return f" {key.rstrip('_').replace('_', '-')}="


@lru_cache(maxsize=8192)
def _attribute(key: str, value: str) -> str:
    return f'{_name(key)}"{safe(str(value))}"'


# Axes, frames and legends are the same in many drawings; markup and equal text are told apart.
@lru_cache(maxsize=16384, typed=True)
def label(  # noqa: PLR0913 -- a text has this many properties, named by the caller
    text: str,
    x: float,
    y: float,
    *,
    size: float = SIZE,
    fill: str = INK,
    anchor: str = "start",
    bold: bool = False,
    halo: bool = False,
) -> Markup:
    """A line of text on its baseline; a halo keeps it legible above lines."""
    around: dict[str, Value] = (
        {"stroke": SURFACE, "stroke_width": 6, "stroke_linejoin": "round", "paint_order": "stroke"}
        if halo
        else {}
    )
    return element(
        "text",
        text,
        x=x,
        y=y,
        font_size=size,
        fill=fill,
        text_anchor=None if anchor == "start" else anchor,
        font_weight=700 if bold else None,
        **around,
    )


@lru_cache(maxsize=16384)
def line(  # noqa: PLR0913 -- two ends and a stroke
    x1: float,
    y1: float,
    x2: float,
    y2: float,
    *,
    stroke: str,
    weight: float = 1,
    dashes: str | None = None,
) -> Markup:
    """A straight line."""
    return element(
        "line",
        x1=x1,
        y1=y1,
        x2=x2,
        y2=y2,
        stroke=stroke,
        stroke_width=weight,
        stroke_dasharray=dashes,
    )


def titled(title: str, *children: str) -> Markup:
    """A group whose title the browser shows where the pointer rests."""
    return element("g", element("title", title), *children)


def kept(*children: str) -> Markup:
    """What stays in sight at the left of a drawing that is scrolled sideways."""
    return element("g", *children, class_="chart-names")


def ground(wide: float, high: float, top: float = 0) -> Markup:
    """What hides the drawing behind that which stays in sight."""
    return element("rect", x=0, y=top, width=wide, height=high, fill=SURFACE)


def begin(*children: str) -> Markup:
    """What is in sight first, where a drawing has to be scrolled sideways."""
    return element("g", *children, class_="chart-begin")


def linked(href: str, *children: str) -> Markup:
    """The children as a link, where the address is a relative or a web address."""
    inside = Markup("").join(safe(child) for child in children)
    scheme = _SCHEME.match(href)
    if not href.strip() or (scheme and scheme.group().lower() not in ("http:", "https:")):
        return inside
    return element("a", inside, href=href)


def path(points: list[tuple[float, float]], *, closed: bool = False) -> str:
    """The `d` of a path through the points."""
    steps = "L".join(f"{number(x)} {number(y)}" for x, y in points)
    return f"M{steps}" + ("Z" if closed else "")


def drawing(
    ids: str, title: str, description: str, size: tuple[float, float], *body: str, scale: float = 0
) -> Markup:
    """A whole SVG with title and description; one with links is a group, else an image.

    With a scale it is a figure that shrinks to its column from that size; else it stands in a line.
    Sizes are attributes, as a content security policy stops styles in the page.
    """
    inside = Markup("").join(body)
    return element(
        "svg",
        element("title", title, id=f"{ids}-title"),
        element("desc", description, id=f"{ids}-desc"),
        inside,
        xmlns="http://www.w3.org/2000/svg",
        # The content of an image is hidden from screen readers, and a link must not be.
        role="group" if "<a href=" in inside else "img",
        aria_labelledby=f"{ids}-title {ids}-desc",
        viewBox=f"0 0 {number(size[0])} {number(size[1])}",
        font_family=FAMILY,
        class_=None if scale else "chart-inline",
        width=round(size[0] * (scale or 1)),
        height=round(size[1] * (scale or 1)),
    )


def figure(
    ids: str,
    title: str,
    description: str,
    size: tuple[float, float],
    *body: str,
    legend: Markup = Markup(""),  # noqa: B008 -- text, and never changed
    cuts: Sequence[float] = (),
) -> Markup:
    """A drawing that fills its column and scrolls sideways where the column is too narrow.

    Its legend stands below, where it is not scrolled and wraps as the column needs. At the heights
    of the cuts a high drawing may go on to the next sheet of paper.
    """
    sheets = _sheets(ids, size, cuts)
    if sheets:
        body = (element("g", *body, id=f"{ids}-whole"),)
    least = math.ceil(size[0] * _SMALLEST)
    scrolled = element(
        "div",
        drawing(ids, title, description, size, *body, scale=_LARGEST),
        *sheets,
        # Holds the column open, as a width below which the drawing must not shrink.
        element("svg", class_="chart-least", width=least, height=0, aria_hidden="true"),
        class_="chart-scroll" if size[0] <= _UPRIGHT else "chart-scroll pmo-broad",
        role="region",
        aria_label=title,
        tabindex=0,
    )
    return scrolled + legend


def _sheets(ids: str, size: tuple[float, float], cuts: Sequence[float]) -> list[Markup]:
    """The parts of a high drawing, one below the other, in which paper shows it."""
    wide, high = size
    if high < _HIGH or not cuts:
        return []
    tops = [0.0]
    for cut in cuts:
        if cut - tops[-1] >= _PART:
            tops.append(cut)
    return [_sheet(ids, wide, top, bottom) for top, bottom in pairwise((*tops, high))]


def _sheet(ids: str, wide: float, top: float, bottom: float) -> Markup:
    return element(
        "svg",
        element("use", href=f"#{ids}-whole"),
        class_="chart-sheet",
        viewBox=f"0 {number(top)} {number(wide)} {number(bottom - top)}",
        width=wide * _LARGEST,
        height=(bottom - top) * _LARGEST,
        font_family=FAMILY,
        aria_hidden="true",
    )
