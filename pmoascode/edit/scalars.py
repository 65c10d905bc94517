"""One value as YAML text, quoted only where the strict reader would take it otherwise."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Any

from pmoascode.document import parse
from pmoascode.edit.proof import EditFailed, is_same

WIDEST = 96  # characters of a line of folded prose
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
_BREAK = re.compile(r"(?<=\S) (?=\S)")


def inline(value: Any, *, in_flow: bool = False) -> str:
    """The value on one line; mappings and lists in braces and brackets."""
    if isinstance(value, dict):
        parts = (f"{key_text(key)}: {inline(part, in_flow=True)}" for key, part in value.items())
        return "{" + ", ".join(parts) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(inline(part, in_flow=True) for part in value) + "]"
    if isinstance(value, str):
        return _text(value, in_flow)
    return _unquoted(value)


def _unquoted(value: Any) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case Decimal():
            return format(value, "f")
    return str(value)


@lru_cache(maxsize=1 << 12)
def key_text(key: str) -> str:
    """The key as it is written before its colon."""
    for text in (key, quoted(key)):
        if _reads(f"{text}: 1\n", {key: 1}):
            return text
    raise EditFailed(f"`{key}` cannot be a key")


def _text(value: str, in_flow: bool) -> str:
    if len(value) > 200 or "\n" in value:
        return quoted(value)
    return _short_text(value, in_flow)


@lru_cache(maxsize=1 << 14)
def _short_text(value: str, in_flow: bool) -> str:
    around = ("k: {a: ", "}\n") if in_flow else ("k: ", "\n")
    meant = {"k": {"a": value}} if in_flow else {"k": value}
    return value if _reads(value.join(around), meant) else quoted(value)


def quoted(value: str) -> str:
    """The text in double quotes; in single ones where that saves every escape."""
    if ('"' in value or "\\" in value) and "\n" not in value and "\t" not in value:
        return "'" + value.replace("'", "''") + "'"
    return '"' + "".join(_ESCAPES.get(char, char) for char in value) + '"'


def block_texts(value: str) -> Iterator[tuple[str, list[str]]]:
    """The ways to write a long text below its key: the sign behind the colon, then the lines."""
    if "\n" in value.rstrip("\n"):
        body = value.removesuffix("\n")
        if all(line == line.rstrip() for line in body.split("\n")) and not body.endswith("\n"):
            yield ("|" if body != value else "|-"), body.split("\n")
    elif "\n" not in value and len(value) > WIDEST:
        yield ">-", _folded(value)


def _folded(value: str) -> list[str]:
    """The text in lines, broken only where one space stands between words."""
    lines, start, last = [], 0, 0
    for space in (*(found.start() for found in _BREAK.finditer(value)), len(value)):
        if space - start > WIDEST and last > start:
            lines.append(value[start:last])
            start = last + 1
        last = space
    return [*lines, value[start:]]


def _reads(text: str, meant: dict[str, Any]) -> bool:
    document = parse("", text.encode("utf-8", "replace"))
    return not document.findings and is_same(document.data, meant)
