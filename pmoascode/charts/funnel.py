"""The funnel: how many things are in each stage, from the first to the last."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from pmoascode.charts.paint import ACCENT, INK, MUTED
from pmoascode.charts.svg import element, figure, label, titled
from pmoascode.charts.text import shortened, width

_NAMES, _BARS, _ROW, _HEIGHT = 150.0, 330.0, 32.0, 22.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One stage."""

    title: str
    number: int  # 0 or more


def funnel(bars: Sequence[Bar], ids: str, title: str) -> Markup:
    """A bar a stage, in the order given, as long as its number is large."""
    most = max((bar.number for bar in bars), default=0)
    room = width(str(most), bold=True) + 16
    size = (_NAMES + _BARS + room, max(len(bars), 1) * _ROW + 6)
    drawn = [_bar(bar, most, number * _ROW + 4) for number, bar in enumerate(bars)]
    nothing = [] if bars else [label("No stages", 2, 20, fill=MUTED)]
    return figure(ids, title, _description(bars), size, *drawn, *nothing)


def _bar(bar: Bar, most: int, top: float) -> Markup:
    length = _BARS * bar.number / most if most else 0.0
    name = shortened(bar.title, _NAMES - 10)
    drawn = [label(name, _NAMES - 8, top + 15, fill=INK, anchor="end")]
    if length:
        drawn.append(
            element(
                "rect", x=_NAMES, y=top, width=max(length, 2), height=_HEIGHT, rx=2, fill=ACCENT
            )
        )
    drawn.append(
        label(str(bar.number), _NAMES + length + 7, top + 15, fill=INK if bar.number else MUTED,
              bold=bool(bar.number))
    )  # fmt: skip
    return titled(f"{bar.title}: {bar.number}", *drawn)


def _description(bars: Sequence[Bar]) -> str:
    return ", ".join(f"{bar.title}: {bar.number}" for bar in bars) + "." if bars else "No stages."
