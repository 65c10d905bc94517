"""A legend: small signs with their words, as a line of the page that wraps where it must."""

from collections.abc import Callable, Iterable

from markupsafe import Markup

from pmoascode.charts.svg import element

Sign = Callable[[float, float], Markup]  # draws itself around a centre
_WIDE, _HIGH = 28.0, 20.0


def legend(entries: Iterable[tuple[Sign, str]]) -> Markup:
    """The signs in the order given, each before its words."""
    drawn = [element("span", _drawn(sign), text) for sign, text in entries]
    return element("div", *drawn, class_="chart-key") if drawn else Markup("")


def _drawn(sign: Sign) -> Markup:
    return element(
        "svg",
        sign(_WIDE / 2, _HIGH / 2),
        viewBox=f"0 0 {_WIDE:g} {_HIGH:g}",
        width=_WIDE,
        height=_HIGH,
        aria_hidden="true",
    )
