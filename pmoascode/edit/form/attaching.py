"""Where each comment of a file belongs: above an entry, behind it, or at the end of a group."""

from bisect import bisect_left
from operator import attrgetter

from pmoascode.edit.form.comments import Found, comments
from pmoascode.edit.form.parts import Comment, Entry, Group, Sheet, Single, every


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
        values = [(entry, entry.value) for entry, _ in self._lined]
        outer: list[tuple[Entry | None, Single | Group]] = [(None, record), *values]
        self._flows = [(o, g) for o, g in outer if isinstance(g, Group) and g.is_flow]
        self._flow_starts = [group.start for _, group in self._flows]

    def put(self, found: Found) -> None:
        """Gives the comment to the entry or group that it belongs to."""
        around = self._flow_around(found.start)
        if around:
            _put_into_flow(found, *around)
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

    def _flow_around(self, offset: int) -> tuple[Entry | None, Group] | None:
        """The innermost braces or brackets around the offset, with whose value they are."""
        at = bisect_left(self._flow_starts, offset) - 1
        owner: Entry | None = None
        value: Single | Group | None = None
        found = None
        if at >= 0:
            owner, value = self._flows[at]
        while isinstance(value, Group) and value.start < offset < value.end:
            found = owner, value
            number = _number_before(value, offset)
            owner = value.entries[number - 1] if number else None
            value = owner.value if owner else None
        return found

    def _put_alone(self, found: Found, at: int) -> None:
        """Above the next entry, or at the end of the group whose entries it is in line with."""
        if at == len(self._lined):
            ended = _ended(self._record, len(self._record.entries) - 1, found.column)
            (ended or self._record).tail.append(_alone(found))
            return
        entry, group = self._lined[at]
        number = entry.number
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
    number = _number_before(group, found.start)
    if found.is_alone and number < len(group.entries):
        group.entries[number].above.append(_alone(found))
    elif found.is_alone and number:
        group.tail.append(_alone(found))
    elif number:
        group.entries[number - 1].behind.append(found.text)
    elif owner:
        owner.behind.append(found.text)
    else:
        group.entries[0].above.append(_alone(found))


def _number_before(group: Group, offset: int) -> int:
    """How many of the entries start before the offset."""
    return bisect_left(group.entries, offset, key=attrgetter("start"))


def _alone(found: Found) -> Comment:
    return Comment(found.text, found.is_apart)
