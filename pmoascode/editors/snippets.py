"""Snippets for Visual Studio Code: the common records, field by field, with what each takes.

Format: https://code.visualstudio.com/docs/editing/userdefinedsnippets.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import Any

from pmoascode.editors.starters import STARTERS, Blank, Starter, blanks

TODAY = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE"  # which the editor fills in
_OF_TODAY = ("date", "raised", "requested")  # days on which an author writes the record itself
_SCALE = 7  # the longest scale whose steps are offered one by one


def snippets() -> Mapping[str, Any]:
    """Title to snippet; each is called by `pmo-` and its name."""
    return {
        begun.title: {
            "scope": "yaml",
            "prefix": f"pmo-{begun.name}",
            "description": f"A new {begun.title.lower()}",
            "body": body(begun),
        }
        for begun in STARTERS
    }


def body(begun: Starter) -> list[str]:
    """The lines of the snippet, its stops numbered in the order of the fields."""
    stops = count(1)
    if not begun.has_id:
        return [*_lines(blanks(begun), "", stops), "$0"]
    return [f"${{{next(stops)}:short-name}}:", *_lines(blanks(begun), "  ", stops), "$0"]


def _lines(fields: Sequence[Blank], indent: str, stops: Iterator[int]) -> Iterator[str]:
    for field in fields:
        if not field.inner:
            yield f"{indent}{field.name}:{_value(field, indent, stops)}"
            continue
        yield f"{indent}{field.name}:"
        inner = _lines(field.inner, indent + ("    " if field.is_list else "  "), stops)
        if field.is_list:
            yield f"{indent}  - {next(inner).lstrip()}"
        yield from inner


def _value(field: Blank, indent: str, stops: Iterator[int]) -> str:
    """What follows the colon; what is left as it stands is found by the check."""
    stop = next(stops)
    if field.is_list:
        return f"\n{indent}  - ${{{stop}:{_hint(field)}}}"
    if choices := _choices(field.schema):
        return f" ${{{stop}|{','.join(choices)}|}}"
    if field.schema.get("format") == "date" and field.name in _OF_TODAY:
        return f" ${{{stop}:{TODAY}}}"
    return f" ${{{stop}:{_hint(field)}}}"


def _choices(schema: Mapping[str, Any]) -> list[str]:
    if "enum" in schema:
        return [str(value) for value in schema["enum"]]
    low, high = schema.get("minimum"), schema.get("maximum")
    if schema.get("type") == "integer" and low is not None and high is not None:
        return [str(step) for step in range(low, high + 1)] if high - low < _SCALE else []
    return []


def _hint(field: Blank) -> str:
    """What the field says, in the brackets of a placeholder, which the check does not let pass."""
    said = str(field.schema.get("description", field.name)).rstrip(".").replace(": ", ", ")
    return "<" + said.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}") + ">"
