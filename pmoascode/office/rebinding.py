"""A record bound anew after values have been taken out of what its file says."""

from collections.abc import Iterable
from typing import Any

from msgspec import ValidationError, structs

from pmoascode.records.binding import bind
from pmoascode.records.record import Keys, Record

_GONE = object()  # keeps the place of an item of a list, so that the others keep their numbers


def without(record: Record, data: Any, places: Iterable[Keys]) -> tuple[Record, Any] | None:
    """The record and its data without the values at the places; nothing where none can be left.

    Where a value is needed, what holds it goes with it, and in the end the record itself.
    """
    left, found = data, record
    for keys in places:
        for length in range(len(keys), 0, -1):
            attempt = _holed(left, keys[:length])
            bound = _bound(record, data, _closed(attempt))
            if bound is not None:
                left, found = attempt, bound
                break
        else:
            return None
    return found, _closed(left)


def _bound(record: Record, said: Any, data: Any) -> Record | None:
    """The record of the data; what the file never said stays as it was, as of a built-in role."""
    given = getattr(type(record), "given", ())
    identity = {name: getattr(record, name) for name in ("id", "path", "keys", "scope", *given)}
    try:
        found = bind(type(record), data, **identity)
    except (ValidationError, TypeError, AttributeError, ValueError):
        return None
    names = structs.fields(type(record))
    unsaid = {each.name for each in names if each.encode_name not in said}
    return structs.replace(found, **{name: getattr(record, name) for name in unsaid})


def _holed(data: Any, keys: Keys) -> Any:
    """A copy without the value at the keys; the same where there is none."""
    if not keys:
        return _GONE
    key, rest = keys[0], keys[1:]
    if isinstance(data, dict) and key in data:
        kept = {name: value for name, value in data.items() if name != key or rest}
        return {**kept, key: _holed(data[key], rest)} if rest else kept
    if isinstance(data, list) and isinstance(key, int) and key < len(data):
        return [_holed(value, rest) if n == key else value for n, value in enumerate(data)]
    return data


def _closed(data: Any) -> Any:
    """The data without the places of what is gone."""
    if isinstance(data, dict):
        return {name: _closed(value) for name, value in data.items()}
    if isinstance(data, list):
        return [_closed(value) for value in data if value is not _GONE]
    return data
