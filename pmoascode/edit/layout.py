"""Where things stand in the text of a document: lines, indents, braces."""

import re

from pmoascode.document import Document, Keys
from pmoascode.edit.copying import found

_COMMENT = re.compile(r"[ \t]*(?:#[^\n]*?)?(?=\r?\n|\Z)")


def line_break(document: Document) -> str:
    """The line end that the file uses."""
    return "\r\n" if "\r\n" in document.text else "\n"


def column(document: Document, offset: int) -> int:
    """How many characters of its line stand before the offset."""
    return offset - (document.text.rfind("\n", 0, offset) + 1)


def entry_start(document: Document, keys: Keys) -> int:
    """Where the entry starts: with its key or dash, or with the question mark before its key."""
    start, _ = document.span(keys, of_key=True)
    mark = re.search(r"\?[ \t]+$", document.text[max(start - 80, 0) : start])
    return start - len(mark[0]) if mark and isinstance(keys[-1], str) else start


def is_flow(document: Document, keys: Keys) -> bool:
    """Whether the value is a mapping in braces or a list in brackets."""
    start, end = document.span(keys)
    return document.text[start:end].startswith(("{", "[")) and isinstance(
        found(document.data, keys), dict | list
    )


def is_inside_flow(document: Document, keys: Keys) -> bool:
    """Whether something that holds the value is written in braces or brackets."""
    return any(is_flow(document, keys[:depth]) for depth in range(len(keys)))


def line_end(document: Document, offset: int) -> int:
    """Where the line ends, its comment included and its line break not."""
    match = _COMMENT.match(document.text, offset)
    return match.end() if match else offset


def after_blank_lines(document: Document, offset: int) -> int:
    """The end of the last of the blank lines that follow the line which ends at the offset."""
    match = re.compile(r"(?:[ \t]*\r?\n[ \t]*(?=\r?\n))*").match(document.text, offset)
    return match.end() if match else offset
