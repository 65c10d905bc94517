"""The approved content of a record, plain: maps, lists, text, numbers, true and false."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from msgspec import NODEFAULT, Struct

from pmoascode.fingerprint.marks import EACH, Marks, marks
from pmoascode.records.amounts import Percent
from pmoascode.records.record import Record

_NOTHING = object()  # equal to no value


def content(record: Record) -> dict[str, Any]:
    """What was approved of the record, by its names in the file; what is absent is left out."""
    found = _approved(record, marks(record.kind))
    return {} if found is _NOTHING else found


def _approved(value: Any, approved: Marks) -> Any:
    if approved is True:
        return _plain(value)
    if not approved:
        return _NOTHING
    if isinstance(value, tuple):
        kept = [_approved(item, approved.get(EACH)) for item in value]
        return [item for item in kept if item is not _NOTHING] or _NOTHING
    items = _stated(value) if isinstance(value, Struct) else value
    if not isinstance(items, Mapping):
        return _NOTHING
    kept_items = {
        key: _approved(item, approved.get(key, approved.get(EACH))) for key, item in items.items()
    }
    return {key: item for key, item in kept_items.items() if item is not _NOTHING} or _NOTHING


def _plain(value: Any) -> Any:
    if isinstance(value, Struct):
        return {name: _plain(item) for name, item in _stated(value).items()}
    if isinstance(value, Mapping):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, Percent):
        return f"{exact(value.number)} %"
    if value is None or isinstance(value, bool | int | Decimal):
        return value
    # a text in block style ends in a line break, the same text in quotes does not
    return str(value).strip()


def exact(number: Decimal) -> str:
    """The number in full, without needless digits: 12.50 is 12.5."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _stated(part: Struct) -> dict[str, Any]:
    """The values that the record states, by their names in the file.

    A value left to its default is not among them: else a field that a later version adds would
    make every approval stale.
    """
    kind = type(part)
    fields = zip(
        kind.__struct_fields__, kind.__struct_encode_fields__, _defaults(kind), strict=True
    )
    stated = ((written, getattr(part, name), default) for name, written, default in fields)
    return {written: value for written, value, default in stated if value != default}


@cache
def _defaults(kind: type[Struct]) -> tuple[Any, ...]:
    """The default of each field, in the order of the fields."""
    known = kind.__struct_defaults__
    required = len(kind.__struct_fields__) - len(known)
    return (_NOTHING,) * required + tuple(map(_made, known))


def _made(default: Any) -> Any:
    if default is NODEFAULT:
        return _NOTHING
    factory = getattr(default, "factory", None)
    return factory() if factory else default
