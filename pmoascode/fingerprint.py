"""The fingerprint of a record: what an approval is about, pinned in sixteen letters and digits.

It covers the fields that the kind's schema marks `x-approved`: baseline, scope, justification. So
forecasts, actual dates, layout and comments never change it, and whatever was approved does.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any, Literal

from msgspec import NODEFAULT, Struct

from pmoascode.records.kinds import KINDS
from pmoascode.records.record import Keys, Record
from pmoascode.schema import schema

LENGTH = 16  # hexadecimal digits: 64 bits

_Marks = Literal[True] | Mapping[str, Any] | None  # all of it, some of it, or none
_EACH = "*"  # each entry of a map, each item of a list
_MISSING = object()


@dataclass(frozen=True)
class ApprovedChange:
    """One approved value that differs; None where it was not there, or is no more."""

    keys: Keys  # from the record, as in ("milestones", "go-live", "baseline")
    old: Any
    new: Any


def fingerprint(record: Record) -> str:
    """The fingerprint of the record's approved content."""
    return _digest(_content(record))


def fingerprint_of_register(records: Iterable[Record]) -> str:
    """One fingerprint of all entries of a register, whatever their order; new ones change it."""
    return _digest({record.id: _content(record) for record in records})


def approved_values(record: Record) -> Mapping[Keys, Any]:
    """Each approved value of the record by its keys; text, number, true or false, or tuple."""
    return dict(_leaves((), _content(record)))


def changed_since(before: Record, after: Record) -> tuple[ApprovedChange, ...]:
    """Each approved value that differs between two states of a record, in the order of its keys.

    It is empty exactly if the fingerprints are equal.
    """
    old, new = approved_values(before), approved_values(after)
    return tuple(
        ApprovedChange(keys, old.get(keys), new.get(keys))
        for keys in sorted({*old, *new}, key=lambda keys: tuple(map(str, keys)))
        if _text(old.get(keys)) != _text(new.get(keys))
    )


def approved_fields(kind: str) -> tuple[str, ...]:
    """The approved fields of a kind, as in `milestones.*.baseline`, sorted."""
    return tuple(sorted(_paths("", _marks(kind))))


# -- what the schema marks


@cache
def _marks(kind: str) -> _Marks:
    whole = schema(kind)
    shape = next(known.shape for known in KINDS if known.name == kind)
    return _marked(whole, whole if shape == "record" else whole["$defs"]["Entry"])


def _marked(whole: Mapping[str, Any], part: Mapping[str, Any]) -> _Marks:
    if part.get("x-approved"):
        return True
    if "$ref" in part:
        return _marked(whole, whole["$defs"][part["$ref"].rpartition("/")[2]])
    found = {
        name: marks
        for name, below in part.get("properties", {}).items()
        if (marks := _marked(whole, below))
    }
    for each in ("additionalProperties", "items"):
        below = part.get(each)
        if isinstance(below, dict) and (marks := _marked(whole, below)):
            found[_EACH] = marks
    return found or None


def _paths(name: str, marks: _Marks) -> Iterator[str]:
    if isinstance(marks, Mapping):
        for key, below in marks.items():
            yield from _paths(f"{name}.{key}" if name else key, below)
    elif marks:
        yield name


# -- what the record says


def _content(record: Record) -> dict[str, Any]:
    """The approved content, plain: maps, lists, text, numbers; what is absent is left out."""
    content = _chosen(record, _marks(record.kind))
    return {} if content is _MISSING else content


def _chosen(value: Any, marks: _Marks) -> Any:
    if marks is True:
        return _plain(value)
    if not marks:
        return _MISSING
    if isinstance(value, tuple):
        kept = [_chosen(item, marks.get(_EACH)) for item in value]
        return [item for item in kept if item is not _MISSING] or _MISSING
    items = _stated(value) if isinstance(value, Struct) else value
    if not isinstance(items, Mapping):
        return _MISSING
    below = {key: _chosen(item, marks.get(key, marks.get(_EACH))) for key, item in items.items()}
    return {key: item for key, item in below.items() if item is not _MISSING} or _MISSING


def _plain(value: Any) -> Any:
    if isinstance(value, Struct):
        return {name: _plain(item) for name, item in _stated(value).items()}
    if isinstance(value, Mapping):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, bool | int | Decimal):
        return value
    # a text in block style ends in a line break, the same text in quotes does not
    return value if value is None else str(value).strip()


def _stated(part: Struct) -> dict[str, Any]:
    """The values that the record states, by their names in the file.

    A value left to its default is not among them: else a field that a later version adds would
    make every approval stale.
    """
    fields = zip(
        part.__struct_fields__, part.__struct_encode_fields__, _defaults(type(part)), strict=True
    )
    stated = ((written, getattr(part, name), default) for name, written, default in fields)
    return {written: value for written, value, default in stated if value != default}


@cache
def _defaults(kind: type[Struct]) -> tuple[Any, ...]:
    """The default of each field in order; a value that equals nothing where there is none."""
    known = kind.__struct_defaults__
    required = len(kind.__struct_fields__) - len(known)
    return (_MISSING,) * required + tuple(
        _MISSING if default is NODEFAULT else _made(default) for default in known
    )


def _made(default: Any) -> Any:
    factory = getattr(default, "factory", None)
    return factory() if factory else default


def _leaves(keys: Keys, value: Any) -> Iterator[tuple[Keys, Any]]:
    if isinstance(value, dict) and (value or not keys):
        for key, below in value.items():
            yield from _leaves((*keys, key), below)
    elif isinstance(value, list) and any(isinstance(item, dict) for item in value):
        for number, item in enumerate(value):
            yield from _leaves((*keys, number), item)
    else:
        yield keys, tuple(value) if isinstance(value, list) else value


# -- one text for one content


def _digest(content: Any) -> str:
    return hashlib.sha256(_text(content).encode()).hexdigest()[:LENGTH]


def _text(value: Any) -> str:
    """Canonical JSON: sorted keys, no blanks, ASCII, a number without needless digits."""
    if isinstance(value, Mapping):
        parts = (f"{_text(str(key))}:{_text(value[key])}" for key in sorted(value))
        return "{" + ",".join(parts) + "}"
    if isinstance(value, list | tuple):
        return "[" + ",".join(map(_text, value)) + "]"
    if isinstance(value, Decimal):
        return format(value.normalize(), "f") if value else "0"
    return json.dumps(value)
