"""A legend: small signs with their words, in as many lines as the width needs."""

from collections.abc import Callable, Sequence

from markupsafe import Markup

from pmoascode.charts.paint import MUTED
from pmoascode.charts.svg import label
from pmoascode.charts.text import width

Sign = Callable[[float, float], Markup]  # draws itself around a centre
_SIGN, _GAP, LEADING = 28.0, 16.0, 20.0


def legend(
    entries: Sequence[tuple[Sign, str]], left: float, right: float, top: float
) -> tuple[Markup, float]:
    """The drawn entries, and the height they took."""
    x, y, drawn = left, top + LEADING / 2, Markup("")
    for sign, text in entries:
        room = _SIGN + width(text)
        if x > left and x + room > right:
            x, y = left, y + LEADING
        drawn += sign(x + 11, y) + label(text, x + _SIGN, y + 4.5, fill=MUTED)
        x += room + _GAP
    return drawn, y + LEADING / 2 - top
