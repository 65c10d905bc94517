"""Where in the records of a kind the values stand that a rule means, found in the kind's schema.

The schema of each kind is searched once; after that a record is only looked into where it has such
values, so that rules on every field of every record stay fast.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pmoascode import schema
from pmoascode.records.kinds import Kind
from pmoascode.records.record import Keys

Part = Mapping[str, Any]
Wanted = Callable[[Part, "Resolve"], Any]  # what is wanted of a part of a schema; false for nothing
Resolve = Callable[[Part], Part]  # the part that a reference leads to


class Value(NamedTuple):
    """A value of a record, with what the rule wanted of it."""

    keys: Keys  # from the record
    value: Any
    mark: Any
    beside: Any  # the fields among which it stands
    is_key: bool  # it is a key itself


@dataclass(frozen=True)
class Branch:
    """The part of a kind of record that leads to marked values."""

    mark: Any = None
    key_mark: Any = None  # of each key of a map
    fields: Mapping[str, "Branch"] = field(default_factory=dict)
    every: "Branch | None" = None  # each entry of a map or list

    def __bool__(self) -> bool:
        return bool(self.mark or self.key_mark or self.fields or self.every)


def branch(kind: Kind, wanted: Wanted) -> Branch:
    """The way to the wanted values of one record of the kind."""
    whole = schema.schema(kind.name)

    def resolve(part: Part) -> Part:
        name = part.get("$ref", "").rpartition("/")[2]
        return {**whole["$defs"][name], **part, "$ref": ""} if name else part

    root = whole if kind.shape == "record" else whole["$defs"]["Entry"]
    return _branch(root, wanted, resolve)


def _branch(part: Part, wanted: Wanted, resolve: Resolve) -> Branch:
    part = resolve(part)
    fields = {
        name: found
        for name, each in part.get("properties", {}).items()
        if (found := _branch(each, wanted, resolve))
    }
    entries = [part.get("additionalProperties"), part.get("items"), *part.get("anyOf", ())]
    every = [_branch(each, wanted, resolve) for each in entries[:2] if isinstance(each, dict)]
    if "anyOf" in part:
        return next((b for each in entries[2:] if (b := _branch(each, wanted, resolve))), Branch())
    return Branch(
        mark=wanted(part, resolve),
        key_mark=wanted(part.get("propertyNames", {}), resolve),
        fields=fields,
        every=next((found for found in every if found), None),
    )


def values(data: Any, way: Branch, keys: Keys = (), beside: Any = None) -> Iterator[Value]:
    """The marked values of the data; what has another shape than its schema is passed over."""
    if way.mark:
        yield Value(keys, data, way.mark, beside, is_key=False)
    if isinstance(data, dict):
        if way.key_mark:
            own = (key for key in data if not key.startswith("x_"))
            yield from (Value((*keys, k), k, way.key_mark, data, is_key=True) for k in own)
        for name, inner, value in _inner(data, way):
            yield from values(value, inner, (*keys, name), data)
    elif isinstance(data, list) and way.every:
        for index, value in enumerate(data):
            yield from values(value, way.every, (*keys, index), beside)


def _inner(data: dict[str, Any], way: Branch) -> Iterator[tuple[str, Branch, Any]]:
    """The entries of the map that lead on to marked values."""
    for name, inner in way.fields.items():
        if name in data:
            yield name, inner, data[name]
    if way.every:
        for name, value in data.items():
            if not name.startswith("x_"):
                yield name, way.every, value
