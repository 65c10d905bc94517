"""A sparkline: the last numbers of a series in the height of a line of text."""

from collections.abc import Sequence
from itertools import groupby

from markupsafe import Markup

from pmoascode.charts.figures import Number, amount, finite
from pmoascode.charts.paint import ACCENT, LINE, MUTED
from pmoascode.charts.svg import drawing, element, label, line, path

_INSET = 4.0


def spark(
    values: Sequence[Number | None],
    ids: str,
    title: str = "Trend",
    *,
    width: float = 96,
    height: float = 24,
) -> Markup:
    """The values oldest first, with a dot on the last one; a missing value leaves a gap."""
    numbers = [finite(value) for value in values]
    points = _points(numbers, width, height)
    runs = [
        [point for point in run if point]
        for present, run in groupby(points, key=lambda point: point is not None)
        if present
    ]
    floor = line(_INSET, height - 1, width - _INSET, height - 1, stroke=LINE)
    if not runs:
        floor = label("no figures", _INSET, 15.5, fill=MUTED)
    described = _description(numbers)
    return drawing(ids, title, described, (width, height), floor, *map(_run, runs), _dot(runs))


def _points(
    numbers: Sequence[float | None], width: float, height: float
) -> list[tuple[float, float] | None]:
    known = [number for number in numbers if number is not None]
    largest = max((abs(number) for number in known), default=0) or 1.0
    scaled = [number / largest for number in known]  # two huge numbers must not overflow
    low, spread = min(scaled, default=0.0), max(scaled, default=0.0) - min(scaled, default=0.0)
    step = (width - 2 * _INSET) / max(len(numbers) - 1, 1)
    room = height - 2 * _INSET

    def height_of(number: float) -> float:
        share = (number / largest - low) / spread if spread else 0.5
        return height - _INSET - share * room

    return [
        None if number is None else (_INSET + index * step, height_of(number))
        for index, number in enumerate(numbers)
    ]


def _run(points: list[tuple[float, float]]) -> Markup:
    if len(points) == 1:
        return element("circle", cx=points[0][0], cy=points[0][1], r=1.5, fill=ACCENT)
    return element(
        "path",
        d=path(points),
        fill="none",
        stroke=ACCENT,
        stroke_width=1.5,
        stroke_linejoin="round",
    )


def _dot(runs: Sequence[list[tuple[float, float]]]) -> Markup:
    if not runs:
        return Markup("")
    x, y = runs[-1][-1]
    return element("circle", cx=x, cy=y, r=2.75, fill=ACCENT)


def _description(numbers: Sequence[float | None]) -> str:
    known = [number for number in numbers if number is not None]
    if not known:
        return "No figures yet."
    ends = f"From {amount(known[0])} to {amount(known[-1])}"
    return f"{ends}; lowest {amount(min(known))}, highest {amount(max(known))}."
