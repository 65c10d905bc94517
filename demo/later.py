"""Facts taken out of plain data because they came later than a day."""

import re
from collections.abc import Callable
from typing import Any

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_FACTS = frozenset(  # fields that hold the day on which something happened
    {"actual", "closed", "delivered", "effective", "implemented"}
)
_SMALL = frozenset({"done", "tested", "shared", "reviewed", "assessed"})  # noted when convenient
_PLANS = frozenset({"baseline", "target"})  # a value with its day, which may lie ahead


def is_day(value: object) -> bool:
    """Whether the value is a date."""
    return isinstance(value, str) and _DAY.fullmatch(value) is not None


def without_later(value: Any, day: str, noted: Callable[[str], str] = str) -> Any:
    """A copy of the value without what was not known on the day.

    `noted` tells the day on which a small fact of a given day was written down.
    """
    if isinstance(value, dict):
        kept = {
            key: without_later(part, day, noted)
            for key, part in value.items()
            if not _is_later(key, part, day, noted)
        }
        return {key: part for key, part in kept.items() if part != [] or value[key] == []}
    if isinstance(value, list):
        return [without_later(p, day, noted) for p in value if not _is_later("", p, day, noted)]
    return value


def _is_later(key: str, part: Any, day: str, noted: Callable[[str], str]) -> bool:
    if isinstance(part, dict):
        when = part.get("date")
        return key not in _PLANS and is_day(when) and str(when) > day
    if key in _SMALL and is_day(part):
        return noted(part) > day
    return key in _FACTS and is_day(part) and str(part) > day


def days_in(value: Any) -> set[str]:
    """Every date in the value."""
    if isinstance(value, dict):
        return {day for part in value.values() for day in days_in(part)}
    if isinstance(value, list):
        return {day for part in value for day in days_in(part)}
    return {value} if is_day(value) else set()
