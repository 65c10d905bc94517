"""What an audience does not get, read from its words: kinds, fields of kinds, single records."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

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
    "report": "every project would read as silent; leave out its fields, such as `report.summary`",
    "assignment": "every role would read as vacant; say in `people` how people are named",
    "approval": "every gate would read as not approved; leave out its fields instead",
}
# What is taken for granted where it is not said.
_USUAL: Mapping[str, str] = {
    f"{work}.{field}": read
    for work in ("project", "programme")
    for field, read in (("phase", "being in its first phase"), ("lifecycle", "of the usual one"))
}
# What has come to pass: where it is not said, it reads as still to come.
_PASSED = frozenset((
    "acceptance", "accepted", "actual", "decided", "decision", "done", "dropped",
    "implemented", "measurements", "shared", "until", "verified",
))  # fmt: skip


@dataclass(frozen=True)
class LeftOut:
    """What is left out."""

    kinds: Collection[str] = ()
    fields: Mapping[str, Sequence[Keys]] = field(default_factory=dict)  # by kind; with stars
    records: Collection[str] = ()  # by their names in full

    def has(self, record: Record) -> bool:
        """Whether the record is left out as a whole."""
        return record.kind in self.kinds or record.name_in_full in self.records


def flaw(word: str, office: Office) -> str:
    """Why nothing can be left out by the word, in words; empty where it can."""
    kind, _, path = word.partition(".")
    if "/" in word:
        return "" if word in _names(office) else "there is no such record"
    found = kind_named(kind)
    if found is None:
        return "there is no such kind of record"
    if path and not _is_field(found, tuple(path.split("."))):
        return "there is no such field"
    if kind in _NEVER and kind in taken(word):
        return f"{kind} cannot {'stand without it' if path else 'be left out'}: {_NEVER[kind]}"
    misread = (_misread(found, tuple(each.split(".")[1:])) for each in taken(word) if "." in each)
    return next(filter(None, misread), "")


def _misread(kind: Kind, keys: Sequence[str]) -> str:
    """What would be read where the field is left out, though nobody says so; empty for nothing."""
    known = (field_schema(kind, place) or {} for place in _places(kind, keys))
    part = next((each for each in known if each), {})
    said = part.get("default")
    if usual := _USUAL.get(".".join((kind.name, *keys))):
        read = usual
    elif isinstance(said, str) and said:
        read = f"`{said}`"
    elif keys[-1] in _PASSED and not _is_needed(kind, keys) and _is_event(part):
        read = "still to come"
    else:
        return ""
    return f"without it the record would read as {read}; leave out a whole, or other fields"


def _is_event(part: Mapping[str, Any]) -> bool:
    """Whether the field holds a day, or what was done on one; not an amount or a text."""
    return part.get("type") in ("object", "array") or part.get("format") == "date"


def taken(word: str) -> Iterator[str]:
    """The word, and each whole that goes with it as it cannot stand without that part."""
    yield word
    name, *keys = word.split(".")
    kind = kind_named(name)
    while kind and keys and _is_needed(kind, keys):
        keys.pop()
        yield ".".join((name, *keys))
    if keys[-1:] == [EVERY]:  # of a list or map that loses every entry nothing is left
        yield ".".join((name, *keys[:-1]))


def left_out(words: Sequence[str]) -> LeftOut:
    """What the words name; of each, `flaw` says whether it names anything."""
    kinds, records = list[str](), list[str]()
    fields = dict[str, list[Keys]]()
    for word in words:
        kind, _, path = word.partition(".")
        if "/" in word:
            records.append(word)
        elif not path:
            kinds.append(kind)
        else:
            fields.setdefault(kind, []).append(tuple(path.split(".")))
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


def _is_needed(kind: Kind, keys: Sequence[str]) -> bool:
    """Whether what holds the field cannot be without it."""
    holders = (field_schema(kind, place) for place in _places(kind, keys[:-1]))
    return any(keys[-1] in holder.get("required", ()) for holder in holders if holder)


def _places(kind: Kind, keys: Sequence[str]) -> Sequence[Keys]:
    """The places of the kind that the keys may lead to, their stars filled in."""
    places: list[Keys] = [()]
    for key in keys:
        places = [(*e, k) for e in places for k in (_entries(kind, e) if key == EVERY else (key,))]
    return places


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
