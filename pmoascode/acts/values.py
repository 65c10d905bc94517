"""What a person types at the command line, as the value that the field takes."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from pmoascode.acts.placing import nested
from pmoascode.document import Document, Keys, parse
from pmoascode.edit import EditFailed, written
from pmoascode.finding import CannotRun
from pmoascode.office.fields import field_schema
from pmoascode.records.kinds import Kind
from pmoascode.schema import problems

_ID = "x"  # stands for the ids of the record while its value is tried
_TRUTHS = {"yes": True, "y": True, "no": False, "n": False}  # as people answer at a terminal


def value_of(kind: Kind, keys: Keys, text: str) -> Any:
    """The text as the value of the field that the keys lead to, from the record.

    A list is typed with commas between its entries. A group of fields is typed as YAML in braces,
    or value by value with semicolons between, as in `Agree a fix; tom-berg; 2026-11-20`.

    Raises:
        CannotRun: the kind has no such field, or the field does not take the value.
    """
    flaws = []
    for value in _readings(kind, keys, text):
        flaw = flaw_of(kind, keys, value)
        if not flaw:
            return value
        flaws.append(flaw)
    raise CannotRun(flaws[0])


def group_fields(kind: Kind, keys: Keys) -> tuple[str, ...]:
    """The fields of a group, in the order in which they are typed: first those that it needs."""
    part = field_schema(kind, keys) or {}
    needed = part.get("required", ())
    return tuple(sorted(part.get("properties", ()), key=lambda name: name not in needed))


def flaw_of(kind: Kind, keys: Keys, value: Any) -> str:
    """Why the field does not take the value, and what it takes; empty where it does."""
    lead: Keys = (_ID, 0)[: kind.depth]
    try:
        text = written(nested((*lead, *keys), value))
    except EditFailed as failure:
        return str(failure)
    shown = tuple(0 if isinstance(key, int) else key for key in (*lead, *keys))
    document: Document = parse("", text.encode())
    for at, finding in problems(document, kind.name):
        is_missing = at[: len(shown)] != shown and shown[: len(at)] != at
        if not is_missing:
            remedy = f". {finding.remedy}" if finding.remedy else ""
            return f"{finding.message}{remedy}"
    return ""


def _readings(kind: Kind, keys: Keys, text: str) -> Iterator[Any]:
    """What the text may mean, the likeliest first: what the field takes decides."""
    part = field_schema(kind, keys) or {}
    takes = part.get("type", ())
    as_yaml = parse("", f"v: {text}\n".encode())
    data = as_yaml.data.get("v") if not as_yaml.findings else text
    readings: list[Any] = [text] if takes == "string" or "string" in takes else []
    readings += [_TRUTHS[text.lower()]] if takes == "boolean" and text.lower() in _TRUTHS else []
    readings += [_number(text)] if _number(text) is not None else []
    if takes == "array" and not isinstance(data, list):
        yield [entry.strip() for entry in text.split(",") if entry.strip()]
    if takes == "object" and not isinstance(data, dict) and "properties" in part:
        yield _group(kind, keys, text)
    yield from (*readings, data, text)


def _group(kind: Kind, keys: Keys, text: str) -> dict[str, Any]:
    """The group whose values stand in the text, one after the other; an empty one is left out."""
    names, values = group_fields(kind, keys), [value.strip() for value in text.split(";")]
    if len(values) > len(names):
        raise CannotRun(f"“{text}” has more than {len(names)} values: {'; '.join(names)}")
    typed = {name: value for name, value in zip(names, values, strict=False) if value}
    return {name: value_of(kind, (*keys, name), value) for name, value in typed.items()}


def _number(text: str) -> Any:
    plain = text.replace(" ", "").replace("_", "")
    if not plain.replace(".", "", 1).removeprefix("-").isdecimal():
        return None
    return Decimal(plain) if "." in plain else int(plain)
