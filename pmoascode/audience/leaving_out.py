"""What an audience does not get, read from its words: kinds, fields of kinds, single records."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pmoascode.finding import CannotRun
from pmoascode.office import Office
from pmoascode.office.fields import field_schema, kind_named
from pmoascode.records.kinds import Kind
from pmoascode.records.record import Keys, Record

EVERY = "*"  # in the keys of a field: each entry of a list or map
_AN_ENTRY: Sequence[str | int] = (0, "x", "2026-10")  # of a list, or of a map of ids or periods
# How much of these is shown is said elsewhere, or no page could be made without them.
_NEVER: Mapping[str, str] = {
    "person": "say in `people` how people are named",
    "policy": "no page is made without it",
}


@dataclass(frozen=True)
class LeftOut:
    """What is left out."""

    kinds: Collection[str] = ()
    fields: Mapping[str, Sequence[Keys]] = field(default_factory=dict)  # by kind; with stars
    records: Collection[str] = ()  # by their names in full

    def has(self, record: Record) -> bool:
        """Whether the record is left out as a whole."""
        return record.kind in self.kinds or record.name_in_full in self.records


def left_out(words: Sequence[str], office: Office, audience: str) -> LeftOut:
    """What the words name.

    Raises:
        CannotRun: a word names no kind, field or record: what it was to keep back would be shown.
    """
    kinds, records = list[str](), list[str]()
    fields = dict[str, list[Keys]]()
    for word in words:
        kind, _, path = word.partition(".")
        if "/" in word:
            if word not in _names(office):
                raise _unknown(audience, word, "record")
            records.append(word)
            continue
        found = kind_named(kind)
        if found is None:
            raise _unknown(audience, word, "kind of record")
        if not path:
            if kind in _NEVER:
                raise CannotRun(f"policy: {audience} cannot leave out {kind}: {_NEVER[kind]}")
            kinds.append(kind)
            continue
        keys = tuple(path.split("."))
        if not _is_field(found, keys):
            raise _unknown(audience, word, "field")
        fields.setdefault(kind, []).append(keys)
    return LeftOut(frozenset(kinds), fields, frozenset(records))


def fitting(data: object, keys: Keys) -> Iterator[Keys]:
    """The places in the data that the keys lead to, their stars filled in."""
    if not keys:
        yield ()
        return
    entries: Mapping[str | int, object] = {}
    if isinstance(data, dict):
        entries = data
    elif isinstance(data, list):
        entries = dict(enumerate(data))
    number = int(str(keys[0])) if isinstance(data, list) and str(keys[0]).isdecimal() else keys[0]
    names = entries if keys[0] == EVERY else [number]
    for name in names:
        if name in entries:
            yield from ((name, *rest) for rest in fitting(entries[name], keys[1:]))


def _is_field(kind: Kind, keys: Keys, done: Keys = ()) -> bool:
    """Whether records of the kind can have such a field."""
    if not keys:
        return True
    options = _entries(kind, done) if keys[0] == EVERY else keys[:1]
    tried = ((*done, option) for option in options)
    return any(
        field_schema(kind, each) is not None and _is_field(kind, keys[1:], each) for each in tried
    )


def _entries(kind: Kind, keys: Keys) -> Sequence[str | int]:
    """Keys of which one can stand in the list or map that the keys lead to."""
    part = field_schema(kind, keys) or {}
    return (*_AN_ENTRY, *part.get("propertyNames", {}).get("enum", ())[:1])


def _names(office: Office) -> Collection[str]:
    return {record.name_in_full for each in office.records.values() for record in each.values()}


def _unknown(audience: str, word: str, what: str) -> CannotRun:
    return CannotRun(
        f"policy: audience {audience} leaves out `{word}`, and there is no such {what};"
        " put the word right, or what it was to keep back would be shown"
    )
