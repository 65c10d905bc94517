"""Projects by value and risk, each as large as its cost, and the line that the money reaches.

The bubble diagram of portfolio management (R. G. Cooper, S. J. Edgett, E. J. Kleinschmidt,
"Portfolio Management for New Products", 1998).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from math import ceil, floor, sqrt

from markupsafe import Markup

from pmoascode.charts.figures import amount, finite, priced
from pmoascode.charts.legend import Sign, legend
from pmoascode.charts.paint import ACCENT, INK, LINE, MUTED, SURFACE, colour, letter, word
from pmoascode.charts.placing import Box, around, beside, far, free
from pmoascode.charts.scale import Scale
from pmoascode.charts.svg import begin, element, figure, ground, kept, label, line, linked, titled
from pmoascode.charts.text import SIZE, shortened, width

WIDTH = 720.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 40.0, WIDTH - 4, 28.0, 448.0
_LARGEST, _LETTERED, _LEAST, _DOT = 40.0, 9.0, 3.0, 3.5  # radii
_INSET, _NAME, _HIGH = 46.0, 168.0, 16.0
_LINE = "funding line"
_STEP = 5  # of scores of risks
_TOLD = 20  # projects named in the description
_ROOM = Box(_LEFT + 2, _TOP + 2, _RIGHT - 2, _BOTTOM - 2)


@dataclass(frozen=True, slots=True)
class Bubble:
    """One project, in the order of its rank."""

    title: str
    value: Decimal  # the score
    risk: int | None  # the highest score of an open threat; None where none is open
    cost: Decimal  # 0 where none is stated
    rating: str
    is_funded: bool | None = None  # None where there is no envelope
    href: str = ""


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A bubble with its place on the page."""

    rank: int
    of: Bubble
    x: float
    y: float
    radius: float
    currency: str


def bubble(given: Sequence[Bubble], ids: str, title: str, currency: str = "") -> Markup:
    """Risk to the right, value upwards, cost as the area; ranks as in the table beside it."""
    known = [_cleaned(each) for each in given if finite(each.value) is not None]
    if not known:
        nothing = label("No project is scored", 4, 24, fill=MUTED)
        return figure(ids, title, "No project is scored.", (320, 40), nothing)
    across = _risks([each.risk or 0 for each in known])
    up = _values([float(each.value) for each in known])
    drawn = _placed(known, across, up, currency)
    reach = _reach(known, up)
    return figure(
        ids,
        title,
        _description(known),
        (WIDTH, _BOTTOM + 44),
        _frame(across, up),
        *(_circle(each) for each in sorted(drawn, key=lambda each: -each.radius)),
        _funding(reach) if reach else "",
        _labels(drawn, reach),
        kept(ground(_LEFT - 2, _BOTTOM + 4, _TOP), _numbers(up)),
        legend=legend(_key(known, currency)),
    )


def _cleaned(bubble: Bubble) -> Bubble:
    """A cost that is no number counts as none."""
    return bubble if finite(bubble.cost) is not None else replace(bubble, cost=Decimal(0))


def _values(values: Sequence[float]) -> Scale:
    """From the whole number below the lowest value to the one above the highest."""
    low, high = min(values), max(values)
    unit = max(abs(low), abs(high), 1.0)
    step = 0.5 if unit < 20 else unit / 10
    bottom, top = floor(low / step) * step, ceil(high / step) * step
    if bottom == top:
        bottom, top = bottom - step, top + step
    return Scale(bottom / unit, top / unit, unit, _BOTTOM - _INSET, _TOP + _INSET)


def _risks(risks: Sequence[int]) -> Scale:
    """From the step of five below the lowest to the one above the highest."""
    low, high = min(risks) // _STEP * _STEP, -(-max(risks) // _STEP) * _STEP
    return Scale(low, max(high, low + _STEP), 1, _LEFT + _INSET, _RIGHT - _INSET)


def _placed(known: Sequence[Bubble], across: Scale, up: Scale, currency: str) -> list[_Drawn]:
    costs = [max(float(each.cost), 0.0) for each in known]
    most = max(costs) or 1.0
    return [
        _Drawn(
            rank,
            each,
            across.at(each.risk or 0),
            up.at(float(each.value)),
            max(sqrt(cost / most) * _LARGEST, _LEAST) if cost else _DOT,
            currency,
        )
        for rank, (each, cost) in enumerate(zip(known, costs, strict=True), 1)
    ]


