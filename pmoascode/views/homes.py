"""The homes of what an office covers, found: fields in the records, entries, rules."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from msgspec import to_builtins

from pmoascode.office import Office
from pmoascode.office.fields import entry_schema, field_schema
from pmoascode.records.kinds import KINDS, Kind
from pmoascode.records.person import PERSONAL
from pmoascode.records.project import Project
from pmoascode.records.record import Record
from pmoascode.records.role import Role

ANY = "*"  # an id, or an entry of a list
_FIRST = {kind.name: kind for kind in reversed(KINDS)}


@dataclass(frozen=True, slots=True)
class FieldUse:
    """A field of a kind of record, and how much the office uses it."""

    kind: Kind
    keys: tuple[str, ...]
    title: str  # of the innermost field
    used: int  # records in which it says something
    total: int  # records of the kind
    sample: Record | None  # one of them: of running work where there is any

    @property
    def is_personal(self) -> bool:
        """Whether what it says is published only where the policy says so."""
        return self.kind.name == "person" and self.keys[0] in PERSONAL


@dataclass(frozen=True, slots=True)
class Entry:
    """A record that comes with the package, or a value in it."""

    record: Record
    keys: tuple[str, ...]
    value: Any  # plain data; None where the whole record is meant


def field_part(name: str) -> tuple[Kind, tuple[str, ...], Mapping[str, Any]] | None:
    """The kind, the keys and the schema of a field such as `project.milestones.*.owner`."""
    first, *keys = name.split(".")
    kind = _FIRST.get(first)
    if kind is None or not keys:
        return None
    part: Mapping[str, Any] | None = entry_schema(kind)
    known: tuple[str | int, ...] = ()
    for key in keys:
        known += (_any_of(part or {}) if key == ANY else key,)
        part = field_schema(kind, known)
        if part is None:
            return None
    return kind, tuple(keys), part or {}


def _any_of(part: Mapping[str, Any]) -> str | int:
    """A key or an index by which the schema can be asked for any entry."""
    named = part.get("propertyNames", {}).get("enum")
    return 0 if "items" in part else named[0] if named else "any"


def field_use(office: Office, name: str) -> FieldUse | None:
    """How much the office uses the field; None where there is no such field."""
    found = field_part(name)
    if found is None:
        return None
    kind, keys, part = found
    records = office.known(kind.record)
    using = [record for record in records if any(_values(_data(office, record), keys))]
    running = (record for record in using if _is_running(office, record))
    sample = next(running, using[0] if using else None)
    title = part.get("title") or keys[-1].replace("_", " ").capitalize()
    return FieldUse(kind, keys, title, len(using), len(records), sample)


def _data(office: Office, record: Record) -> Any:
    """What the record says; of a role, with what comes from the built-in one of its name."""
    return to_builtins(record) if isinstance(record, Role) else office.data(record)


def _values(data: Any, keys: tuple[str, ...]) -> Iterator[bool]:
    """Whether each value to which the keys lead says something."""
    if not keys:
        yield data not in (None, "", [], {})
    elif keys[0] == ANY:
        inside = data.values() if isinstance(data, dict) else data
        for each in inside if isinstance(inside, list) or isinstance(data, dict) else ():
            yield from _values(each, keys[1:])
    elif isinstance(data, dict) and keys[0] in data:
        yield from _values(data[keys[0]], keys[1:])


def _is_running(office: Office, record: Record) -> bool:
    work = record if isinstance(record, Project) else office.owner(record)
    return work is not None and work.is_running


def entry(office: Office, name: str) -> Entry | None:
    """The record or value that a name such as `role/sponsor.skills.leadership` means."""
    first, _, rest = name.partition(".")
    kind_name, _, id = first.partition("/")
    kind = _FIRST.get(kind_name)
    record = office.find(kind.record, id) if kind else None
    if record is None:
        return None
    keys = tuple(rest.split(".")) if rest else ()
    value: Any = _data(office, record)
    for key in keys:
        if not isinstance(value, dict) or key not in value:
            return None
        value = value[key]
    return Entry(record, keys, value if keys else None)
