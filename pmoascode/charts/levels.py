"""A level held against the level needed, 1 to 7, in the height of a line of text.

The bullet graph of S. Few, "Bullet Graph Design Specification" (2013): a bar, and a stroke across
at what is wanted.
"""

from functools import lru_cache

from markupsafe import Markup

from pmoascode.charts.paint import ACCENT, INK, LINE
from pmoascode.charts.svg import element, line

MOST = 7
_WIDE, _HIGH, _BAR = 112.0, 16.0, 8.0


@lru_cache(maxsize=64)
def levels(held: int, needed: int) -> Markup:
    """The bar of the level held, with a stroke at the level needed; 0 is none.

    The figures stand beside it in the table, so that screen readers pass over the drawing.
    """
    step = (_WIDE - 4) / MOST
    top = (_HIGH - _BAR) / 2
    parts = [
        element("rect", x=2, y=top, width=step * MOST, height=_BAR, rx=1, fill=LINE),
    ]
    if held:
        wide = step * min(held, MOST)
        parts.append(element("rect", x=2, y=top, width=wide, height=_BAR, rx=1, fill=ACCENT))
    if needed:
        x = 2 + step * min(needed, MOST)
        parts.append(line(x, 1, x, _HIGH - 1, stroke=INK, weight=2.5))
    return element(
        "svg",
        *parts,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {_WIDE:g} {_HIGH:g}",
        aria_hidden="true",
        class_="pmo-level",
        width=_WIDE,
        height=_HIGH,
    )
