"""Fields of a kind as its JSON Schema tells them: whether a target exists, what it takes."""

import re
from collections.abc import Mapping
from typing import Any

from pmoascode.records.kinds import KINDS, Kind
from pmoascode.schema import schema

Keys = tuple[str | int, ...]


def kind_named(name: str) -> Kind | None:
    """The kind of that name, if there is one."""
    return next((kind for kind in KINDS if kind.name == name), None)


def entry_schema(kind: Kind) -> Mapping[str, Any]:
    """The schema of one record: of the file, or of an entry where the file is a register."""
    whole = schema(kind.name)
    part: Mapping[str, Any] = whole
    for _ in range(kind.depth):
        part = _resolved(whole, part.get("items") or part["additionalProperties"])
    return part


def names(kind: Kind) -> tuple[str, ...]:
    """The fields of a record of the kind, in the order of the schema."""
    return tuple(entry_schema(kind).get("properties", {}))


def names_at(kind: Kind, keys: Keys) -> tuple[str, ...]:
    """The fields that the schema names where the keys of a file lead; none where they are ids."""
    if len(keys) < kind.depth:
        return ()
    part = field_schema(kind, keys[kind.depth :]) or {}
    for one in (part, *part.get("anyOf", ())):
        if named := _resolved(schema(kind.name), one).get("properties"):
            return tuple(named)
    return ()


def targets(kind: Kind) -> tuple[str, ...]:
    """Every field that a table can fill, with dots between keys; open ids as a star."""
    whole = schema(kind.name)

    def below(part: Mapping[str, Any], lead: str, depth: int) -> list[str]:
        found = []
        for name, given in part.get("properties", {}).items():
            field = _resolved(whole, given)
            is_open = isinstance(field.get("additionalProperties"), dict)
            inner = below(field, f"{lead}{name}.", depth + 1) if depth < 4 else []
            found += [f"{lead}{name}.*"] if is_open else inner or [lead + name]
        return found

    return tuple(below(entry_schema(kind), "", 0))


def field_schema(kind: Kind, keys: Keys) -> Mapping[str, Any] | None:
    """The schema of the field that the keys lead to; nothing if the kind has no such field."""
    part: Mapping[str, Any] = entry_schema(kind)
    for key in keys:
        inner = _inner(part, key)
        if inner is None:
            return None
        part = _resolved(schema(kind.name), inner)
    return part


def _inner(part: Mapping[str, Any], key: str | int) -> Mapping[str, Any] | None:
    if isinstance(key, int):
        return part.get("items")
    if key in part.get("properties", {}):
        return part["properties"][key]  # type: ignore[no-any-return]
    more = part.get("additionalProperties")
    if isinstance(more, dict):
        named = part.get("propertyNames", {})
        fits = re.search(named.get("pattern", ""), key) and key in named.get("enum", [key])
        return more if fits else None
    is_own = key.startswith("x_") and "patternProperties" in part
    return {} if is_own or not part else None


def _resolved(whole: Mapping[str, Any], part: Mapping[str, Any]) -> Mapping[str, Any]:
    reference = part.get("$ref", "")
    if not reference:
        return part
    named: dict[str, Any] = whole["$defs"][reference.rpartition("/")[2]]
    return named | {key: value for key, value in part.items() if key != "$ref"}
