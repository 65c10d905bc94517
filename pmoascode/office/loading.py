"""From files to the office: every document parsed, held to its schema and made a record."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

from msgspec import ValidationError, structs

from pmoascode import schema
from pmoascode.document import Blob, Document, Keys, parse_blob
from pmoascode.finding import Finding, Place, Severity, order
from pmoascode.office.layout import kind_of, misplaced
from pmoascode.office.office import BUILT_IN, Office
from pmoascode.records.binding import bind
from pmoascode.records.kinds import Kind
from pmoascode.records.organisation import Organisation
from pmoascode.records.portfolio import Portfolio
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.records.record import Record
from pmoascode.records.role import Role

T = TypeVar("T")
Files = Mapping[str, Blob]
Known = dict[tuple[str, str], "_File"]  # by path and the id of the content
Read = tuple[Document, bool]  # what the file says, and whether it holds to its schema
Reader = Callable[[], Read]
Run = Callable[[Sequence[Reader]], list[Read]]  # reads, and gives what it has read in order


def in_turn(jobs: Sequence[Callable[[], T]]) -> list[T]:
    """What each job gives, one after the other."""
    return [job() for job in jobs]


def load(
    files: Files,
    built_in: Files | None = None,
    known: Known | None = None,
    run: Run = in_turn,
) -> Office:
    """The office that the files hold; the built-in records stand where it has none of its own.

    A role of its own stands on the built-in one of its name: what it does not say stays as it is.
    Nothing an author writes raises: what cannot be read becomes a finding of the office. Whoever
    loads twice hands in `known`: a file that is as it was is read once, and its records are then
    the same ones in both offices. Files are read by `run`, in several processes as it may be.
    """
    known = {} if known is None else known
    own = _gathered(files, known, run)
    shipped = _gathered(built_in or {}, known, in_turn, BUILT_IN)
    records = own.records
    for kind, there in shipped.records.items():
        its = records.setdefault(kind, {})
        records[kind] = {key: its.get(key, there.get(key)) for key in sorted({*its, *there})}
    _complete(records.get(Role, {}), shipped.records.get(Role, {}), own.documents)
    findings = [*misplaced(files), *own.findings, *_same_ids(records)]
    return Office(
        records=records,
        documents=own.documents | shipped.documents,
        findings=tuple(sorted(findings, key=order)),
        unreadable=frozenset(own.unreadable),
    )


class _Gathered:
    """The records, documents and findings of several files."""

    def __init__(self) -> None:
        self.records: dict[type[Record], dict[tuple[str, str], Any]] = {}
        self.documents: dict[str, Document] = {}
        self.findings: list[Finding] = []
        self.unreadable: set[tuple[str, str, str]] = set()

    def add(self, file: "_File") -> None:
        """What one file says."""
        self.documents[file.document.path] = file.document
        self.findings += file.findings
        self.unreadable |= file.unreadable
        for record in file.records:
            self.records.setdefault(type(record), {})[(record.scope, record.id)] = record


def _gathered(files: Files, known: Known, run: Run, prefix: str = "") -> _Gathered:
    """What the files say; those that are known already are not read again."""
    places = {
        (prefix + path, blob.id): (blob, *place)
        for path, blob in sorted(files.items())
        if blob.mode == "100644" and (place := kind_of(path))
    }
    new = [name for name in places if not name[1] or name not in known]
    readers = [partial(_read, name[0], *places[name][:2]) for name in new]
    for name, read in zip(new, run(readers), strict=True):
        _, kind, scope, id = places[name]
        known[name] = _File(read, kind, scope, id)
    found = _Gathered()
    for name in places:
        found.add(known[name])
    return found


def _read(path: str, blob: Blob, kind: Kind) -> Read:
    document = parse_blob(path, blob)
    return document, schema.is_valid(document, kind.name)


class _File:
    """One file read: its document, its records and what is wrong with it."""

    def __init__(self, read: Read, kind: Kind, scope: str, id: str) -> None:
        document, is_valid = read
        self.document = document
        self.unreadable: set[tuple[str, str, str]] = set()
        name = "/".join(filter(None, (kind.name, id)))
        self.findings = [replace(f, record=name) for f in document.findings]
        self.records: tuple[Record, ...] = ()
        data = document.data
        if not data and document.findings:
            self.unreadable.add((kind.name, scope, id))
            return
        if not is_valid:
            data = self._without_problems(document, kind, name)
        self.records = tuple(self._records(document.path, kind, scope, id, data))

    def _without_problems(self, document: Document, kind: Kind, name: str) -> dict[str, Any]:
        """The data without the values that do not hold to the schema, so that the rest is read."""
        bad: list[Keys] = []
        said = {finding.place for finding in document.findings}
        for keys, finding in schema.problems(document, kind.name):
            bad.append(keys)
            if finding.place not in said:  # the reader has said it of this value already
                self.findings.append(replace(finding, record=name))
        return _pruned(document.data, bad)

    def _records(
        self, path: str, kind: Kind, scope: str, id: str, data: dict[str, Any]
    ) -> Iterator[Record]:
        if kind.shape == "record":
            yield from self._bound(kind, data, id=id, path=path, keys=(), scope=scope)
            return
        for key, entry in sorted(data.items()):
            if key.startswith("x_"):
                continue
            if kind.shape == "register":
                yield from self._bound(kind, entry, id=key, path=path, keys=(key,), scope=scope)
                continue
            for index, part in enumerate(entry if isinstance(entry, list) else ()):
                yield from self._bound(
                    kind,
                    part,
                    id=f"{key}/{index}",
                    path=path,
                    keys=(key, index),
                    scope=scope,
                    role=key,
                )

    def _bound(self, kind: Kind, data: Any, **identity: Any) -> Iterator[Record]:
        try:
            yield bind(kind.record, data, **identity)
        except (ValidationError, TypeError, AttributeError):
            self.unreadable.add((kind.name, identity["scope"], identity["id"]))


def _complete(
    roles: dict[tuple[str, str], Any],
    shipped: Mapping[tuple[str, str], Any],
    documents: Mapping[str, Document],
) -> None:
    """Gives the office's own roles the fields that only the built-in role of the name has."""
    for key, built_in in shipped.items():
        own = roles[key]
        if own is not built_in:
            said = {"id", "path", "keys", "scope", *documents[own.path].data}
            known = {name: getattr(own, name) for name in own.__struct_fields__ if name in said}
            roles[key] = structs.replace(built_in, **known)