def _numbers(up: Scale) -> Markup:
    drawn = label("Score ▲", 4, 16, bold=True)
    for value in up.marks(5):
        text = shortened(_mark(value), _LEFT - 8)
        drawn += label(text, _LEFT - 6, up.at(value) + 4.5, fill=MUTED, anchor="end")
    return drawn


def _frame(across: Scale, up: Scale) -> Markup:
    drawn = label("Highest open risk ▶", _RIGHT, _BOTTOM + 38, anchor="end", bold=True)
    for value in up.marks(5):
        drawn += line(_LEFT, up.at(value), _RIGHT, up.at(value), stroke=LINE, weight=0.75)
    for risk in across.marks(5):
        x = across.at(risk)
        drawn += line(x, _BOTTOM, x, _BOTTOM + 4, stroke=MUTED)
        text = _mark(risk) if risk else "none"
        drawn += label(text, x, _BOTTOM + 18, fill=MUTED, anchor="middle")
    drawn += line(_LEFT, _TOP, _LEFT, _BOTTOM, stroke=MUTED)
    return drawn + line(_LEFT, _BOTTOM, _RIGHT, _BOTTOM, stroke=MUTED)


def _reach(known: Sequence[Bubble], up: Scale) -> float | None:
    """The height between the last project that the money reaches and the next."""
    below = next((n for n, each in enumerate(known) if each.is_funded is False), None)
    if below is None:
        return None
    first = up.at(float(known[below].value))
    return (up.at(float(known[below - 1].value)) + first) / 2 if below else first - _LARGEST / 2


def _funding(y: float) -> Markup:
    rule = line(_LEFT, y, _RIGHT, y, stroke=ACCENT, weight=1.75, dashes="10 4")
    told = label(_LINE, _RIGHT - 4, y - 6, fill=ACCENT, anchor="end", bold=True, halo=True)
    return titled("Above it the envelope reaches, below it not", rule, told)


def _circle(each: _Drawn) -> Markup:
    paint = colour(each.of.rating)
    beyond = each.of.is_funded is False
    drawn = titled(
        _told(each),
        element(
            "circle",
            cx=each.x,
            cy=each.y,
            r=each.radius,
            fill=SURFACE if beyond or not each.of.cost else paint,
            fill_opacity=0.4 if beyond else 0.3,
            stroke=paint,
            stroke_width=1.75,
            stroke_dasharray="4 3" if beyond else None,
        ),
    )
    return begin(drawn) if each.rank == 1 else drawn


def _labels(drawn: Sequence[_Drawn], reach: float | None) -> Markup:
    """Letters in the bubbles, ranks and names beside them; a rank alone where it is crowded."""
    taken, bubbles = [], [around(o.x, o.y, 1.5 * o.radius, 1.5 * o.radius) for o in drawn]
    if reach is not None:
        wide = width(_LINE, bold=True)
        taken.append(Box(_RIGHT - wide - 6, reach - _HIGH - 2, _RIGHT - 4, reach - 2))
    inside, letters = set(), Markup("")
    for each in drawn:
        sign = letter(each.of.rating)
        box = around(each.x, each.y, width(sign, bold=True) + 2, _HIGH)
        if each.radius >= _LETTERED and not any(box.meets(other) for other in taken):
            taken.append(box)
            inside.add(each.rank)
            letters += label(sign, each.x, each.y + SIZE * 0.35, anchor="middle", bold=True)
    names = [
        _label(each, each.rank in inside, (taken, bubbles, _other_side(each, reach)))
        for each in drawn
    ]
    leads, told = zip(*names, strict=True)
    return Markup("").join((*leads, letters, *told))


def _other_side(each: _Drawn, reach: float | None) -> list[Box]:
    """Where a name would seem to stand on the wrong side of the funding line."""
    if reach is None:
        return []
    beyond = each.of.is_funded is False
    return [Box(_LEFT, _TOP, _RIGHT, reach) if beyond else Box(_LEFT, reach, _RIGHT, _BOTTOM)]


