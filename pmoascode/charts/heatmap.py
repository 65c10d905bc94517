"""The risk heat map: probability against impact, with the risks in their cells."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from pmoascode.charts.grid import CELL, LEFT, RIGHT, TOP, across, upwards
from pmoascode.charts.paint import AMBER, GREEN, INK, MUTED, RED, SURFACE
from pmoascode.charts.svg import element, figure, label, linked, titled
from pmoascode.charts.text import shortened, width

_HIGH, _LEADING = 66.0, 16.0
_INSIDE = 8.0
_NAMED = 20  # risks of one cell that are named


@dataclass(frozen=True, slots=True)
class Risk:
    """An open risk, on scales from 1 to 5."""

    id: str
    title: str
    probability: int
    impact: int
    href: str = ""

    @property
    def is_rated(self) -> bool:
        """Whether both values lie on the scale."""
        return self.probability in range(1, 6) and self.impact in range(1, 6)


def heatmap(risks: Sequence[Risk], ids: str, bands: tuple[int, int] = (6, 15)) -> Markup:
    """Five by five cells; `bands` are the first scores (probability x impact) of amber and red."""
    rated = sorted((risk for risk in risks if risk.is_rated), key=lambda risk: risk.id)
    missing = len(risks) - len(rated)
    cells = [
        _cell(
            tuple(risk for risk in rated if (risk.probability, risk.impact) == (row, column)),
            row,
            column,
            bands,
        )
        for row in range(5, 0, -1)
        for column in range(1, 6)
    ]
    bottom = TOP + 5 * _HIGH
    note = f"{missing} without a valid probability and impact" if missing else ""
    size = (RIGHT + 4, bottom + 44 + (18 if note else 0))
    notes = [label(note, LEFT, bottom + 58, fill=MUTED)] if note else []
    return figure(
        ids,
        "Risk heat map",
        _description(rated, missing, bands),
        size,
        across("Impact", bottom),
        *cells,
        *notes,
        upwards("Probability", bottom),
    )


def _band(score: int, bands: tuple[int, int]) -> tuple[str, str, str]:
    if score >= bands[1]:
        return RED, "R", "red"
    return (AMBER, "A", "amber") if score >= bands[0] else (GREEN, "G", "green")


def _cell(here: tuple[Risk, ...], row: int, column: int, bands: tuple[int, int]) -> Markup:
    score = row * column
    fill, sign, name = _band(score, bands)
    x, y = LEFT + (column - 1) * CELL, TOP + (5 - row) * _HIGH
    box = element(
        "rect",
        x=x + 1.5,
        y=y + 1.5,
        width=CELL - 3,
        height=_HIGH - 3,
        rx=3,
        fill=fill,
        fill_opacity=0.34 if here else 0.14,
        stroke=fill,
        stroke_width=1.5 if here else 0.75,
    )
    corner = label(
        f"{sign} {score}", x + CELL - _INSIDE, y + 18, fill=INK if here else MUTED, anchor="end"
    )
    told = f"Probability {row}, impact {column}, score {score}, {name}: {len(here)} open"
    return titled(told, box, corner) + (_contents(here, x, y) if here else Markup(""))


def _contents(here: tuple[Risk, ...], x: float, y: float) -> Markup:
    count = element("circle", cx=x + 19, cy=y + 17, r=11, fill=INK)
    size = 13 if len(here) < 100 else 11
    many = str(len(here)) if len(here) < 1000 else "…"
    drawn = count + label(
        many, x + 19, y + 21.5, size=size, fill=SURFACE, anchor="middle", bold=True
    )
    more = len(here) - 2
    for n, risk in enumerate(here[:2]):
        rest = f" +{more}" if n == 1 and more > 0 else ""
        room = CELL - 2 * _INSIDE - width(rest)
        line_y = y + 42 + n * _LEADING
        text = shortened(risk.id, room)
        drawn += titled(
            f"{risk.id}: {risk.title}", linked(risk.href, label(text, x + _INSIDE, line_y))
        )
        if rest:
            others = ", ".join(other.id for other in here[2:_NAMED])
            others += f" and {len(here) - _NAMED} more" if len(here) > _NAMED else ""
            told = label(rest.strip(), x + CELL - _INSIDE, line_y, anchor="end", bold=True)
            drawn += titled(others, told)
    return drawn


def _description(rated: Sequence[Risk], missing: int, bands: tuple[int, int]) -> str:
    names = [_band(risk.probability * risk.impact, bands)[2] for risk in rated]
    counted = ", ".join(f"{names.count(name)} {name}" for name in ("red", "amber", "green"))
    return f"{len(rated)} risks: {counted}" + (f"; {missing} not rated." if missing else ".")
