"""How money is written for readers, in text and in drawings, whatever the machine's locale."""

from decimal import Decimal

MINUS = "\N{MINUS SIGN}"
SPACE = "\N{NO-BREAK SPACE}"
LIST_LIMIT = Decimal(10) ** 15  # beyond this a figure is a slip of the pen; scientific notation

_SIGNS = {"EUR": "€", "GBP": "£", "USD": "$", "JPY": "¥", "INR": "₹"}
# Each with the least amount that is written in it: less would round to a thousand of the smaller.
_UNITS = (
    (Decimal(10) ** 9, Decimal("999995e3"), "bn"),
    (Decimal(10) ** 6, Decimal("999999.5"), "m"),
)


def money(amount: Decimal | None, currency: str) -> str:
    """The exact amount with its currency, such as `€ 1,250,000`; empty where there is none."""
    if amount is None:
        return ""
    exact = f"{amount:,.2f}".removesuffix(".00") if abs(amount) < LIST_LIMIT else f"{amount:.3e}"
    return _with_currency(exact, currency)


def money_short(amount: Decimal | None, currency: str) -> str:
    """The amount for a list, such as `€ 1.25 m`; thousands in full, without cents."""
    if amount is None:
        return ""
    for unit, least, sign in _UNITS:
        if least <= abs(amount) < LIST_LIMIT:
            return _with_currency(f"{amount / unit:,.2f}{SPACE}{sign}", currency)
    return money(amount.quantize(Decimal(1)) if abs(amount) < LIST_LIMIT else amount, currency)


def money_difference(amount: Decimal | None, currency: str) -> str:
    """A difference of money with its sign in front, such as `+€ 120,000`."""
    if amount is None:
        return ""
    sign = "+" if amount > 0 else MINUS if amount < 0 else ""
    return sign + money_short(abs(amount), currency)


def signs(figure: str) -> str:
    """The figure with a minus sign instead of a hyphen."""
    return figure.replace("-", MINUS)


def _with_currency(figure: str, currency: str) -> str:
    sign = _SIGNS.get(currency, currency)
    minus, amount = ("-", figure[1:]) if figure.startswith("-") else ("", figure)
    return signs(f"{minus}{sign}{SPACE}{amount}" if sign else figure)
