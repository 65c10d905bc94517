"""The fingerprint itself, and what changed where two of them differ."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pmoascode.fingerprint.content import content, exact
from pmoascode.records.record import Keys, Record

LENGTH = 16  # hexadecimal digits: 64 bits


@dataclass(frozen=True)
class ApprovedChange:
    """One approved value that differs; None where it was not there, or is no more."""

    keys: Keys  # from the record, as in ("milestones", "go-live", "baseline")
    old: Any
    new: Any


def fingerprint(record: Record) -> str:
    """The fingerprint of the record's approved content."""
    return _digest(content(record))


def fingerprint_of_register(records: Iterable[Record]) -> str:
    """One fingerprint of all entries of a register, whatever their order."""
    return _digest({record.id: content(record) for record in records})


def approved_values(record: Record) -> Mapping[Keys, Any]:
    """Each approved value of the record by its keys; a list of values is one tuple."""
    return dict(_leaves((), content(record)))


def changed_since(before: Record, after: Record) -> tuple[ApprovedChange, ...]:
    """Each approved value that differs between two states of a record, sorted by its keys.

    There is none exactly if the fingerprints are equal.
    """
    old, new = approved_values(before), approved_values(after)
    return tuple(
        ApprovedChange(keys, old.get(keys), new.get(keys))
        for keys in sorted({*old, *new}, key=lambda keys: tuple(map(str, keys)))
        if (keys in old) != (keys in new) or _text(old[keys]) != _text(new[keys])
    )


def _leaves(keys: Keys, value: Any) -> Iterator[tuple[Keys, Any]]:
    if isinstance(value, dict) and (value or not keys):
        for key, below in value.items():
            yield from _leaves((*keys, key), below)
    elif isinstance(value, list) and any(isinstance(item, dict) for item in value):
        for number, item in enumerate(value):
            yield from _leaves((*keys, number), item)
    else:
        yield keys, tuple(value) if isinstance(value, list) else value


def _digest(value: Any) -> str:
    return hashlib.sha256(_text(value).encode()).hexdigest()[:LENGTH]


def _text(value: Any) -> str:
    """Canonical JSON: sorted keys, no blanks, ASCII, numbers in full without needless digits."""
    if isinstance(value, Mapping):
        parts = (f"{json.dumps(key)}:{_text(value[key])}" for key in sorted(value))
        return "{" + ",".join(parts) + "}"
    if isinstance(value, list | tuple):
        return "[" + ",".join(map(_text, value)) + "]"
    if isinstance(value, Decimal):
        return exact(value) if value else "0"
    return json.dumps(value)
