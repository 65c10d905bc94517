"""What a table brings, worked into the files of the records: texts to write, and what changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pmoascode.document import Document, Files, Keys, parse
from pmoascode.edit import EditFailed, Outcome, Setting, content, merged
from pmoascode.edit.form import kept_in_form
from pmoascode.exchange.csv_in import Import, Wanted
from pmoascode.exchange.reading_rows import Unread, Value
from pmoascode.office.fields import names
from pmoascode.schema import is_valid, problems


@dataclass(frozen=True)
class Written:
    """One record after the import."""

    wanted: Wanted
    state: str  # new, updated or unchanged
    changes: tuple[Outcome, ...]


@dataclass
class Result:
    """The files to write, what changed in each record, and what did not get in."""

    files: dict[str, bytes] = field(default_factory=dict)
    before: dict[str, bytes | None] = field(default_factory=dict)  # of these, as they were read
    records: list[Written] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)


def worked_in(brought: Import, files: Files) -> Result:
    """The records of the import worked into the files; nothing is written."""
    result = Result(unread=list(brought.unread))
    documents: dict[str, Document] = {}
    refused: set[str] = set()
    for wanted in brought.wanted:
        if wanted.follows in refused:
            continue
        if wanted.path not in result.before:
            result.before[wanted.path] = old = _content(files, wanted.path)
            if old is not None:
                documents[wanted.path] = parse(wanted.path, old)
        after = _record(wanted, documents.get(wanted.path), result)
        if after is None:
            refused.add(wanted.path)
        else:
            documents[wanted.path] = after
    for path, document in sorted(documents.items()):
        old = result.before[path]
        new = kept_in_form(path, old, content(document.text, old or b""))
        if new != old:
            result.files[path] = new
    result.unread.sort(key=lambda unread: unread.line)
    return result


def _content(files: Files, path: str) -> bytes | None:
    return files[path].read() if path in files else None


def _record(wanted: Wanted, document: Document | None, result: Result) -> Document | None:
    """The file with the record in it; nothing if the record cannot be written."""
    if document is not None and document.findings and not document.data:
        _refuse(wanted, result, f"{wanted.path} cannot be read; run `pmo check` to see why")
        return None
    order = names(wanted.kind)
    values = sorted(wanted.values, key=lambda value: _rank(value, order, len(wanted.keys)))
    try:
        after, changes = _brought(wanted, document, values, result)
    except EditFailed as failure:
        _refuse(wanted, result, str(failure))
        return None
    if after is not None:
        state = "new" if not wanted.is_there else "updated" if changes else "unchanged"
        result.records.append(Written(wanted, state, changes))
    return after


def _brought(
    wanted: Wanted, document: Document | None, values: list[Value], result: Result
) -> tuple[Document | None, tuple[Outcome, ...]]:
    """The file with those of the values that the schema takes; the others are noted."""
    while True:
        settings = [Setting(v.keys, v.value, v.only_new, v.is_added) for v in values]
        order = names(wanted.kind) if not wanted.keys else ()
        text, changes = merged(document, settings, order)
        after = parse(wanted.path, text.encode("utf-8"))
        wrong = _wrong(wanted, after)
        culprits = [v for v in values if any(_is_of(v, keys) for keys in wrong)]
        for value in culprits:
            reason = next(reason for keys, reason in wrong.items() if _is_of(value, keys))
            column = value.column or ".".join(map(str, value.keys))
            cell = value.cell if value.column else str(value.value)
            result.unread.append(Unread(wanted.line, column, cell, reason))
        if not culprits:
            missing = [reason for keys, reason in wrong.items() if not wanted.is_there and keys]
            if missing:
                _refuse(wanted, result, missing[0])
                return None, ()
            return after, changes
        values = [value for value in values if value not in culprits]


def _wrong(wanted: Wanted, after: Document) -> Mapping[Keys, str]:
    """What the schema does not take in the record, by keys."""
    if is_valid(after, wanted.kind.name):
        return {}
    own = len(wanted.keys)
    return {
        keys: finding.message
        for keys, finding in problems(after, wanted.kind.name)
        if keys[:own] == wanted.keys
    }


def _is_of(value: Value, keys: Keys) -> bool:
    """Whether the wrong value is the given one, or a part of it; a missing key is of nobody."""
    depth = len(value.keys)
    if keys[:depth] != value.keys:
        return False
    part = value.value
    for key in keys[depth + value.is_added :]:
        if not isinstance(part, dict) or key not in part:
            return value.is_added or not isinstance(part, dict)
        part = part[key]
    return True


def _rank(value: Value, order: tuple[str, ...], depth: int) -> tuple[int, bool]:
    name = value.keys[depth]
    return (order.index(str(name)) if name in order else len(order), not value.column)


def _refuse(wanted: Wanted, result: Result, reason: str) -> None:
    where = f"{wanted.kind.name} {wanted.id}"
    result.unread.append(Unread(wanted.line, where, wanted.name, f"not imported: {reason}"))
