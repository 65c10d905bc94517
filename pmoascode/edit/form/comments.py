"""The comments of a text, and where each stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pmoascode.edit.form.parts import Group, Single, every
from pmoascode.edit.form.reading import is_apart

_COMMENT = re.compile(r"#[^\r\n]*")
_MARKS = ("---", "...")  # where a YAML document starts and ends


@dataclass(frozen=True)
class Found:
    """A comment and where it stands."""

    text: str
    start: int
    column: int
    is_alone: bool  # nothing but a mark of the document's start or end before it on its line
    is_apart: bool


def comments(text: str, record: Group) -> Iterator[Found]:
    """Every comment of the text: what follows a # outside of all keys and values."""
    at = 0
    for start, end in (*sorted(_spans(text, record)), (len(text), len(text))):
        for match in _COMMENT.finditer(text, at, start):
            yield _found(text, match)
        at = max(at, end)


def _spans(text: str, record: Group) -> Iterator[tuple[int, int]]:
    for entry, _ in every(record):
        value = entry.value
        if isinstance(entry.key, str):
            yield entry.start, entry.key_end
        if isinstance(value, Single) and value.is_block:
            header = text.find("\n", value.start, value.end)
            yield value.start, value.start + 1
            yield header if header >= 0 else value.end, value.end
        elif isinstance(value, Single):
            yield value.start, value.end


def _found(text: str, match: re.Match[str]) -> Found:
    line = text.rfind("\n", 0, match.start()) + 1
    before = text[line : match.start()].strip()
    return Found(
        match[0].rstrip(),
        match.start(),
        match.start() - line,
        before in ("", *_MARKS),
        is_apart(text, match.start()),
    )
