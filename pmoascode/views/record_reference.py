"""What the fields of each kind of record mean, read from its schema."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from pmoascode.records.kinds import KINDS, Kind
from pmoascode.rule import Rule
from pmoascode.rules import RULES
from pmoascode.schema import schema
from pmoascode.views.field_types import in_words, inner, part
from pmoascode.views.sample_file import sample, small_file


class Choice(NamedTuple):
    """One of the values that a field takes."""

    value: str
    meaning: str  # empty where the value says it itself


@dataclass(frozen=True, slots=True)
class Field:
    """One field and what may stand in it."""

    name: str
    title: str
    description: str
    type: str  # in plain words
    is_required: bool
    is_personal: bool  # published only where the policy says so
    allowed: tuple[Choice, ...]  # the values it takes, where only some are
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
            Section("", whole["description"], _fields(entry)),
            *(Section(n, parts[n].get("description", ""), _fields(parts[n])) for n in used),
        ),
        tuple(r for r in RULES if kind.record in r.subjects),
        small_file(kind, sample(entry, parts)),
    )


def _used(entry: Mapping[str, Any], parts: Mapping[str, Any]) -> Iterator[str]:
    """The names of the parts in the order in which the fields need them."""
    seen: set[str] = set()
    pending = [entry]
    while pending:
        for field in pending.pop(0).get("properties", {}).values():
            name = part(field)
            if name in parts and name not in seen:
                seen.add(name)
                pending.append(parts[name])
                yield name


def _fields(owner: Mapping[str, Any]) -> tuple[Field, ...]:
    required = set(owner.get("required", ()))
    return tuple(
        _field(name, field, name in required) for name, field in owner.get("properties", {}).items()
    )


def _field(name: str, field: Mapping[str, Any], is_required: bool) -> Field:
    content = inner(field)
    return Field(
        name,
        field.get("title", name),
        field.get("description", ""),
        in_words(field),
        is_required,
        bool(field.get("x-personal")),
        tuple(_choices(content)),
        tuple(field.get("x-refers-to", content.get("x-refers-to", "")).split()),
        part(field),
        next(iter(field.get("examples", ())), None),
    )


def _choices(content: Mapping[str, Any]) -> Iterator[Choice]:
    values = content.get("enum", ())
    meanings = content.get("enumDescriptions", [""] * len(values))
    for value, meaning in zip(values, meanings, strict=True):
        yield Choice(str(value), meaning)
