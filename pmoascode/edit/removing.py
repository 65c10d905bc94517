"""A field, or an entry of a list, taken out of the text of a document."""

from collections.abc import Iterator

from pmoascode.document import Document, Keys
from pmoascode.edit.copying import MISSING, found, without_part
from pmoascode.edit.layout import column, entry_start, is_flow, line_end
from pmoascode.edit.proof import proven


def without(document: Document, keys: Keys) -> str:
    """The document's text without the value and its key; unchanged where there is none.

    The last field of a mapping leaves `{}` behind, the last entry of a list `[]`.

    Raises:
        EditFailed: no text says what was meant; the document has not been changed.
    """
    if not keys or found(document.data, keys) is MISSING:
        return document.text
    meant = without_part(document.data, keys)
    return proven(document, _candidates(document, keys), meant, keys)


def _candidates(document: Document, keys: Keys) -> Iterator[str]:
    holder = found(document.data, keys[:-1])
    if is_flow(document, keys[:-1]):
        yield from _from_flow(document, keys)
    elif len(holder) == 1:
        yield _emptied(document, keys, "{}" if isinstance(holder, dict) else "[]")
    else:
        yield from _from_block(document, keys)


def _siblings(document: Document, keys: Keys) -> list[Keys]:
    holder = found(document.data, keys[:-1])
    names = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
    return [(*keys[:-1], name) for name in names]


def _from_flow(document: Document, keys: Keys) -> Iterator[str]:
    """Without the value and one comma; comments on lines of their own stay, if they can."""
    text = document.text
    around = _siblings(document, keys)
    at = around.index(keys)
    start, end = _start(document, keys), document.span(keys)[1]
    if at + 1 < len(around):
        next_start = _start(document, around[at + 1])
        line = text.find("\n", end, next_start) + 1
        if line:
            yield text[:start] + text[line:].lstrip(" ")
        yield text[:start] + text[next_start:]
    elif at:
        before = document.span(around[at - 1])[1]
        if "\n" in text[before:start]:
            lead, rest = text[:start], text[end:].lstrip(" ").removeprefix(",")
            if rest.startswith(("\n", "\r")):
                lead = lead.rstrip(" ").removesuffix("\n").removesuffix("\r")
            yield lead + rest
        yield text[:before] + text[end:]
    else:
        yield text[:start] + text[end:]


def _start(document: Document, keys: Keys) -> int:
    return document.span(keys, of_key=isinstance(keys[-1], str))[0]


def _emptied(document: Document, keys: Keys, empty: str) -> str:
    """The only value gone: empty braces or brackets in place of the block."""
    text = document.text
    start, end = entry_start(document, keys), line_end(document, document.span(keys)[1])
    line_start = start - column(document, start)
    before = text[:line_start].rstrip(" \t\r\n")
    if text[line_start:start].strip() or not keys[:-1]:
        return text[:start] + empty + text[end:]
    colon = _colon(document, keys[:-1])
    return text[:colon] + f" {empty}" + text[colon : len(before)] + text[end:]


def _colon(document: Document, holder: Keys) -> int:
    """The offset right behind the colon of the holder's key, or behind its dash."""
    _, end = document.span(holder, of_key=True)
    return document.text.index(":", end) + 1 if isinstance(holder[-1], str) else end


def _from_block(document: Document, keys: Keys) -> Iterator[str]:
    text = document.text
    start, end = entry_start(document, keys), line_end(document, document.span(keys)[1])
    line_start = start - column(document, start)
    lead = text[line_start:start]
    if not lead.strip():
        following = text[end:].removeprefix("\r").removeprefix("\n")
        yield text[:line_start] + following
        yield text[: max(line_start - 1, 0)] + text[end:]
        return
    # A dash stands before the first field: the next one moves up to it, or starts below it.
    rest = text[end:].lstrip("\r\n")
    if rest[: len(lead)].isspace() and not rest[len(lead) :].startswith(("#", " ")):
        yield text[:start] + rest[len(lead) :]
    yield text[:start].rstrip(" ") + text[end:]
