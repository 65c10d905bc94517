"""Records as values of an expression: numbers as decimals, dates as texts, amounts twice."""

import datetime as dt
import math
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from msgspec import Struct

from pmoascode.own_rules.engine import CannotEvaluate
from pmoascode.records.amounts import Duration, Percent

LONGEST_SHOWN = 200  # characters of a value inside a message


def value(of: Any) -> Any:
    """The value as an expression sees it; money is exact to about fifteen digits there."""
    if isinstance(of, bool) or of is None or isinstance(of, str):
        return of
    if isinstance(of, int | float | Decimal):
        return float(of)
    if isinstance(of, Struct):
        names = zip(of.__struct_fields__, of.__struct_encode_fields__, strict=True)
        return dict(_entries((written, getattr(of, name)) for name, written in names))
    if isinstance(of, Mapping):
        return dict(_entries((str(key), entry) for key, entry in of.items()))
    if isinstance(of, list | tuple):
        return [value(entry) for entry in of]
    return of.isoformat() if isinstance(of, dt.date) else str(of)


def amounts(name: str, of: Any) -> Iterator[tuple[str, Any]]:
    """The value under its name; a duration also in days, a percentage also as a number."""
    yield name, value(of)
    if isinstance(of, Duration):
        yield f"{name}_days", float(of.days)
    elif isinstance(of, Percent):
        yield f"{name}_percent", float(of.number)


def _entries(pairs: Iterator[tuple[str, Any]]) -> Iterator[tuple[str, Any]]:
    for name, entry in pairs:
        if entry is not None:  # what is not said is not there
            yield from amounts(name, entry)


def written(data: Any) -> Any:
    """The data of an example with its durations and percentages read, as a record has them."""
    if isinstance(data, Mapping):
        return {str(key): written(entry) for key, entry in data.items()}
    if isinstance(data, list | tuple):
        return [written(entry) for entry in data]
    for amount in (Duration, Percent) if isinstance(data, str) else ():
        try:
            return amount.parse(data)
        except ValueError:
            continue
    return data


def shown(of: Any) -> str:
    """The value as a message shows it."""
    if of is None:
        return "nothing"
    if isinstance(of, bool):
        return "yes" if of else "no"
    if isinstance(of, float):
        text = f"{of:.2f}".rstrip("0").rstrip(".") if math.isfinite(of) else "unknown"
    elif isinstance(of, list):
        text = ", ".join(shown(entry) for entry in of[:20])
    else:
        text = str(of)
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"


def days(*of: Any) -> float:
    """Calendar days from the first date to the second; below 0 where it lies before.

    Raises:
        CannotEvaluate: they are not two dates.
    """
    try:
        first, second = (dt.date.fromisoformat(day) for day in of)
    except (TypeError, ValueError):
        raise CannotEvaluate("`days` counts from one date to another") from None
    return float((second - first).days)


def total(*of: Any) -> float:
    """The sum of a list of numbers; 0 of an empty one.

    Raises:
        CannotEvaluate: it is no list of numbers.
    """
    if len(of) != 1 or not isinstance(of[0], list):
        raise CannotEvaluate("`sum` takes one list of numbers")
    if any(isinstance(n, bool) or not isinstance(n, int | float) for n in of[0]):
        raise CannotEvaluate("`sum` takes a list of numbers")
    return math.fsum(of[0])
