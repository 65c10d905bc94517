"""A value replaced, or a missing one added, in the text of a document."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from pmoascode.document import Document, Keys
from pmoascode.edit.adding import additions
from pmoascode.edit.copying import MISSING, found, with_part
from pmoascode.edit.layout import column, is_inside_flow, line_break, line_end
from pmoascode.edit.proof import EditFailed, is_same, parsed, plain, proven
from pmoascode.edit.removing import without
from pmoascode.edit.scalars import inline
from pmoascode.edit.writing import value_lines, written

_BRACES = re.compile(r"\{\s*\}")


def with_value(document: Document, keys: Keys, value: Any, order: Sequence[str] = ()) -> str:
    """The document's text with the value under the keys, all else as it stands.

    A missing field is added at the end of its mapping, or where `order` puts it among the
    others; what is to hold it is made where it is missing. The index one past the end of a list
    adds an entry. Comments inside of mappings and lists stay with the fields that stay.

    Raises:
        EditFailed: no text says what was meant; the document has not been changed.
    """
    value = plain(value)
    old = found(document.data, keys)
    if old is not MISSING and is_same(old, value):
        return document.text
    if not document.data:
        return _first(document, keys, value)
    if isinstance(old, dict) and isinstance(value, dict) and old and value:
        return _mapping(document, keys, old, value)
    if isinstance(old, list) and isinstance(value, list) and old and value:
        return _list(document, keys, old, value)
    meant = with_part(document.data, keys, value)
    if old is not MISSING:
        return proven(document, _replacements(document, keys, value), meant, keys)
    holder = found(document.data, keys[:-1])
    if holder in (MISSING, None) or (holder in ({}, []) and not _is_empty_flow(document, keys)):
        wrapped = [value] if isinstance(keys[-1], int) else {keys[-1]: value}
        return with_value(document, keys[:-1], wrapped, order)
    _ensure_fits(document, holder, keys)
    return proven(document, additions(document, keys, value, order), meant, keys)


def _first(document: Document, keys: Keys, value: Any) -> str:
    if document.findings:
        raise EditFailed(f"{document.path} cannot be read, so it is not changed")
    meant = with_part({}, keys, value)
    body = written(meant).rstrip("\n").replace("\n", line_break(document))
    if not document.text.strip():
        return body + line_break(document)
    return proven(document, _in_place_of_braces(document, body), meant, keys)


def _in_place_of_braces(document: Document, body: str) -> Iterator[str]:
    """The body where empty braces stand; they may also stand in a comment, which the proof sees."""
    text, ending = document.text, line_break(document)
    for start, end in (braces.span() for braces in _BRACES.finditer(text)):
        yield text[:start] + body + text[end:]
        # Behind a block text a comment would be text, and so would the file's end.
        tail = line_end(document, end)
        comment = text[end:tail].strip()
        above = comment and comment + ending
        below = above + body + (text[tail:] or ending)
        yield text[:start] + below
        yield text[:start].rstrip(" ") + ending + below


def _is_empty_flow(document: Document, keys: Keys) -> bool:
    return is_inside_flow(document, keys[:-1])


def _ensure_fits(document: Document, holder: Any, keys: Keys) -> None:
    key = keys[-1]
    fits = isinstance(holder, dict) and isinstance(key, str)
    if not fits and not (isinstance(holder, list) and key == len(holder)):
        where = ".".join(map(str, keys))
        raise EditFailed(f"{document.path}: nothing can be put at `{where}`")


def _mapping(document: Document, keys: Keys, old: dict[str, Any], new: dict[str, Any]) -> str:
    """Field by field, so that comments stay; new fields first, so that it is never empty."""
    for key, value in new.items():
        document = parsed(document, with_value(document, (*keys, key), value))
    for key in [key for key in old if key not in new]:
        document = parsed(document, without(document, (*keys, key)))
    return document.text


def _list(document: Document, keys: Keys, old: list[Any], new: list[Any]) -> str:
    for index, value in enumerate(new):
        document = parsed(document, with_value(document, (*keys, index), value))
    for index in range(len(old) - 1, len(new) - 1, -1):
        document = parsed(document, without(document, (*keys, index)))
    return document.text


def _replacements(document: Document, keys: Keys, value: Any) -> Iterator[str]:
    text = document.text
    start, end = document.span(keys)
    old = text[start:end]
    comment = _header_comment(old)
    space = " " if start == end and keys else ""
    if keys and not is_inside_flow(document, keys):
        yield from _block(document, keys, value, comment)
    yield text[:start] + space + inline(value, in_flow=True) + comment + text[end:]


def _block(document: Document, keys: Keys, value: Any, comment: str) -> Iterator[str]:
    """The value as a block, its first line behind the key and before the key's comment."""
    text, lines = document.text, line_break(document)
    start, end = document.span(keys)
    key_start, key_end = document.span(keys, of_key=True)
    indent = column(document, key_start)
    head, *body = value_lines(value, indent)
    rest = "".join(lines + line for line in body)
    tail = line_end(document, end)
    if "\n" in text[key_end:start]:  # the old value starts below its key: so does its comment
        colon = text.index(":", key_end) + 1 if isinstance(keys[-1], str) else key_end
        first = line_end(document, colon)
        between = text[first:start].rstrip(" \t\r\n")
        join = f" {head}" if head else ""
        behind = text[end:tail]
        if behind.strip() and (
            between or text[colon:first].strip()
        ):  # one comment is not to run into the other
            behind = lines + " " * (indent + 2) + behind.strip()
        yield text[:colon] + join + text[colon:first] + between + rest + behind + text[tail:]
        return
    space = " " if start == end and head else ""
    before = text[:start] if head else text[:start].rstrip(" ")
    yield before + space + head + comment + text[end:tail] + rest + text[tail:]


def _header_comment(old: str) -> str:
    """The comment behind the sign of a block text, which stands inside of its span."""
    if not old.startswith(("|", ">")):
        return ""
    header = old.split("\n", 1)[0].rstrip("\r")
    mark = header.find(" #")
    return header[mark:].rstrip() if mark >= 0 else ""