def _pruned(data: dict[str, Any], bad: list[Keys]) -> dict[str, Any]:
    """A copy of the data without the values at the keys; the last of a list goes first."""
    copy: dict[str, Any] = _copied(data)
    for keys in sorted(bad, key=_depth, reverse=True):
        part: Any = copy
        try:
            for key in keys[:-1]:
                part = part[key]
            if keys:
                del part[keys[-1]]
            else:
                copy.clear()
        except (KeyError, IndexError, TypeError):
            continue  # it is missing, or went with what held it
    return copy


def _depth(keys: Keys) -> tuple[int, list[tuple[bool, str | int]]]:
    return len(keys), [(isinstance(key, str), key) for key in keys]


def _copied(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _copied(value) for key, value in data.items()}
    return [_copied(value) for value in data] if isinstance(data, list) else data


def _same_ids(records: Mapping[type[Record], Mapping[tuple[str, str], Any]]) -> Iterator[Finding]:
    seen: dict[str, tuple[str, str]] = {}
    for organisation in records.get(Organisation, {}).values():
        seen |= dict.fromkeys(organisation.units, ("unit", organisation.path))
    for kind in (Portfolio, Programme, Project):
        for record in records.get(kind, {}).values():
            other, path = seen.setdefault(record.id, (record.kind, record.path))
            if path != record.path:
                yield Finding(
                    "id-shared-by-two-scopes",
                    Severity.ERROR,
                    Place(record.path),
                    f"{record.kind} {record.id} has the id of the {other} {record.id}",
                    "Rename one of them.",
                    also=(Place(path),),
                    record=record.name_in_full,
                )
