"""Differences as bars to both sides of a line: dearer to the right, cheaper to the left."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from pmoascode.charts.figures import amount, finite
from pmoascode.charts.paint import GREEN, INK, MUTED, RED
from pmoascode.charts.scale import Scale, scale
from pmoascode.charts.svg import element, figure, label, line, linked, titled
from pmoascode.charts.text import shortened

# A phone shows it whole.
_WIDTH, _NAMES, _FIGURES, _ROW, _HIGH = 412.0, 158.0, 78.0, 26.0, 15.0


@dataclass(frozen=True, slots=True)
class Difference:
    """One row: how far something is from what was approved."""

    title: str
    amount: Decimal  # above 0 is dearer
    href: str = ""


def variance(rows: Sequence[Difference], ids: str, title: str, unit: str = "") -> Markup:
    """A bar a row, in the order given, with its figure; no bar where nothing differs."""
    known = [(row, n) for row in rows if (n := finite(row.amount)) is not None]
    if not known:
        nothing = label("No figures to compare", 4, 24, fill=MUTED)
        return figure(ids, title, "No figures to compare.", (320, 40), nothing)
    across = scale([n for _, n in known], _NAMES, _WIDTH - _FIGURES)
    bottom = len(known) * _ROW + 6
    drawn = [_row(row, n, across, index * _ROW + 4) for index, (row, n) in enumerate(known)]
    rule = line(across.at(0), 0, across.at(0), bottom, stroke=MUTED)
    said = "; ".join(f"{row.title} {_signed(row.amount)}" for row, _ in known)
    described = f"{said}{', in ' + unit if unit else ''}."
    return figure(ids, title, described, (_WIDTH, bottom), rule, *drawn)


def _row(row: Difference, number: float, across: Scale, top: float) -> Markup:
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
    name = linked(row.href, label(shortened(row.title, _NAMES - 12), 2, top + 12.5, fill=INK))
    text = shortened(_signed(row.amount), _FIGURES - 6, bold=bool(number))
    told = label(text, _WIDTH - 2, top + 12.5, anchor="end", bold=bool(number))
    return titled(f"{row.title}: {_signed(row.amount)}", name, bar, told)


def _signed(value: Decimal) -> str:
    return ("+" if value > 0 else "") + amount(value)
