"""Records with every field, made of the examples in the schemas; written and altered at will."""

import datetime as dt
import json
from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal
from typing import Any

import msgspec
from hypothesis import strategies as st

from pmoascode.records.binding import bind
from pmoascode.records.kinds import KINDS
from pmoascode.records.record import Record
from pmoascode.schema import schema

Keys = tuple[str | int, ...]
RECORDS = {kind.name: kind.record for kind in KINDS}


def full(kind: str) -> dict[str, Any]:
    """A record of the kind with every field, made of the examples in its schema."""
    whole = schema(kind)
    shape = next(known.shape for known in KINDS if known.name == kind)
    made: dict[str, Any] = _made(whole, whole if shape == "record" else whole["$defs"]["Entry"])
    return made


def _made(whole: dict[str, Any], part: dict[str, Any]) -> Any:
    if "$ref" in part:
        return _made(whole, whole["$defs"][part["$ref"].rpartition("/")[2]])
    if "properties" in part:
        return {name: _made(whole, below) for name, below in part["properties"].items()}
    if isinstance(part.get("additionalProperties"), dict):
        key = part.get("propertyNames", {}).get("enum", ["2026-10"])[0]
        return {key: _made(whole, part["additionalProperties"])}
    if part.get("type") == "array":
        item = part["items"]
        is_made = "$ref" in item or "examples" not in part
        return [_made(whole, item)] if is_made else part["examples"][0]
    if "anyOf" in part and "examples" not in part:
        return _made(whole, part["anyOf"][0])
    value = part["examples"][0] if "examples" in part else _plain_example(part)
    return Decimal(str(value)) if isinstance(value, float) else value


def _plain_example(part: dict[str, Any]) -> Any:
    if part.get("format") == "date":
        return "2026-11-20"
    word = "some-text" if "pattern" in part and part["pattern"] != r"\S" else "some text"
    return part["enum"][0] if "enum" in part else {"string": word}.get(part["type"], 3)


def record_of(kind: str, data: dict[str, Any]) -> Record:
    return bind(RECORDS[kind], data, id="sample", path="sample.yaml")


def leaves(value: Any, keys: Keys = ()) -> Iterator[tuple[Keys, Any]]:
    if isinstance(value, dict | list):
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        for key, below in pairs:
            yield from leaves(below, (*keys, key))
    else:
        yield keys, value


def others(kind: str, value: Any) -> Iterator[Any]:
    """Values that might stand there instead: one of them fits the field."""
    if isinstance(value, bool):
        yield not value
    elif isinstance(value, int | Decimal):
        yield value + 1
    else:
        with suppress(ValueError):
            yield str(dt.date.fromisoformat(value) + dt.timedelta(days=1))
        yield from ("13 days", "13 %", value + "x")
    yield from (word for word in _words(schema(kind)) if word != value)


def _words(part: Any) -> Iterator[Any]:
    """Every word that some field of the kind chooses from."""
    if isinstance(part, dict):
        yield from part.get("enum", ())
        for below in part.values():
            yield from _words(below)


def changed(kind: str, data: dict[str, Any], keys: Keys, value: Any) -> Record:
    """The record with another value at the keys."""
    for other in others(kind, value):
        copy = json.loads(
            json.dumps(data, default=lambda n: {"decimal": str(n)}), object_hook=_back
        )
        place: Any = copy
        for key in keys[:-1]:
            place = place[key]
        place[keys[-1]] = other
        try:
            return record_of(kind, copy)
        except (msgspec.ValidationError, ValueError):
            continue
    raise AssertionError(f"no other value fits {keys}")


def _back(value: dict[str, Any]) -> Any:
    return Decimal(value["decimal"]) if value.keys() == {"decimal"} else value


def written(value: Any, draw: st.DataObject, indent: int) -> str:
    """The value as YAML, in one of the many ways of writing it."""
    if isinstance(value, dict) and value and draw.draw(st.booleans()):
        margin = " " * indent
        pairs = [
            f"{margin}{_key(key)}:{' # so' if isinstance(below, dict | list) else ''}"
            f"\n{margin}  {written(below, draw, indent + 2).lstrip()}"
            for key, below in draw.draw(st.permutations(list(value.items())))
        ]
        return ("\n# a comment\n" if draw.draw(st.booleans()) else "\n").join(pairs)
    if isinstance(value, dict):
        pairs = [
            f"{_key(key)}: {_in_a_line(below)}"
            for key, below in draw.draw(st.permutations(list(value.items())))
        ]
        return "{" + ",  ".join(pairs) + "}"
    return _in_a_line(value)


def _key(key: str) -> str:
    return json.dumps(key) if key.isdigit() else key


def _in_a_line(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f'"{key}": {_in_a_line(v)}' for key, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_in_a_line, value)) + "]"
    return str(value) if isinstance(value, Decimal) else json.dumps(value)
