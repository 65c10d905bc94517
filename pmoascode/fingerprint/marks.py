"""Which fields of a kind are approved content: those that its schema marks `x-approved`."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Literal

from pmoascode.records.kinds import KINDS
from pmoascode.schema import schema

Marks = Literal[True] | Mapping[str, Any] | None  # all of a value, some of it, or nothing
EACH = "*"  # each entry of a map, each item of a list


def approved_fields(kind: str) -> tuple[str, ...]:
    """The approved fields of a kind, as in `milestones.*.baseline`, sorted."""
    return tuple(sorted(_paths("", marks(kind))))


@cache
def marks(kind: str) -> Marks:
    """What is approved of a record of the kind, by its fields."""
    whole = schema(kind)
    shape = next(known.shape for known in KINDS if known.name == kind)
    return _marked(whole, whole if shape == "record" else whole["$defs"]["Entry"])


def _marked(whole: Mapping[str, Any], part: Mapping[str, Any]) -> Marks:
    if part.get("x-approved"):
        return True
    if "$ref" in part:
        return _marked(whole, whole["$defs"][part["$ref"].rpartition("/")[2]])
    found = {
        name: below
        for name, field in part.get("properties", {}).items()
        if (below := _marked(whole, field))
    }
    for each in ("additionalProperties", "items"):
        field = part.get(each)
        if isinstance(field, dict) and (below := _marked(whole, field)):
            found[EACH] = below
    return found or None


def _paths(name: str, approved: Marks) -> Iterator[str]:
    if isinstance(approved, Mapping):
        for key, below in approved.items():
            yield from _paths(f"{name}.{key}" if name else key, below)
    elif approved:
        yield name
