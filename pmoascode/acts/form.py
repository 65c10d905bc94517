"""What is asked of a record that is being made: its fields, in order, and which of them are a must.

A field that lies in a list of groups, as `changes.path`, is asked as the list.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pmoascode.document import Keys
from pmoascode.edit.copying import MISSING, found
from pmoascode.editors.starters import STARTERS
from pmoascode.finding import Finding
from pmoascode.office.fields import entry_schema, field_schema
from pmoascode.records.kinds import Kind


def wanted(kind: Kind) -> tuple[Keys, ...]:
    """The fields that a new record of the kind is asked for: what it needs, and what is useful."""
    begun = next((each for each in STARTERS if each.name == kind.name), None)
    useful = [tuple(field.split(".")) for field in begun.fields] if begun else []
    needed = [(name,) for name in required(kind, ())]
    fields = dict.fromkeys(_asked(kind, keys) for keys in (*useful, *needed))
    groups = {keys[0] for keys in fields if len(keys) > 1}
    return tuple(keys for keys in fields if len(keys) > 1 or keys[0] not in groups)


def required(kind: Kind, keys: Keys) -> tuple[str, ...]:
    """The fields that the schema demands of the group that the keys lead to."""
    part = field_schema(kind, keys) if keys else entry_schema(kind)
    return tuple((part or {}).get("required", ()))


def is_required(kind: Kind, data: Mapping[str, Any], keys: Keys) -> bool:
    """Whether the record, as far as it is known, cannot do without the field."""
    special = _NEEDED.get((kind.name, *keys))
    if special:
        return special(data)
    holder, name = keys[:-1], keys[-1]
    if name not in required(kind, holder):
        return False
    is_there = not holder or found(data, holder) is not MISSING
    return is_there or is_required(kind, data, holder)


def is_moot(kind: Kind, data: Mapping[str, Any], keys: Keys) -> bool:
    """Whether the field has no sense, since what it belongs to has been left out."""
    special = _MOOT.get((kind.name, *keys))
    if special:
        return special(data)
    holder = keys[:-1]
    if not holder or found(data, holder) is not MISSING or is_required(kind, data, holder):
        return False
    needed = required(kind, holder)
    first = next(
        (each for each in wanted(kind) if each[:-1] == holder and each[-1] in needed), None
    )
    return first is not None and keys != first


def is_list(kind: Kind, keys: Keys) -> bool:
    """Whether the field holds a list."""
    return (field_schema(kind, keys) or {}).get("type") == "array"


def missed(finding: Finding, kind: Kind, data: Mapping[str, Any]) -> Iterator[Keys]:
    """The fields that a finding of the record names as missing, and that can be asked for."""
    for word in f"{finding.message} {finding.remedy}".split("`")[1::2]:
        keys: Keys = tuple(word.split("."))
        part = field_schema(kind, keys) if all(keys) else None
        if part is None or found(data, keys) is not MISSING or word in _AFTERWARDS:
            continue
        inner = part.get("required", ())
        if part.get("type") != "object":
            yield keys
        elif inner:
            yield from ((*keys, name) for name in inner)


def _asked(kind: Kind, keys: Keys) -> Keys:
    """The keys as far as the first list."""
    return next((keys[:n] for n in range(1, len(keys)) if is_list(kind, keys[:n])), keys)


def _gives(data: Mapping[str, Any], name: str) -> bool:
    return found(data, ("giver", name)) is not MISSING


_AFTERWARDS = ("corrections", "accepted")  # of what is published; a new record has none yet
_NEEDED: Mapping[Keys, Callable[[Mapping[str, Any]], bool]] = {
    ("dependency", "giver", "external"): lambda data: not _gives(data, "project"),
}
_MOOT: Mapping[Keys, Callable[[Mapping[str, Any]], bool]] = {
    ("dependency", "giver", "milestone"): lambda data: not _gives(data, "project"),
    ("dependency", "giver", "external"): lambda data: _gives(data, "project"),
    ("project", "portfolio"): lambda data: "programme" in data,
}
