"""The funnel: how many things are in each stage, from the first to the last."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from pmoascode.charts.paint import ACCENT, INK, MUTED
from pmoascode.charts.svg import element, figure, label, titled
from pmoascode.charts.text import width, wrapped

# A phone shows it whole.
_WIDTH, _NAMES, _ROW, _HEIGHT, _LEADING = 412.0, 130.0, 32.0, 22.0, 14.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One stage."""

    title: str
    number: int  # 0 or more


def funnel(bars: Sequence[Bar], ids: str, title: str) -> Markup:
    """A bar a stage, in the order given, as long as its number is large."""
    most = max((bar.number for bar in bars), default=0)
    room = width(str(most), bold=True) + 16
    size = (_WIDTH, max(len(bars), 1) * _ROW + 6)
    longest = _WIDTH - _NAMES - room
    drawn = [
        _bar(bar, longest * bar.number / most if most else 0.0, number * _ROW + 4)
        for number, bar in enumerate(bars)
    ]
    nothing = [] if bars else [label("No stages", 2, 20, fill=MUTED)]
    return figure(ids, title, _description(bars), size, *drawn, *nothing)


def _bar(bar: Bar, length: float, top: float) -> Markup:
    name = wrapped(bar.title, _NAMES - 10)
    first = top + 15 - _LEADING / 2 * (len(name) - 1)
    drawn = [
        label(text, _NAMES - 8, first + _LEADING * n, fill=INK, anchor="end")
        for n, text in enumerate(name)
    ]
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
