"""A rating as a sign: its own shape, colour and letter, the same as on the badges of the pages."""

from markupsafe import Markup

from pmoascode.charts.paint import GREY, SURFACE, colour, ink_on, letter
from pmoascode.charts.svg import element, label, path
from pmoascode.charts.text import SIZE

_LONG = 11.0  # size of a sign of two letters

# Corners from the middle; ratings between two colours are wide enough for their two letters.
_CORNERS: dict[str | None, tuple[tuple[float, float], ...]] = {
    "amber-green": ((-12, 0), (-7, -9), (7, -9), (12, 0), (7, 9), (-7, 9)),
    "amber": ((0, -11), (11, 0), (0, 11), (-11, 0)),
    "amber-red": (
        (-11, -4.5), (-7, -9), (7, -9), (11, -4.5), (11, 4.5), (7, 9), (-7, 9), (-11, 4.5)
    ),
    "red": ((-8.5, -8.5), (8.5, -8.5), (8.5, 8.5), (-8.5, 8.5)),
}  # fmt: skip


def badge(rating: str | None, x: float, y: float) -> Markup:
    """The sign around its middle: circle, hexagon, diamond, octagon or square, with its letter."""
    said = letter(rating)
    size = SIZE if len(said) == 1 else _LONG
    text = label(
        said, x, y + size * 0.35, size=size, fill=ink_on(rating), anchor="middle", bold=True
    )
    return _ground(rating, x, y) + text


def _ground(rating: str | None, x: float, y: float) -> Markup:
    corners = _CORNERS.get(rating)
    fill = colour(rating)
    if corners:
        return element("path", d=path([(x + dx, y + dy) for dx, dy in corners], closed=True),
                       fill=fill)  # fmt: skip
    if rating == "blue":
        leaf = f"M{x - 9:g} {y:g}a9 9 0 0 1 9-9h9v9a9 9 0 0 1-9 9h-9z"
        return element("path", d=leaf, fill=fill)
    if fill == GREY:
        return element("circle", cx=x, cy=y, r=8.25, fill=SURFACE, stroke=GREY, stroke_width=1.5)
    return element("circle", cx=x, cy=y, r=9, fill=fill)
