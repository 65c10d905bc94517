"""A document taken apart into its fields and items."""

from collections.abc import Iterator
from typing import Any

from pmoascode.document import Document, Keys
from pmoascode.edit.form.parts import Entry, Group, Single
from pmoascode.edit.layout import column, entry_start


def record(document: Document) -> Group:
    """The record as a mapping of its fields, without its comments."""
    return _group(document, (), document.data, is_inside=False)


def _group(document: Document, keys: Keys, data: Any, *, is_inside: bool) -> Group:
    start, end = document.span(keys)
    is_flow = is_inside or document.text[start] in "{["
    group = Group(isinstance(data, dict), is_flow, start, end)
    group.entries += _entries(document, keys, data, is_inside=is_flow)
    return group


def _entries(document: Document, keys: Keys, data: Any, *, is_inside: bool) -> Iterator[Entry]:
    pairs = data.items() if isinstance(data, dict) else enumerate(data)
    for number, (key, part) in enumerate(pairs):
        way = (*keys, key)
        start = entry_start(document, way)
        value = (
            _group(document, way, part, is_inside=is_inside)
            if isinstance(part, dict | list)
            else _single(document, way, part)
        )
        yield Entry(
            key,
            number,
            start,
            document.span(way, of_key=True)[1],
            column(document, start),
            is_apart(document.text, start),
            value,
        )


def _single(document: Document, keys: Keys, value: Any) -> Single:
    text = document.text
    start, end = document.span(keys)
    if isinstance(value, str) and text.startswith(("|", ">"), start):
        line = text.find("\n", end)
        end = len(text) if line < 0 else line
        end -= text.endswith("\r", 0, end)
    return Single(value, text[start:end], start, end)


def is_apart(text: str, offset: int) -> bool:
    """Whether a blank line stands above that of the offset, and nothing before it on its line."""
    line = text.rfind("\n", 0, offset) + 1
    above = text.rfind("\n", 0, max(line - 1, 0)) + 1
    return bool(line) and not text[line:offset].strip() and not text[above:line].strip()
