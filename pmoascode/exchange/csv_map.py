"""The map of a table: which column goes to which field of which record."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Any

from pmoascode.document import Keys
from pmoascode.exchange.values import NOTHING, Reading
from pmoascode.records.kinds import Kind


@dataclass(frozen=True)
class Condition:
    """Which rows count: those whose cell has a value, or one of these, or none of those."""

    column: str
    among: tuple[str, ...] = ()  # with * for any characters; empty for any value
    not_among: tuple[str, ...] = ()

    def holds(self, cells: Mapping[str, str]) -> bool:
        """Whether the row counts."""
        cell = cells.get(self.column, "").strip()
        if self.among:
            return is_among(cell, self.among)
        return cell.casefold() not in NOTHING and not is_among(cell, self.not_among)


def is_among(cell: str, patterns: tuple[str, ...]) -> bool:
    """Whether the cell is one of the patterns, capital letters aside."""
    return any(fnmatchcase(cell.strip().casefold(), one.casefold()) for one in patterns)


@dataclass(frozen=True)
class Source:
    """Where the value of one field comes from."""

    keys: Keys  # of the field
    part: Mapping[str, Any]  # the field's schema
    column: str = ""  # empty for a value that is the same in each row
    value: Any = None
    words: tuple[tuple[Any, tuple[str, ...]], ...] = ()  # a value, and the cells that mean it
    empty: tuple[str, ...] = ()  # cells that mean nothing
    reading: Reading = field(default_factory=Reading)
    decimal: str = ""  # "" to find it out
    split: str = ""  # between the entries of a list
    only_new: bool = False
    when: Condition | None = None


@dataclass(frozen=True)
class Entry:
    """One entry of a list of a record."""

    keys: Keys  # of the list
    sources: tuple[Source, ...]
    when: Condition | None = None


@dataclass(frozen=True)
class RecordMap:
    """What record a row becomes, and how it finds the one that is there."""

    kind: Kind
    id: Source
    sources: tuple[Source, ...]
    distinct_by: str = ""  # a column that tells two records of one name apart
    of: str = ""  # the column that names the project or programme of the record
    match: tuple[str, ...] = ()  # fields with dots, or id
    entries: tuple[Entry, ...] = ()
    keep: tuple[str, ...] = ()  # columns that go to x_ fields
    renamed: tuple[tuple[str, str], ...] = ()  # the name before, the name in the table
    when: Condition | None = None
    also: tuple["RecordMap", ...] = ()

    @property
    def columns(self) -> frozenset[str]:
        """Every column that the map looks at."""
        own = [*self.sources, *(source for entry in self.entries for source in entry.sources)]
        named = {source.column for source in (*own, self.id)}
        conditions = [self.when, *(one.when for one in own), *(one.when for one in self.entries)]
        named |= {one.column for one in conditions if one}
        named |= {self.distinct_by, self.of, *self.keep}
        return frozenset(named.union(*(part.columns for part in self.also)) - {""})
