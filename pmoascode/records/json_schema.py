"""The JSON Schema of each kind, made from the records; written to the folder `schema/`."""

import json
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import msgspec

from pmoascode.records.amounts import DURATION_PATTERN, PERCENT_PATTERN, Duration, Percent
from pmoascode.records.kinds import KINDS, Kind
from pmoascode.records.meanings import Value, meanings_of
from pmoascode.records.parts import Forecast

_LOADER_FIELDS = ("id", "path", "keys", "scope")
_DATED = {kind.__name__: kind for kind in Forecast.__subclasses__()}
_OWN = {
    Duration: {"type": "string", "pattern": DURATION_PATTERN, "x-type": "duration"},
    Percent: {"type": "string", "pattern": PERCENT_PATTERN, "x-type": "percentage"},
}


def json_schema(kind: Kind) -> dict[str, Any]:
    """The JSON Schema (2020-12) of the files of the kind."""
    made = msgspec.json.schema(kind.record, schema_hook=_own_type)
    parts = {
        name: _with_dates_inside(name, _plain(part)) for name, part in sorted(made["$defs"].items())
    }
    entry = parts.pop(kind.record.__name__)
    for field in (*_LOADER_FIELDS, *getattr(kind.record, "given", ())):
        entry["properties"].pop(field, None)
    for part in (entry, *parts.values()):
        _closed(part)
    schema: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"https://pmoascode.org/schema/{kind.name}.schema.json",
        "title": kind.title,
        "description": entry.pop("description"),
    }
    entry.pop("title")
    schema |= _of_file(kind, entry)
    used = {name: part for name, part in parts.items() if name not in ("Duration", "Percent")}
    if kind.shape != "record":
        used["Entry"] = entry
    if used:
        schema["$defs"] = used
    return schema


def _with_dates_inside(name: str, part: dict[str, Any]) -> dict[str, Any]:
    """The part with its title before the dates that it has in common with others."""
    if name not in _DATED:
        return part
    given = part["properties"]
    own = [field for field in _DATED[name].__annotations__ if field in given]
    behind = own[own.index(_DATED[name].dates_after) + 1 :]
    first = {field: given[field] for field in own if field not in behind}
    dates = {field: schema for field, schema in given.items() if field not in own}
    return part | {"properties": first | dates | {field: given[field] for field in behind}}


def _of_file(kind: Kind, entry: dict[str, Any]) -> dict[str, Any]:
    if kind.shape == "record":
        return entry
    key = {"pattern": "^(x_.*|[a-z0-9][a-z0-9-]*)$", "maxLength": 64}
    one: dict[str, Any] = {"$ref": "#/$defs/Entry"}
    if kind.shape == "assignments":
        key["x-refers-to"] = "role"
        one = {"type": "array", "items": one, "maxItems": 1000}
    return {
        "type": "object",
        "propertyNames": key,
        "patternProperties": {"^x_": True},
        "additionalProperties": one,
    }


def _own_type(kind: type) -> dict[str, Any]:
    return dict(_OWN[kind])


def _plain(schema: Any) -> Any:
    """The schema without what only Python needs: null alternatives, defaults, text decimals."""
    if isinstance(schema, list):
        return [_plain(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    plain: dict[str, Any] = {}
    for key, value in _renamed(schema).items():
        if key == "anyOf":
            plain |= _alternatives(value)
        elif key == "enum":
            plain |= _choice(value)
        elif key == "examples" or (key == "default" and value not in (None, [], (), {})):
            plain[key] = value
        elif key != "default":
            plain[key] = _plain(value)
    if plain.get("type") == "array":
        plain.setdefault("maxItems", 1000)
    return plain


def _renamed(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema with our own types in the place of what stands for them in Python."""
    reference = schema.get("$ref", "").rpartition("/")[2]
    for own, text in _OWN.items():
        if reference == own.__name__:
            return {key: value for key, value in schema.items() if key != "$ref"} | text
    if schema.get("format") == "decimal":
        return {key: value for key, value in schema.items() if key != "format"} | {"type": "number"}
    return schema


def _alternatives(parts: list[Any]) -> dict[str, Any]:
    kept = [_plain(part) for part in parts if part != {"type": "null"}]
    return dict(kept[0]) if len(kept) == 1 else {"anyOf": kept}


def _choice(values: list[Value]) -> dict[str, Any]:
    """The values in the order of their type, which is not that of the alphabet, explained."""
    ordered = _orders().get(frozenset(values), tuple(values))
    choice: dict[str, Any] = {"enum": list(ordered)}
    if said := meanings_of(ordered):
        choice["enumDescriptions"] = [said[value] for value in ordered]
    return choice


@cache
def _orders() -> Mapping[frozenset[Value], tuple[Value, ...]]:
    seen: set[type] = set()
    found = (values for kind in KINDS for values in _literals(kind.record, seen))
    return {frozenset(values): values for values in found}


def _literals(type_: Any, seen: set[type]) -> Iterator[tuple[Value, ...]]:
    """The values of every literal type that records of the type hold."""
    if get_origin(type_) is Literal:
        yield get_args(type_)
    elif isinstance(type_, type) and issubclass(type_, msgspec.Struct):
        if type_ not in seen:
            seen.add(type_)
            for hint in get_type_hints(type_, include_extras=True).values():
                yield from _literals(hint, seen)
    else:
        for part in get_args(type_):
            yield from _literals(part, seen)


def _closed(schema: dict[str, Any]) -> None:
    """Refuses unknown keys, but for those that start with x_."""
    if "properties" in schema:
        schema["patternProperties"] = {"^x_": True}
        schema["additionalProperties"] = False


def text(kind: Kind) -> str:
    """The JSON Schema as it stands in its file."""
    return json.dumps(json_schema(kind), indent=2, ensure_ascii=False, default=_spelled) + "\n"


def _spelled(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else str(value)


def main(folder: str) -> None:
    """Writes the schema of every kind into the folder."""
    for kind in KINDS:
        (Path(folder) / f"{kind.name}.schema.json").write_text(text(kind), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
