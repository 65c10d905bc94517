"""Differences as bars to both sides of a line: dearer to the right, cheaper to the left."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from pmoascode.charts.figures import finite
from pmoascode.charts.paint import GREEN, INK, MUTED, RED
from pmoascode.charts.scale import Scale, scale
from pmoascode.charts.svg import element, figure, label, line, linked, titled
from pmoascode.charts.text import shortened, wrapped
from pmoascode.measures.currency import money_difference

# A phone shows it whole.
_WIDTH, _NAMES, _FIGURES, _ROW, _HIGH, _LEADING = 412.0, 158.0, 98.0, 26.0, 15.0, 15.0


@dataclass(frozen=True, slots=True)
class Difference:
    """One row: how far something is from what was approved."""

    title: str
    amount: Decimal  # above 0 is dearer
    href: str = ""


def variance(rows: Sequence[Difference], ids: str, title: str, currency: str = "") -> Markup:
    """A bar a row, in the order given, with its figure; no bar where nothing differs."""
    known = [(row, n) for row in rows if (n := finite(row.amount)) is not None]
    if not known:
        nothing = label("No figures to compare", 4, 24, fill=MUTED)
        return figure(ids, title, "No figures to compare.", (320, 40), nothing)
    across = scale([n for _, n in known], _NAMES, _WIDTH - _FIGURES)
    bottom, drawn, tops = 4.0, [], []
    for row, n in known:
        name = wrapped(row.title, _NAMES - 12)
        tops.append(bottom - 3)
        drawn.append(_row(row, name, n, across, bottom, currency))
        bottom += _ROW + _LEADING * (len(name) > 1)
    bottom += 2
    rule = line(across.at(0), 0, across.at(0), bottom, stroke=MUTED)
    said = "; ".join(f"{row.title} {money_difference(row.amount, currency)}" for row, _ in known)
    return figure(ids, title, f"{said}.", (_WIDTH, bottom), rule, *drawn, cuts=tops)


def _row(
    row: Difference, name: Sequence[str], number: float, across: Scale, top: float, currency: str
) -> Markup:
    first, top = top + 12.5, top + _LEADING / 2 * (len(name) > 1)
    lines = [label(text, 2, first + _LEADING * n, fill=INK) for n, text in enumerate(name)]
    x1, x2 = sorted((across.at(0), across.at(number)))
    bar = element(
        "rect",
        x=x1,
        y=top,
        width=max(x2 - x1, 0.5),
        height=_HIGH,
        fill=RED if number > 0 else GREEN,
        fill_opacity=0.75,
    )
    said = money_difference(row.amount, currency)
    text = shortened(said, _FIGURES - 6, bold=bool(number))
    told = label(text, _WIDTH - 2, top + 12.5, anchor="end", bold=bool(number))
    return titled(f"{row.title}: {said}", linked(row.href, *lines), bar, told)
