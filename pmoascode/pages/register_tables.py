"""A table of each kind of record that projects and programmes keep in registers, field by field."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from pmoascode.exchange.table import Cell, Column, Table, Type
from pmoascode.office import Office
from pmoascode.office.fields import entry_schema
from pmoascode.pages.wording import titled
from pmoascode.records.kinds import KINDS, Kind
from pmoascode.records.record import Record
from pmoascode.schema import schema

Said = Callable[[str, str], str]  # what is shown of a text, and of an id of a kind
Field = tuple[tuple[str, ...], Mapping[str, Any]]  # keys from the record, and their schema

_LEFT_OUT = ("x_", "notes")
_DEEPEST = 2  # keys of a field: groups are told part by part, what lies deeper is not


def register_tables(office: Office, said: Said) -> Iterator[Table]:
    """One table a kind that is kept in registers, whether or not any record is there."""
    done = set()
    for kind in KINDS:
        if kind.shape == "register" and kind.name not in done:
            done.add(kind.name)
            yield _table(kind, office, said)


def _table(kind: Kind, office: Office, said: Said) -> Table:
    fields = tuple(_fields(kind))
    columns = (
        Column("id", "text", "The id of the record, unique within its scope."),
        Column("scope_kind", "text", "The kind of what it belongs to; empty for the organisation."),
        Column("scope", "text", "The id of what it belongs to."),
        *(_column(keys, part) for keys, part in fields),
    )
    records: tuple[Record, ...] = office.all(kind.record)
    rows = tuple(_row(record, fields, office, said) for record in records)
    about = schema(kind.name).get("description", "")
    name = kind.pattern.rpartition("/")[2].removesuffix(".yaml")
    return Table(name, titled(name), about, columns, rows)


def _fields(kind: Kind) -> Iterator[Field]:
    """The fields with one value, and lists of such, in the order of the schema."""
    whole = schema(kind.name)

    def below(part: Mapping[str, Any], lead: tuple[str, ...]) -> Iterator[Field]:
        for name, given in part.get("properties", {}).items():
            field, keys = _resolved(whole, given), (*lead, name)
            if name.startswith(_LEFT_OUT):
                continue
            if "properties" in field:
                if len(keys) < _DEEPEST:
                    yield from below(field, keys)
            elif _is_plain(field) or _is_plain(_resolved(whole, field.get("items", {}))):
                yield keys, field

    return below(entry_schema(kind), ())


def _is_plain(part: Mapping[str, Any]) -> bool:
    """Whether the field takes one value, which may be missing."""
    taken = part.get("type", ())
    taken = {taken} if isinstance(taken, str) else set(taken)
    return "enum" in part or (bool(taken) and not taken & {"object", "array"})


def _resolved(whole: Mapping[str, Any], part: Mapping[str, Any]) -> Mapping[str, Any]:
    """The part without references and without the choice of leaving it out."""
    options = [each for each in part.get("anyOf", ()) if each.get("type") != "null"]
    if len(options) == 1:
        part = {**options[0], **{key: value for key, value in part.items() if key != "anyOf"}}
    name = part.get("$ref", "").rpartition("/")[2]
    return {**whole["$defs"][name], **part} if name else part


def _column(keys: tuple[str, ...], part: Mapping[str, Any]) -> Column:
    is_list = part.get("type") == "array"
    about = part.get("description", "")
    choices = [str(each) for each in part.get("enum", ()) if each is not None]
    if is_list:
        about = f"{about} Several stand behind one another, with semicolons."
    return Column(".".join(keys), "text" if is_list else _type(part), about, tuple(choices))


def _type(part: Mapping[str, Any]) -> Type:
    taken = part.get("type", "string")
    if part.get("format") == "date":
        return "date"
    if part.get("x-unit") == "money":
        return "money"
    for name in ("boolean", "integer", "number"):
        if name in taken:
            return name
    return "text"


def _row(record: Record, fields: tuple[Field, ...], office: Office, said: Said) -> tuple[Cell, ...]:
    data = office.data(record)
    scope_kind, _, scope = record.scope.partition("/")
    return (
        said(record.id, ""),
        scope_kind or None,
        scope or None,
        *(_cell(_value(data, keys, part), part, said) for keys, part in fields),
    )


def _value(data: Any, keys: tuple[str, ...], part: Mapping[str, Any]) -> Any:
    """What the record says, or what it means by saying nothing."""
    for key in keys:
        data = data.get(key) if isinstance(data, dict) else None
    return part.get("default") if data is None and len(keys) == 1 else data


def _cell(value: Any, part: Mapping[str, Any], said: Said) -> Cell:
    kinds = part.get("x-refers-to", "") or part.get("items", {}).get("x-refers-to", "")
    if isinstance(value, list):
        return "; ".join(said(str(each), kinds) for each in value) or None
    if value is None or isinstance(value, dict):
        return None
    return _typed(value, part, said, kinds)


def _typed(value: Any, part: Mapping[str, Any], said: Said, kinds: str) -> Cell:
    """The value as its column's type has it; nothing where the record has something else."""
    match _type(part):
        case "date":
            return _day(value)
        case "money" | "number" | "integer":
            try:
                return value if isinstance(value, int) else Decimal(str(value))
            except InvalidOperation:
                return None
        case "boolean":
            return value if isinstance(value, bool) else None
    text = said(str(value), kinds)
    choices = part.get("enum")
    return text if not choices or text in choices else None


def _day(value: Any) -> dt.date | None:
    try:
        return dt.date.fromisoformat(str(value))
    except ValueError:
        return None
