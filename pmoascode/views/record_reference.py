"""What the fields of each kind of record mean, read from its schema."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from pmoascode.records.kinds import KINDS, Kind
from pmoascode.rule import Rule
from pmoascode.rules import RULES
from pmoascode.schema import schema

_TYPES = {
    "string": "text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "object": "fields of its own",
}


@dataclass(frozen=True, slots=True)
class Field:
    """One field and what may stand in it."""

    name: str
    title: str
    description: str
    type: str  # in plain words
    is_required: bool
    allowed: tuple[str, ...]  # the values it takes, where only some are
    refers: tuple[str, ...]  # the kinds of record whose id it is
    part: str  # the name of the part that it consists of, if any
    example: Any


@dataclass(frozen=True, slots=True)
class Section:
    """The fields of a record, or of a part of one."""

    name: str  # of the part; empty for the record itself
    description: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """One kind of record: its files, its fields, the rules that judge it."""

    kind: Kind
    paths: tuple[str, ...]  # of its files; ids stand as <id>
    description: str
    sections: tuple[Section, ...]  # the record itself first
    rules: tuple[Rule, ...]
    sample: Mapping[str, Any]  # a small file with every required field


@cache
def references() -> tuple[Reference, ...]:
    """Every kind of record, in the order of the layout."""
    first = {kind.name: kind for kind in reversed(KINDS)}
    return tuple(_reference(first[name]) for name in dict.fromkeys(k.name for k in KINDS))


def paths(kind: str) -> Iterator[str]:
    """The paths of the kind's files; the ids in them stand as <id>."""
    for each in KINDS:
        if each.name == kind:
            pattern = each.pattern.replace("{id}", "<id>").replace("{scope}", "<id>")
            if "{owner}" in pattern:
                yield pattern.replace("{owner}", "projects")
                yield pattern.replace("{owner}", "programmes")
            else:
                yield pattern if pattern.count("<id>") < 2 else pattern.replace("<id>", "<of>", 1)


def _reference(kind: Kind) -> Reference:
    whole = schema(kind.name)
    parts: dict[str, Any] = dict(whole.get("$defs", {}))
    entry = whole if kind.shape == "record" else parts.pop("Entry")
    used = list(_used(entry, parts))
    return Reference(
        kind,
        tuple(paths(kind.name)),
        whole["description"],
        (
            Section("", whole["description"], _fields(entry, parts)),
            *(Section(n, parts[n].get("description", ""), _fields(parts[n], parts)) for n in used),
        ),
        tuple(r for r in RULES if kind.record in r.subjects),
        _file(kind, sample(entry, parts)),
    )


def _used(entry: Mapping[str, Any], parts: Mapping[str, Any]) -> Iterator[str]:
    """The names of the parts in the order in which the fields need them."""
    seen: set[str] = set()
    pending = [entry]
    while pending:
        for field in pending.pop(0).get("properties", {}).values():
            name = _part(field)
            if name in parts and name not in seen:
                seen.add(name)
                pending.append(parts[name])
                yield name


def _fields(owner: Mapping[str, Any], parts: Mapping[str, Any]) -> tuple[Field, ...]:
    required = set(owner.get("required", ()))
    return tuple(
        _field(name, field, name in required, parts)
        for name, field in owner.get("properties", {}).items()
    )


def _field(
    name: str, field: Mapping[str, Any], is_required: bool, parts: Mapping[str, Any]
) -> Field:
    inner = _inner(field)
    return Field(
        name,
        field.get("title", name),
        field.get("description", ""),
        _type(field, parts),
        is_required,
        tuple(str(value) for value in inner.get("enum", ())),
        tuple(field.get("x-refers-to", inner.get("x-refers-to", "")).split()),
        _part(field),
        next(iter(field.get("examples", ())), None),
    )


def _inner(field: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a list or mapping consists of; the field itself otherwise."""
    found = field.get("items") or field.get("additionalProperties")
    return cast("Mapping[str, Any]", found) if isinstance(found, dict) else field


def _part(field: Mapping[str, Any]) -> str:
    options = [field, _inner(field), *_inner(field).get("anyOf", ())]
    found = [str(o["$ref"]).rpartition("/")[2] for o in options if "$ref" in o]
    return found[0] if found else ""


def _type(field: Mapping[str, Any], parts: Mapping[str, Any]) -> str:
    if "items" in field:
        return f"a list; each entry {_type(field['items'], parts)}"
    if isinstance(field.get("additionalProperties"), dict):
        key = field.get("propertyNames", {})
        name = f"the id of a {_or(key['x-refers-to'])}" if "x-refers-to" in key else "a name"
        name = f"one of {', '.join(key['enum'])}" if "enum" in key else name
        return f"entries: {name} to {_type(field['additionalProperties'], parts)}"
    if "anyOf" in field:
        return " or ".join(dict.fromkeys(_type(option, parts) for option in field["anyOf"]))
    return _plain_type(field)


def _plain_type(field: Mapping[str, Any]) -> str:
    if "x-type" in field:
        return f"a {field['x-type']}"
    if "x-refers-to" in field:
        return f"the id of a {_or(field['x-refers-to'])}"
    if "$ref" in field:
        return "fields of its own"
    if "enum" in field:
        return "one of the values"
    words = {"date": "a date", "link": "a link", "email": "an e-mail address"}
    if field.get("format") in words:
        return words[field["format"]]
    if field.get("x-unit") == "money":
        return "an amount of money"
    if field.get("x-prose"):
        return "prose"
    kinds = field.get("type", "string")
    kinds = [kinds] if isinstance(kinds, str) else kinds
    said = " or ".join(_TYPES[kind] for kind in kinds if kind in _TYPES)
    return said + _range(field)


def _range(field: Mapping[str, Any]) -> str:
    low, high = field.get("minimum"), field.get("maximum")
    if low is not None and high is not None:
        return f", {low} to {high}"
    return f", {low} or more" if low is not None else f", at most {high}" if high else ""


def _or(kinds: str) -> str:
    return kinds.replace("-", " ").replace(" ", " or ") if " " in kinds else kinds.replace("-", " ")


def sample(owner: Mapping[str, Any], parts: Mapping[str, Any]) -> dict[str, Any]:
    """The required fields with their examples; the first few others where none is required."""
    fields: Mapping[str, Any] = owner.get("properties", {})
    wanted = [name for name in fields if name in owner.get("required", ())]
    wanted = wanted or [name for name in fields if "$ref" not in fields[name]][:3]
    return {name: _completed(fields[name], parts) for name in wanted}


def _completed(field: Mapping[str, Any], parts: Mapping[str, Any]) -> Any:
    """The field's example; a part's required fields are filled in where it leaves them out."""
    example = next(iter(field.get("examples", ())), None)
    name = str(field.get("$ref", "")).rpartition("/")[2]
    if name in parts and isinstance(example, dict):
        return sample(parts[name], parts) | example
    return example


def _file(kind: Kind, fields: dict[str, Any]) -> dict[str, Any]:
    if kind.shape == "record":
        return fields
    if kind.shape == "assignments":
        return {"project-manager": [fields]}
    return {_KEYS.get(kind.name, "example-" + kind.name): fields}


_KEYS = {"risk": "vendor-late", "raci": "business-case", "skill": "risk-management"}
