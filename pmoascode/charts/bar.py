"""The money of one project: actual and forecast against the budget and its tolerance."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from markupsafe import Markup

from pmoascode.charts.figures import finite, priced, share
from pmoascode.charts.legend import legend
from pmoascode.charts.paint import AMBER, GREEN, GREY, INK, LINE, MUTED, RED
from pmoascode.charts.svg import drawing, element, figure, label, line, titled
from pmoascode.charts.text import shortened

_SMALL = (140.0, 22.0)
_LARGE_WIDTH, _ROW = 412.0, 46.0  # a phone shows it whole
_INSET = 4.0
_AIR = 1.08  # room beyond the largest figure


@dataclass(frozen=True, slots=True)
class Money:
    """Figures of one project in one currency; None where a figure is not known."""

    title: str
    budget: Decimal | None
    forecast: Decimal | None
    actual: Decimal | None
    tolerance: Decimal = Decimal(0)  # a share of the budget: 0.05 is five per cent
    currency: str = ""

    @property
    def variance(self) -> Decimal | None:
        """Forecast less budget, as a share of the budget; above 0 is dearer."""
        if self.forecast is None or self.budget is None or finite(self.forecast) is None:
            return None
        return (self.forecast - self.budget) / abs(self.budget) if finite(self.budget) else None

    @property
    def band(self) -> tuple[float, float] | None:
        """The figures between which the forecast is within tolerance, the lower one first."""
        budget, part = finite(self.budget), finite(self.tolerance)
        if budget is None or not part:
            return None
        low, high = sorted((budget * (1 - part), budget * (1 + part)))
        return (low, high) if finite(high - low) is not None else None

    @property
    def verdict(self) -> tuple[str, str]:
        """The colour and the words for the forecast against budget and tolerance."""
        budget, forecast = finite(self.budget), finite(self.forecast)
        if budget is None or forecast is None:
            return GREY, "with nothing to compare"
        if forecast <= budget:
            return GREEN, "within budget"
        within = self.band is not None and forecast <= self.band[1]
        return (AMBER, "within tolerance") if within else (RED, "over tolerance")


Scale = Callable[[float], float]


def bar(money: Money, ids: str, size: str = "small") -> Markup:
    """The bar: `small` for a cell of a table, `large` with figures for a page."""
    return _large(money, ids) if size == "large" else _small(money, ids)


def _scale(money: Money, left: float, right: float) -> Scale:
    numbers = [finite(value) for value in (money.budget, money.forecast, money.actual)]
    known = [0.0, *(number for number in numbers if number is not None)]
    known += money.band or ()
    unit = max(map(abs, known)) or 1.0
    low, high = min(known) / unit * _AIR, max(known) / unit * _AIR
    spread = (high - low) or 1.0
    return lambda value: left + ((value / unit) - low) / spread * (right - left)


def _small(money: Money, ids: str) -> Markup:
    high, middle = _SMALL[1], _SMALL[1] / 2
    scale = _scale(money, _INSET, _SMALL[0] - _INSET)
    track = line(_INSET, high - 1, _SMALL[0] - _INSET, high - 1, stroke=LINE)
    body = [
        track if _is_known(money) else label("no figures", _INSET, 15.5, fill=MUTED),
        _band(money, scale, 1, high - 2),
        _length(money.forecast, scale, middle, 12, money.verdict[0], 0.4),
        _length(money.actual, scale, middle, 5, INK, 0.85),
        _budget(money, scale, 1, high - 1),
    ]
    return drawing(ids, f"Money of {money.title}", told(money), _SMALL, *body)


def _is_known(money: Money) -> bool:
    return any(finite(value) is not None for value in (money.budget, money.forecast, money.actual))


def _large(money: Money, ids: str) -> Markup:
    scale = _scale(money, _INSET, _LARGE_WIDTH - _INSET)
    over = f" ({share(money.variance)})" if money.variance is not None else ""
    rows = (
        ("Budget", money.budget, "", INK, 0.18),
        ("Forecast", money.forecast, over, money.verdict[0], 0.55),
        ("Actual", money.actual, "", INK, 0.8),
    )
    drawn = Markup("")
    for n, (name, value, note, fill, shade) in enumerate(rows):
        top = _ROW * n + 22
        drawn += _caption(name, value, note, money.currency, top - 6)
        drawn += _band(money, scale, top - 2, 20)
        drawn += _length(value, scale, top + 8, 16, fill, shade)
        drawn += line(scale(0), top - 2, scale(0), top + 18, stroke=MUTED)
        drawn += _budget(money, scale, top - 2, top + 18)
    bottom = _ROW * len(rows)
    size, key = (_LARGE_WIDTH, bottom), legend(_key(money))
    return figure(ids, f"Money of {money.title}", told(money), size, drawn, legend=key)


def _caption(name: str, value: Decimal | None, note: str, currency: str, y: float) -> Markup:
    known = value is not None and finite(value) is not None
    text = f"{priced(value, currency)}{note}" if value is not None and known else "not known"
    paint, right = INK if known else MUTED, _LARGE_WIDTH - _INSET
    shown = shortened(text, right - 80, bold=known)
    figures = label(shown, right, y, fill=paint, anchor="end", bold=known)
    return label(name, _INSET, y, fill=MUTED) + figures


def _key(money: Money) -> tuple[tuple[Callable[[float, float], Markup], str], ...]:
    entries: list[tuple[Callable[[float, float], Markup], str]] = []
    if finite(money.budget) is not None:
        tick = partial(line, stroke=INK, weight=2)
        entries.append((lambda x, y: tick(x, y - 8, x, y + 8), "budget"))
    if money.band:
        entries.append((_swatch_band, f"tolerance ± {share(money.tolerance)[1:]}"))
    if finite(money.forecast) is not None:
        entries.append((partial(_swatch, money.verdict[0]), f"forecast {money.verdict[1]}"))
    return tuple(entries)


def _swatch(fill: str, x: float, y: float) -> Markup:
    return element("rect", x=x - 11, y=y - 6, width=22, height=12, fill=fill, fill_opacity=0.55)


def _swatch_band(x: float, y: float) -> Markup:
    return element("rect", x=x - 11, y=y - 7, width=22, height=14, fill=MUTED, fill_opacity=0.22)


def _length(
    value: Decimal | None, scale: Scale, y: float, thick: float, fill: str, shade: float
) -> Markup:
    number = finite(value)
    if number is None:
        return Markup("")
    x1, x2 = sorted((scale(0), scale(number)))
    return element(
        "rect",
        x=x1,
        y=y - thick / 2,
        width=max(x2 - x1, 1),
        height=thick,
        fill=fill,
        fill_opacity=shade,
    )


def _band(money: Money, scale: Scale, top: float, high: float) -> Markup:
    if not money.band:
        return Markup("")
    x1, x2 = (scale(end) for end in money.band)
    return element("rect", x=x1, y=top, width=x2 - x1, height=high, fill=MUTED, fill_opacity=0.22)


def _budget(money: Money, scale: Scale, top: float, bottom: float) -> Markup:
    budget = finite(money.budget)
    if budget is None:
        return Markup("")
    x = scale(budget)
    return titled("budget", line(x, top, x, bottom, stroke=INK, weight=2))


def told(money: Money) -> str:
    """The figures in one sentence."""
    parts = [
        f"{name} {priced(value, money.currency)}" if value is not None and finite(value) is not None
        else f"{name} not known"
        for name, value in (
            ("budget", money.budget), ("forecast", money.forecast), ("actual", money.actual)
        )
    ]  # fmt: skip
    over = f" ({share(money.variance)})" if money.variance is not None else ""
    return f"{', '.join(parts)}; forecast {money.verdict[1]}{over}."
