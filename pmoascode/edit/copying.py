"""What the data of a document are to be after an edit."""

from typing import Any

from pmoascode.document import Keys

MISSING = object()


def found(data: Any, keys: Keys) -> Any:
    """The value that the keys lead to, else MISSING."""
    for key in keys:
        is_index = isinstance(data, list) and isinstance(key, int) and 0 <= key < len(data)
        if not is_index and not (isinstance(data, dict) and key in data):
            return MISSING
        data = data[key]
    return data


def with_part(data: Any, keys: Keys, value: Any) -> Any:
    """A copy in which the keys lead to the value; what holds it is made where it is missing."""
    if not keys:
        return value
    first, rest = keys[0], keys[1:]
    if isinstance(first, int):
        copy = list(data) if isinstance(data, list) else []
        part = with_part(copy[first] if first < len(copy) else None, rest, value)
        return [*copy[:first], part, *copy[first + 1 :]]
    fields = dict(data) if isinstance(data, dict) else {}
    fields[first] = with_part(fields.get(first), rest, value)
    return fields


def without_part(data: Any, keys: Keys) -> Any:
    """A copy without the value that the keys lead to."""
    first, rest = keys[0], keys[1:]
    if isinstance(first, int):
        kept = [without_part(data[first], rest)] if rest else []
        return [*data[:first], *kept, *data[first + 1 :]]
    if not rest:
        return {key: part for key, part in data.items() if key != first}
    return data | {first: without_part(data[first], rest)}
