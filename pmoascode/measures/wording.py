"""The wording of figures and names in sentences: amounts, days, lists, records."""

from collections.abc import Sequence
from decimal import Decimal

from pmoascode.measures.schedule import FINISH, Slip


def called(name: str, id: str) -> str:
    """A name with its id behind it, as in "Apollo claims portal (apollo)"."""
    return f"{name} ({id})"


def amount(value: Decimal, currency: str) -> str:
    """Money as in "EUR 1,250,000"; the currency is left out where it is unknown."""
    plain = value.quantize(Decimal(1)) if value == value.to_integral_value() else value
    sign = "\N{MINUS SIGN}" if plain < 0 else ""
    return f"{currency} {sign}{abs(plain):,}".lstrip()


def days(number: int) -> str:
    """A number of days as in "1 day" and "14 days"."""
    return f"{number} day{'' if number == 1 else 's'}"


def listed(things: Sequence[str], last: str = "and") -> str:
    """The things as in "a cause, an action and a date"."""
    if len(things) < 2:
        return "".join(things)
    return f"{', '.join(things[:-1])} {last} {things[-1]}"


def point(slip: Slip) -> str:
    """The dated point of a slip, as in "milestone Portal open (go-live)"."""
    return "the finish" if slip.keys == (FINISH,) else f"milestone {called(slip.title, slip.id)}"


def lateness(slip: Slip) -> str:
    """How late the point of a slip is, as in "the finish is expected 5 days late, on ..."."""
    if slip.is_overdue:
        planned = f"it was planned for {slip.baseline}"
        return (
            f"{point(slip)} is still open and {days(slip.days)} late by {slip.expected}; {planned}"
        )
    when = f"on {slip.expected} instead of {slip.baseline}"
    return f"{point(slip)} is expected {days(slip.days)} late, {when}"


def rates(dimension: str, rating: str) -> str:
    """What a report does, as in "is green overall" and "rates cost amber"."""
    return f"is {rating} overall" if dimension == "overall" else f"rates {dimension} {rating}"


def over(forecast: Decimal, baseline: Decimal, currency: str) -> str:
    """Cost at completion against its baseline, as in "EUR 105, EUR 5 (5.0 %) over its baseline"."""
    more = forecast - baseline
    share = f" ({more / baseline * 100:.1f} %)" if baseline else ""
    return f"{amount(forecast, currency)}, {amount(more, currency)}{share} over its baseline"
