"""The parts of a file as its author wrote it: fields and items with the comments of each."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Comment:
    """A comment on a line of its own."""

    text: str  # with its #
    is_apart: bool  # a blank line stands above


@dataclass
class Single:
    """A text, a number, a word or nothing."""

    value: Any
    text: str  # as written; a block text to the end of its last line
    start: int  # offsets into the file's text
    end: int

    @property
    def is_block(self) -> bool:
        """Whether it is a text that starts below its sign, | or >."""
        return isinstance(self.value, str) and self.text.startswith(("|", ">"))


@dataclass
class Group:
    """A mapping or a list."""

    is_mapping: bool
    is_flow: bool  # in braces or brackets
    start: int
    end: int
    entries: list["Entry"] = field(default_factory=list)
    tail: list[Comment] = field(default_factory=list)  # below the last entry


@dataclass
class Entry:
    """A field with its key, or an item of a list."""

    key: str | int
    number: int  # among its siblings, 0 for the first
    start: int  # of its key or dash
    key_end: int
    column: int
    is_apart: bool  # a blank line stands above
    value: Single | Group
    above: list[Comment] = field(default_factory=list)
    behind: list[str] = field(default_factory=list)  # on its own line, and where its braces close

    @property
    def is_first_apart(self) -> bool:
        """Whether a blank line stands above all of it, its comments included."""
        return self.above[0].is_apart if self.above else self.is_apart

    @is_first_apart.setter
    def is_first_apart(self, value: bool) -> None:
        first = self.above[0] if self.above else self
        first.is_apart = value


@dataclass
class Sheet:
    """A whole file: its header, which stays on top, and the record."""

    record: Group
    header: list[Comment] = field(default_factory=list)


def every(group: Group) -> Iterator[tuple[Entry, Group]]:
    """Each entry in the order of the text, with the group that it is in."""
    for entry in group.entries:
        yield entry, group
        if isinstance(entry.value, Group):
            yield from every(entry.value)
