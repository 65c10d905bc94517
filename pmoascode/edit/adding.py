"""The texts in which a missing field or a further entry of a list has been added."""

from collections.abc import Iterator, Sequence
from typing import Any

from pmoascode.document import Document, Keys
from pmoascode.edit.copying import found
from pmoascode.edit.layout import (
    after_blank_lines,
    column,
    entry_start,
    is_flow,
    line_break,
    line_end,
)
from pmoascode.edit.scalars import inline, key_text
from pmoascode.edit.writing import entries, item


def additions(document: Document, keys: Keys, value: Any, order: Sequence[str]) -> Iterator[str]:
    """Candidates, the best first; what holds the new value is there and fits it."""
    holder, key = keys[:-1], keys[-1]
    if is_flow(document, holder) or not found(document.data, holder):
        yield _in_flow(document, holder, key, value)
        return
    names: list[str | int] = list(_names(document, holder))
    before = _predecessor(names, key, order)
    if before is None:
        yield _before(document, (*holder, names[0]), key, value)
        before = names[0]
    lines = _lines(document, (*holder, names[0]), key, value)
    yield from _behind(document, (*holder, before), lines)
    if isinstance(key, str) and len(names) > 1:
        # The last one is a text that would change if something followed it in the file.
        yield from _behind(document, (*holder, names[-2]), lines)


def _behind(document: Document, neighbour: Keys, lines: str) -> Iterator[str]:
    """The new lines below the neighbour, or below the blank lines that may be a part of it."""
    text = document.text
    place = line_end(document, document.span(neighbour)[1])
    for offset in (place, after_blank_lines(document, place)):
        yield text[:offset] + lines + text[offset:]
    if place == len(text):  # a block text says whether the file's last line has an end
        yield text + lines + line_break(document)


def _names(document: Document, holder: Keys) -> Sequence[str | int]:
    part = found(document.data, holder)
    return list(part) if isinstance(part, dict) else range(len(part))


def _predecessor(names: list[str | int], key: str | int, order: Sequence[str]) -> str | int | None:
    """The field after which the new one belongs; nothing if it belongs before the first."""
    if key not in order:
        return names[-1]
    rank = {name: number for number, name in enumerate(order)}
    earlier = [name for name in names if rank.get(str(name), len(order)) < rank[str(key)]]
    return earlier[-1] if earlier else None


def _lines(document: Document, neighbour: Keys, key: str | int, value: Any) -> str:
    """The new lines, each with the line break before it, at the neighbour's indent."""
    indent = column(document, entry_start(document, neighbour))
    lines = item(value, indent) if isinstance(key, int) else entries({key: value}, indent)
    return "".join(line_break(document) + line for line in lines)


def _before(document: Document, first: Keys, key: str | int, value: Any) -> str:
    """The new field above the first; below it where a comment above may be meant for the first."""
    text = document.text
    start = entry_start(document, first)
    lines = _lines(document, first, key, value)
    above = text[:start].rstrip(" ").removesuffix("\n").rsplit("\n", 1)[-1].strip()
    if above.startswith("#"):
        place = line_end(document, document.span(first)[1])
        return text[:place] + lines + text[place:]
    ending = line_break(document)
    body = lines.removeprefix(ending).lstrip(" ")
    return text[:start] + body + ending + " " * column(document, start) + text[start:]


def _in_flow(document: Document, holder: Keys, key: str | int, value: Any) -> str:
    text = document.text
    start, _ = document.span(holder)
    new = inline(value, in_flow=True)
    if isinstance(key, str):
        new = f"{key_text(key)}: {new}"
    names = _names(document, holder)
    if not names:
        return text[: start + 1] + new + text[start + 1 :]
    end = max(document.span((*holder, name))[1] for name in names)
    space = " " if text[end - 1] == ":" else ""
    return text[:end] + f"{space}, {new}" + text[end:]
