"""Numbers for charts: finite or missing, and written short as people say them."""

import math
from decimal import Decimal

from pmoascode.measures.currency import money_short

Number = int | float | Decimal
_UNITS = ((Decimal(10) ** 12, " T"), (Decimal(10) ** 9, " bn"), (Decimal(10) ** 6, " M"),
          (Decimal(1000), " k"))  # fmt: skip


def finite(value: Number | None) -> float | None:
    """The value as a float, or None where it is missing or no number at all."""
    try:
        found = None if value is None else float(value)
    except (OverflowError, ValueError):
        return None
    return found if found is not None and math.isfinite(found) else None


def amount(value: Number) -> str:
    """Three digits and a unit: 1.25 M, 850 k, -40; as a power of ten beyond trillions."""
    exact = Decimal(str(value))
    if abs(exact) >= Decimal(10) ** 16:
        shown = f"{exact:.2e}"
    else:
        unit, sign = next(
            ((unit, sign) for unit, sign in _UNITS if abs(exact) >= unit * Decimal("0.9995")),
            (Decimal(1), ""),
        )
        shown = _three_digits(exact / unit, whole=not sign) + sign
    return shown.replace("-", "\N{MINUS SIGN}")


def _three_digits(value: Decimal, *, whole: bool) -> str:
    if whole and value == value.to_integral():
        return f"{value:.0f}"
    places = 2 if abs(value) < Decimal("9.995") else 1 if abs(value) < Decimal("99.95") else 0
    return f"{value:.{places}f}"


def priced(value: Number, currency: str) -> str:
    """An amount as the pages write it: £ 1.25 m, £ 850,000."""
    return money_short(Decimal(str(value)), currency)


def share(value: Number) -> str:
    """A signed percentage: +4.0 %."""
    per_cent = Decimal(str(value)) * 100
    shown = f"{per_cent:+.1f} %" if abs(per_cent) < 10_000 else f"{per_cent:+.1e} %"
    return shown.replace("-", "\N{MINUS SIGN}")
