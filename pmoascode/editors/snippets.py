"""Snippets: the common records, field by field, with what each field takes.

Format of the file: https://code.visualstudio.com/docs/editing/userdefinedsnippets; of a snippet:
https://microsoft.github.io/language-server-protocol, Snippet Syntax.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import Any

from pmoascode.editors.starters import STARTERS, Blank, Starter, blanks

TODAY = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE"  # which the editor fills in
_UNCHOSEN = "<choose>"
NEW_ID = "short_name"  # no id, so that the check does not let it pass
_OF_TODAY = ("date", "raised", "requested")  # days on which an author writes the record itself
_LONGEST_SCALE = 7  # steps; those of a longer one are not offered one by one

Body = Mapping[str, Any]  # fields to placeholders, nested as in the record


def snippets() -> Mapping[str, Any]:
    """Title to snippet; each is called by `pmo-` and its name."""
    return {
        begun.title: {
            "scope": "yaml",
            "prefix": f"pmo-{begun.name}",
            "description": f"A new {begun.title.lower()}",
            "body": [*lines(body(begun)), "$0"],
        }
        for begun in STARTERS
    }


def body(begun: Starter) -> Body:
    """The fields of the snippet, its stops numbered in their order."""
    stops = count(1)
    if not begun.has_id:
        return _body(blanks(begun), stops)
    return {f"${{{next(stops)}:{NEW_ID}}}": _body(blanks(begun), stops)}


def choices(schema: Mapping[str, Any]) -> tuple[str, ...]:
    """The values that the field takes, if they are few."""
    if "enum" in schema:
        return tuple(map(str, schema["enum"]))
    if schema.get("type") != "integer" or not {"minimum", "maximum"} <= schema.keys():
        return ()
    steps = range(schema["minimum"], schema["maximum"] + 1)
    return tuple(map(str, steps)) if len(steps) <= _LONGEST_SCALE else ()


def choice(stop: int, values: Sequence[str]) -> str:
    """A place where one of the values is chosen; until then it has one that the check refuses.

    An editor takes the first by itself, and no rating is to be green for want of a choice.
    """
    return f"${{{stop}|{','.join((_UNCHOSEN, *values))}|}}"


def _body(fields: Sequence[Blank], stops: Iterator[int]) -> Body:
    found: dict[str, Any] = {}
    for field in fields:
        value = _body(field.inner, stops) if field.inner else _value(field, next(stops))
        found[field.name] = [value] if field.is_list else value
    return found


def _value(field: Blank, stop: int) -> str:
    """The placeholder; what is left as it stands is found by the check."""
    if values := choices(field.schema.get("items", field.schema)):
        return choice(stop, values)
    if field.schema.get("format") == "date" and field.name in _OF_TODAY:
        return f"${{{stop}:{TODAY}}}"
    return f"${{{stop}:{_hint(field)}}}"


def _hint(field: Blank) -> str:
    """What the field says, in the brackets of a placeholder, which the check does not let pass."""
    said = str(field.schema.get("description", field.name)).rstrip(".").replace(": ", ", ")
    return "<" + said.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}") + ">"


def lines(fields: Body, indent: str = "") -> Iterator[str]:
    """The snippet as lines of YAML."""
    for name, value in fields.items():
        if isinstance(value, str):
            yield f"{indent}{name}: {value}"
            continue
        yield f"{indent}{name}:"
        if isinstance(value, Mapping):
            yield from lines(value, indent + "  ")
            continue
        (entry,) = value
        rest = lines(entry, indent + "    ") if isinstance(entry, Mapping) else iter([entry])
        yield f"{indent}  - {next(rest).lstrip()}"
        yield from rest
