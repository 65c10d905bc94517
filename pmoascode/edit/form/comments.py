"""Where each comment of a file belongs: above an entry, behind it, or at the end of a group."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from pmoascode.edit.form.parts import Comment, Entry, Group, Sheet, Single, every
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


def commented(text: str, record: Group) -> Sheet:
    """The record with each comment at what it speaks of, and the header above it."""
    places = _Places(record)
    before = []
    for found in comments(text, record):
        if found.start < record.start:
            before.append(_alone(found))
        else:
            places.put(found)
    for entry, _ in every(record):
        entry.above += [Comment(more, is_apart=False) for more in entry.behind[1:]]
        del entry.behind[1:]
    blocks = [number for number, each in enumerate(before) if number and each.is_apart]
    header = before[: blocks[0]] if blocks else before
    record.entries[0].above[:0] = before[len(header) :]
    return Sheet(record, header)


class _Places:
    """Where the entries of a record stand, to find the one that a comment belongs to."""

    def __init__(self, record: Group) -> None:
        self._record = record
        self._lined = [(entry, group) for entry, group in every(record) if not group.is_flow]
        self._starts = [entry.start for entry, _ in self._lined]
        owners = [(None, record), *((entry, entry.value) for entry, _ in every(record))]
        self._flows = [(o, g) for o, g in owners if isinstance(g, Group) and g.is_flow]

    def put(self, found: Found) -> None:
        """Gives the comment to the entry or group that it belongs to."""
        around = [(o, g) for o, g in self._flows if g.start < found.start < g.end]
        if around:
            _put_into_flow(found, *around[-1])
            return
        at = bisect_left(self._starts, found.start)
        if at == 0:  # the record stands in braces, and the comment behind them
            self._record.tail.append(_alone(found))
            return
        before, _ = self._lined[at - 1]
        if not found.is_alone:
            before.behind.append(found.text)
        elif found.start < before.value.start and _is_whole(before.value):
            before.above.append(_alone(found))  # between a key and its value
        else:
            self._put_alone(found, at)

    def _put_alone(self, found: Found, at: int) -> None:
        """Above the next entry, or at the end of the group whose entries it is in line with."""
        if at == len(self._lined):
            ended = _ended(self._record, len(self._record.entries) - 1, found.column)
            (ended or self._record).tail.append(_alone(found))
            return
        entry, group = self._lined[at]
        number = group.entries.index(entry)
        ended = _ended(group, number - 1, found.column) if number else None
        if ended and found.column > entry.column:
            ended.tail.append(_alone(found))
        else:
            entry.above.append(_alone(found))


def _ended(group: Group, number: int, column: int) -> Group | None:
    """The innermost group at the end of the entry whose entries start at the column or before."""
    ended: Group | None = None
    entry = group.entries[number]
    reached = entry.column
    while isinstance(entry.value, Group) and not _is_whole(entry.value):
        inner = entry.value
        entry = inner.entries[-1]
        if reached < entry.column <= column:
            ended, reached = inner, entry.column
    return ended


def _is_whole(value: Single | Group) -> bool:
    """Whether the value has no entries on lines of their own."""
    return isinstance(value, Single) or value.is_flow


def _put_into_flow(found: Found, owner: Entry | None, group: Group) -> None:
    before = [entry for entry in group.entries if entry.start < found.start]
    behind = group.entries[len(before) :]
    if found.is_alone and behind:
        behind[0].above.append(_alone(found))
    elif found.is_alone and before:
        group.tail.append(_alone(found))
    elif before:
        before[-1].behind.append(found.text)
    elif owner:
        owner.behind.append(found.text)
    else:
        behind[0].above.append(_alone(found))


def _alone(found: Found) -> Comment:
    return Comment(found.text, found.is_apart)