def _label(
    each: _Drawn, is_lettered: bool, avoided: tuple[list[Box], list[Box], list[Box]]
) -> tuple[Markup, Markup]:
    """The thin line to the label, and the label at the first place that covers no other.

    If possible it covers no bubble either, and stands on its own side of the funding line.
    """
    taken, bubbles, beyond = avoided
    note = "" if is_lettered else f" ({letter(each.of.rating)})"
    number = f"{each.rank}{note}"
    name = shortened(f"{each.rank} {each.of.title}", _NAME - width(note)) + note
    for text, places, without in (
        (name, beside, [*taken, *bubbles, *beyond]),
        (name, beside, [*taken, *beyond]),
        (name, beside, taken),
        (number, beside, taken),
        (number, far, taken),
    ):
        at = free(places(each.x, each.y, each.radius, width(text), _HIGH), _ROOM, without)
        if at:
            taken.append(at)
            named = titled(_told(each), linked(each.of.href, _text(text, at)))
            return _lead(each, at), named
    return Markup(""), Markup("")


def _text(text: str, at: Box) -> Markup:
    return label(text, at.left, at.bottom - 3.5, fill=INK, halo=True)


def _lead(each: _Drawn, at: Box) -> Markup:
    """A thin line to a label that does not stand beside its bubble."""
    x, y = min(max(each.x, at.left), at.right), min(max(each.y, at.top), at.bottom)
    if (x - each.x) ** 2 + (y - each.y) ** 2 < (each.radius + 8) ** 2:
        return Markup("")
    return line(each.x, each.y, x, y, stroke=MUTED, weight=0.75)


def _key(known: Sequence[Bubble], currency: str) -> list[tuple[Sign, str]]:
    ratings = dict.fromkeys(each.rating for each in known)
    entries: list[tuple[Sign, str]] = [
        (partial(_swatch, colour(rating)), f"{letter(rating)} {word(rating)}") for rating in ratings
    ]
    if any(each.is_funded is False for each in known):
        entries.append((_beyond, "beyond the funding line"))
    costs = [each.cost for each in known if each.cost > 0]
    if costs:
        entries.append(
            (_size, shortened(f"area: forecast, at most {priced(max(costs), currency)}", 420))
        )
    return entries


def _swatch(fill: str, x: float, y: float) -> Markup:
    return element(
        "circle", cx=x, cy=y, r=7, fill=fill, fill_opacity=0.3, stroke=fill, stroke_width=1.75
    )


def _beyond(x: float, y: float) -> Markup:
    return element(
        "circle", cx=x, cy=y, r=7, fill="none", stroke=INK, stroke_width=1.5, stroke_dasharray="4 3"
    )


def _size(x: float, y: float) -> Markup:
    rings = [
        element("circle", cx=x, cy=y + 8 - r, r=r, fill="none", stroke=INK) for r in (8.0, 3.5)
    ]
    return Markup("").join(rings)


def _told(each: _Drawn) -> str:
    of = each.of
    risk = f"highest open risk {of.risk}" if of.risk else "no open risk"
    cost = f"forecast {priced(of.cost, each.currency)}, " if of.cost else ""
    reached = {None: "", True: ", funded", False: ", beyond the funding line"}[of.is_funded]
    return f"{each.rank} {of.title}: score {_score(of)}, {risk}, {cost}{word(of.rating)}{reached}"


def _description(known: Sequence[Bubble]) -> str:
    told = [f"{n} {each.title}, score {_score(each)}" for n, each in enumerate(known, 1)]
    rest = f"; and {len(told) - _TOLD} more" if len(told) > _TOLD else ""
    below = sum(each.is_funded is False for each in known)
    line_ = f" The envelope does not reach {below} of {len(known)}." if below else ""
    return "; ".join(told[:_TOLD]) + rest + "." + line_


def _mark(value: float) -> str:
    return f"{value:g}".replace("-", "\N{MINUS SIGN}") if abs(value) < 1000 else amount(value)


def _score(of: Bubble) -> str:
    return f"{of.value:.2f}" if abs(of.value) < 10**6 else amount(of.value)
