"""What changed between two revisions of an office, by record and field and not by text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from msgspec import Struct

from pmoascode.office import BUILT_IN, Office
from pmoascode.records.portfolio import Portfolio
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.records.record import Keys, Record

R = TypeVar("R", bound=Record)

_IDENTITY = ("id", "path", "keys", "scope")


@dataclass(frozen=True)
class FieldChange:
    """One value that differs; a value that was not there, or is no more, is None."""

    keys: Keys  # from the record, as in ("milestones", "go-live", "baseline")
    old: Any
    new: Any


@dataclass(frozen=True)
class RecordChange:
    """One record that was added, removed or altered."""

    before: Record | None
    after: Record | None
    fields: tuple[FieldChange, ...] = ()  # of a record that stands in both

    @property
    def record(self) -> Record:
        """The record as it is now, or as it last was."""
        record = self.after or self.before
        if record is None:
            raise ValueError("a change without a record")
        return record

    @property
    def name(self) -> str:
        """The record's name in full, as in "project/apollo"."""
        return self.record.name_in_full


def changes(before: Office, after: Office) -> tuple[RecordChange, ...]:
    """Every record that differs, sorted by name.

    Records are matched by kind, scope and id. A record whose folder is renamed counts as one
    removed and one added, unless it names its former id.
    """
    same = _same_files(before, after)
    found: list[RecordChange] = []
    for kind in {*before.records, *after.records}:
        left = dict(before.records.get(kind, {}))
        for record in after.records.get(kind, {}).values():
            was = earlier(record, before, after)
            if was:
                left.pop((was.scope, was.id), None)  # two may claim one
            if not (was and was.path == record.path and record.path in same):
                found += _change(was, record)
        for record in left.values():
            found += _change(record, None)
    return tuple(sorted(found, key=lambda change: change.name))


def earlier(record: R, before: Office, after: Office) -> R | None:
    """The record as it was before: under its id, or one that it or its owner says it had.

    An id that something else still has is nobody's former one.
    """
    kind = type(record)
    found = before.find(kind, record.id, record.scope)
    if found:
        return found
    # The gate hands in a base that bears the new ids already, for the sake of whatever names the
    # record (`Workspace.before`). This is for bases that do not: those of `pmo changes` and of the
    # pages, and one in which the renaming cannot be followed. That an id changed without a word, or
    # is used again, is neither's to know: the rule `record-renamed` finds it.
    for scope, id in _former(record, after):
        found = before.find(kind, id, scope)
        if found and after.find(kind, id, scope) is None:
            return found
    return None


def as_known(record: R, authority: Office, office: Office) -> R:
    """The record as the authority has it, since a change confers nothing on itself; else as new."""
    return earlier(record, authority, office) or record


def _former(record: Record, after: Office) -> Iterator[tuple[str, str]]:
    """The scopes and ids under which the record may have stood before."""
    for id in getattr(record, "former_ids", ()):
        yield record.scope, id
    name = record.scope_id
    owners = (after.find(Project, name), after.find(Programme, name), after.find(Portfolio, name))
    for owner in owners if name else ():
        for id in owner.former_ids if owner else ():
            scope = f"{record.scope.partition('/')[0]}/{id}"
            yield scope, id if record.id == name else record.id


def _same_files(before: Office, after: Office) -> frozenset[str]:
    """The paths of the files that say the same in both, letter by letter."""
    old = before.documents
    return frozenset(
        path for path, now in after.documents.items() if path in old and old[path].text == now.text
    )


def _change(before: Record | None, after: Record | None) -> Iterator[RecordChange]:
    before, after = _own(before), _own(after)
    if before is None or after is None:
        if before or after:
            yield RecordChange(before, after)
        return
    fields = tuple(differences(before, after))
    if fields or before.name_in_full != after.name_in_full:
        yield RecordChange(before, after, fields)


def _own(record: Record | None) -> Record | None:
    """The record, unless it comes with the package."""
    return None if record is None or record.path.startswith(BUILT_IN) else record


def differences(before: Record, after: Record) -> Iterator[FieldChange]:
    """Every value that differs between two states of one record, by its keys in the file."""
    yield from _differing((), before, after)


def _differing(keys: Keys, old: Any, new: Any) -> Iterator[FieldChange]:
    if old == new and type(old) is type(new) and not isinstance(old, Record):
        return
    if isinstance(old, Struct) and isinstance(new, Struct):
        yield from _in_fields(keys, _fields(old), _fields(new))
    elif isinstance(old, Mapping) and isinstance(new, Mapping):
        yield from _in_fields(keys, old, new)
    elif isinstance(old, tuple) and isinstance(new, tuple):
        yield from _in_fields(keys, dict(enumerate(old)), dict(enumerate(new)))
    elif old != new:
        yield FieldChange(keys, old, new)


def _in_fields(keys: Keys, old: Mapping[Any, Any], new: Mapping[Any, Any]) -> Iterator[FieldChange]:
    for key in (*old, *(key for key in new if key not in old)):
        yield from _differing((*keys, key), old.get(key), new.get(key))


def _fields(part: Struct) -> dict[str, Any]:
    """The values of a record or part, by their names in the file."""
    names = zip(part.__struct_fields__, part.__struct_encode_fields__, strict=True)
    return {
        written: getattr(part, name)
        for name, written in names
        if not (isinstance(part, Record) and name in (*_IDENTITY, *getattr(part, "given", ())))
    }
