"""The examples of own rules, tried: the good ones must keep the rule, the bad ones break it."""

from collections.abc import Collection, Iterator, Mapping
from functools import partial
from typing import Any

from msgspec import NODEFAULT, ValidationError, structs

from pmoascode.finding import Finding
from pmoascode.office import Office
from pmoascode.own_rules.asking import Desk, Unanswered
from pmoascode.own_rules.defects import EXAMPLE
from pmoascode.own_rules.expression import row, table
from pmoascode.own_rules.reading import Asked, read
from pmoascode.own_rules.values import value, written
from pmoascode.own_rules.vocabulary import (
    OFFICE,
    fields,
    flags,
    lists,
    members,
    nothing_known,
    variable,
)
from pmoascode.records.binding import bind
from pmoascode.records.own_rule import OwnRule
from pmoascode.records.record import Keys, Record

BESIDE = (OFFICE, "before", "today")  # keys of an example that are not the record's


def failed_examples(office: Office, taken: Collection[str] = ()) -> Iterator[Finding]:
    """Every example that a rule judges otherwise than it says, or that it cannot judge."""
    for own in office.all(OwnRule):
        asked, _ = read(own, taken)
        for keys, data, is_bad in _examples(own) if asked else ():
            said = _failure(asked, data, is_bad)
            if said:
                yield _finding(office, own, keys, said)


def _examples(own: OwnRule) -> Iterator[tuple[Keys, Mapping[str, Any], bool]]:
    if own.examples:
        for name, given in (("good", own.examples.good), ("bad", own.examples.bad)):
            for index, data in enumerate(given):
                yield ("examples", name, index), data, name == "bad"


def _failure(asked: Asked | None, data: Mapping[str, Any], is_bad: bool) -> str:
    """What is wrong with the example; empty where nothing is."""
    if asked is None:
        return ""
    if odd := _odd_shape(asked.kind, data):
        return odd
    unknown = _unknown(asked.kind, data)
    if unknown:
        return f"the example has `{unknown}`, which there is not"
    missing = [name for name in ("before", "today") if _asks(asked, name) and name not in data]
    if missing:
        return f"the rule asks of `{missing[0]}`: say it in the example"
    desk = Desk(lambda: _office(data))
    try:
        is_broken = desk.is_broken(asked, _values(asked, data, desk))
    except Unanswered as error:
        return f"the rule cannot be asked of the example: {error}"
    if is_broken == is_bad:
        return ""
    return "the bad example keeps the rule" if is_bad else "the good example breaks the rule"


def _asks(asked: Asked, name: str) -> bool:
    words = (each.words for each in asked.expressions)
    return any(one.name(i) == name for one in words for i in range(len(one.tokens)))


def _odd_shape(kind: type[Record] | None, data: Mapping[str, Any]) -> str:
    """What of the example cannot be a record, or records; empty where nothing is."""
    if kind and not isinstance(data.get("before") or {}, dict):
        return "`before` of the example must be a record: fields with their values"
    records = data.get(OFFICE) or {}
    if not isinstance(records, dict):
        return f"`{OFFICE}` of the example must be lists of records by name, as `projects`"
    for name, entries in records.items():
        if not isinstance(entries, list) or not all(isinstance(each, dict) for each in entries):
            return f"`{OFFICE}.{name}` of the example must be a list of records"
    return ""


def _unknown(kind: type[Record] | None, data: Mapping[str, Any]) -> str:
    """The first name of the example that its kind of record, or the office, does not have."""
    parts: list[tuple[type[Record], Mapping[str, Any]]] = []
    for name, entries in (data.get(OFFICE) or {}).items():
        if name not in lists():
            return f"{OFFICE}.{name}"
        parts += [(lists()[name], entry) for entry in entries]
    own = {name: entry for name, entry in data.items() if name not in BESIDE}
    if kind:
        parts += [(kind, own), (kind, data.get("before") or {})]
    elif own:
        return next(iter(own))
    wrong = (n for k, part in parts for n in part if n not in members(k) and n[:2] != "x_")
    return next(wrong, "")


def _values(asked: Asked, data: Mapping[str, Any], desk: Desk) -> Mapping[str, Any]:
    found: dict[str, Any] = {"today": str(data.get("today", ""))}
    if asked.kind:
        own = {name: entry for name, entry in data.items() if name not in BESIDE}
        parts = {variable(asked.record.judges): own, "before": data.get("before") or {}}
        for name, part in parts.items():
            entries = [_record(asked.kind, part)]
            desk.give(table(name, asked.kind), partial(list, entries))
            found[row(name)] = 0
    return found


def _office(data: Mapping[str, Any]) -> Mapping[str, Any]:
    said = data.get(OFFICE) or {}
    return {name: [_record(kind, e) for e in said.get(name, ())] for name, kind in lists().items()}


def _record(kind: type[Record], data: Mapping[str, Any]) -> Mapping[str, Any]:
    """The example as a record would be: with defaults, and with what follows from its fields."""
    names = {"id": "example", "name": "example", "of": ""}
    always = names | nothing_known(kind) | dict(_read(kind, data))
    own: Mapping[str, Any] = value(written(data))
    return {**own, **always, **{n: e for n, e in own.items() if n not in fields(kind)}}


def _read(kind: type[Record], data: Mapping[str, Any]) -> Mapping[str, Any]:
    missing = {f.encode_name: "example" for f in structs.fields(kind) if _is_needed(f)}
    try:
        record = bind(kind, {**missing, **data})
    except (ValidationError, TypeError, ValueError):  # a date is missing, say: as it is written
        return value(written(data))  # type: ignore[no-any-return]
    own = {flag: getattr(record, flag) for flag in flags(kind) if flag != "is_current"}
    return {**value(record), **own, "id": data.get("id", "example"), "name": record.display_name}


def _is_needed(field: structs.FieldInfo) -> bool:
    return field.default is NODEFAULT and field.default_factory is NODEFAULT


def _finding(office: Office, own: OwnRule, keys: Keys, said: str) -> Finding:
    return Finding(
        EXAMPLE.name,
        EXAMPLE.severity,
        office.place(own.at(*keys)),
        f"rule {own.id}: {said}",
        EXAMPLE.remedy,
        record=own.name_in_full,
        keys=keys,
    )
