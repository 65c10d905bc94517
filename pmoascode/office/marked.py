"""Where in the records of a kind the values stand that a rule means, found in the kind's schema.

The schema of each kind is searched once; after that a record is only looked into where it has such
values, so that rules on every field of every record stay fast.
"""

from collections.abc import Callable, Mapping, Sequence
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


def values(data: Any, way: Branch) -> Sequence[Value]:
    """The marked values of the data; what has another shape than its schema is passed over."""
    found: list[Value] = []
    _gather(found, data, way, (), None)
    return found


def _gather(found: list[Value], data: Any, way: Branch, keys: Keys, beside: Any) -> None:
    """Adds the marked values below the keys; a list filled, since this is where rules spend most.

    `beside` is what the data stands in.
    """
    if way.mark:
        found.append(Value(keys, data, way.mark, beside, is_key=False))
    if isinstance(data, dict):
        _gather_map(found, data, way, keys)
    elif isinstance(data, list) and way.every is not None:
        for index, value in enumerate(data):
            _gather(found, value, way.every, (*keys, index), beside)


def _gather_map(found: list[Value], data: dict[str, Any], way: Branch, keys: Keys) -> None:
    if way.key_mark:
        own = (key for key in data if not key.startswith("x_"))
        found += [Value((*keys, key), key, way.key_mark, data, is_key=True) for key in own]
    for name, inner in way.fields.items():
        if name in data:
            _gather(found, data[name], inner, (*keys, name), data)
    if way.every is not None:
        for name, value in data.items():
            if not name.startswith("x_"):
                _gather(found, value, way.every, (*keys, name), data)
