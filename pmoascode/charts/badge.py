"""A rating as a sign: its own shape, colour and letter, the same as on the badges of the pages."""

from markupsafe import Markup

from pmoascode.charts.paint import GREY, SURFACE, colour, ink_on, letter
from pmoascode.charts.svg import element, label, path
from pmoascode.charts.text import SIZE

# Corners from the middle; ratings between two colours are wide enough for their two letters.
_CORNERS: dict[str | None, tuple[tuple[float, float], ...]] = {
    "amber-green": ((-13, 0), (-9, -9), (9, -9), (13, 0), (9, 9), (-9, 9)),
    "amber": ((0, -11), (11, 0), (0, 11), (-11, 0)),
    "amber-red": (
        (-12.5, -5), (-8, -9), (8, -9), (12.5, -5), (12.5, 5), (8, 9), (-8, 9), (-12.5, 5)
    ),
    "red": ((-8.5, -8.5), (8.5, -8.5), (8.5, 8.5), (-8.5, 8.5)),
}  # fmt: skip


def badge(rating: str | None, x: float, y: float) -> Markup:
    """The sign around its middle: circle, hexagon, diamond, octagon or square, with its letter."""
    text = label(
        letter(rating), x, y + SIZE * 0.35, fill=ink_on(rating), anchor="middle", bold=True
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
