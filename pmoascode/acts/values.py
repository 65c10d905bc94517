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


def value_of(kind: Kind, keys: Keys, text: str) -> Any:
    """The text as the value of the field that the keys lead to, from the record.

    A list is typed with commas between its entries, a group of fields as YAML in braces.

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
    readings += [_number(text)] if _number(text) is not None else []
    if takes == "array" and not isinstance(data, list):
        yield [entry.strip() for entry in text.split(",") if entry.strip()]
    yield from (*readings, data, text)


def _number(text: str) -> Any:
    plain = text.replace(" ", "").replace("_", "")
    if not plain.replace(".", "", 1).removeprefix("-").isdecimal():
        return None
    return Decimal(plain) if "." in plain else int(plain)
