"""Forms: the text of a new record, with a note behind each field on what belongs there."""

from collections.abc import Iterator, Mapping, Sequence

from pmoascode.editors.snippets import NEW_ID, choices
from pmoascode.editors.starters import Blank, Starter, blanks

_NAME = "a name of your own: small letters, digits and hyphens"
_ID = "the id of a"
Notes = Mapping[str, str]  # field, as in "rating.overall", to what is said of it


def form(begun: Starter, notes: Notes | None = None) -> str:
    """The empty record; `notes` say more of a field than its schema does.

    A field that is left empty is found by the check, which says what it takes.
    """
    if not begun.has_id:
        return _text(_lines(blanks(begun), "", "", notes or {}))
    head = f"{NEW_ID}:  # {_NAME}"
    return _text([head, *_lines(blanks(begun), "  ", "", notes or {})])


def without_notes(text: str) -> str:
    """The same form without what is said of the fields."""
    return _text(line.partition("  #")[0] for line in text.splitlines())


def _lines(fields: Sequence[Blank], indent: str, lead: str, notes: Notes) -> Iterator[str]:
    for field in fields:
        name = f"{lead}{field.name}"
        note = _comment(notes.get(name, "" if field.inner else _said(field)))
        if not field.inner:
            yield f"{indent}{field.name}:{note}" if not field.is_list else f"{indent}{field.name}:"
            if field.is_list:
                yield f"{indent}  -{note}"
            continue
        yield f"{indent}{field.name}:{note}"
        inner = _lines(field.inner, indent + ("    " if field.is_list else "  "), f"{name}.", notes)
        if field.is_list:
            yield f"{indent}  - {next(inner).lstrip()}"
        yield from inner


def _said(field: Blank) -> str:
    """What the schema says of the field, and how its value is written."""
    schema = field.schema.get("items", field.schema) if field.is_list else field.schema
    said = str(field.schema.get("description", "")).rstrip(".")
    if values := choices(schema):
        scale = f"{values[0]} to {values[-1]}" if values[0].isdigit() else ", ".join(values)
        return scale if not values[0].isdigit() else said
    if schema.get("format") == "date":
        return f"{said}, as year-month-day"
    if "x-refers-to" in schema:
        return f"{said}: {_ID} {schema['x-refers-to'].split()[0].replace('-', ' ')}"
    return said


def _comment(note: str) -> str:
    """The note as a comment; it stays on its line, whatever it holds."""
    line = " ".join(note.split())
    return f"  # {line}" if line else ""


def _text(lines: Iterator[str] | Sequence[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
