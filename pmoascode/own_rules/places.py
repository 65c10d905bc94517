"""Where a character of a text stands in the YAML file that says the text."""

from pmoascode.document import Document, Keys
from pmoascode.finding import Place
from pmoascode.own_rules.flaw import Flaw

_FAR = 8  # characters of the file that may stand for one of the text, as in an escape


def place(document: Document, keys: Keys, flaw: Flaw) -> Place:
    """The place of the flaw of the text under the keys; of the whole value where it marks none.

    A text may be written plain, in quotes or as a block: its characters are looked for in the
    file one after the other, blanks and line breaks counting as equal.
    """
    value = _text(document, keys)
    if value is None or flaw.start == flaw.end:
        return document.place(keys)
    start, end = document.span(keys)
    offsets = _offsets(document.text, start, end, value)
    if flaw.start >= len(value):  # it ends too early: right after its last character
        at = offsets[-1] + 1 if offsets else start
        return _at(document, at, 1)
    last = offsets[min(flaw.end, len(value)) - 1]
    return _at(document, offsets[flaw.start], last + 1 - offsets[flaw.start])


def _text(document: Document, keys: Keys) -> str | None:
    found: object = document.data
    for key in keys:
        found = found.get(key) if isinstance(found, dict) else None
    return found if isinstance(found, str) else None


def _offsets(text: str, start: int, end: int, value: str) -> list[int]:
    """The offset in the file of each character of the value."""
    if text[start] in "|>":
        start = text.index("\n", start) + 1
    found: list[int] = []
    for char in value.rstrip():
        if char in " \n":
            found.append(start)
            while start < end and text[start] in " \n\r":
                start += 1
            continue
        ahead = text.find(char, start, min(start + _FAR, end))
        if ahead < 0 and text[start : start + 1].isspace():
            ahead = _next_word(text, start, end)
        start = start if ahead < 0 else ahead
        found.append(min(start, max(end - 1, 0)))
        start += 1
    return found or [start]


def _next_word(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _at(document: Document, start: int, width: int) -> Place:
    first = document.text.rfind("\n", 0, start) + 1
    line = document.text.count("\n", 0, start) + 1
    rest = document.text[start:].split("\n", 1)[0].rstrip()
    return Place(document.path, line, start - first + 1, max(1, min(width, len(rest))))
