"""A row of a table read by a map: the values of one record, and the cells that cannot be read."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from pmoascode.document import Keys
from pmoascode.exchange.cleaning import cleaned, slug
from pmoascode.exchange.csv_map import Entry, RecordMap, Source, is_among
from pmoascode.exchange.csv_table import Row, Table
from pmoascode.exchange.values import NOTHING, Unreadable, decimal_mark, value_of


@dataclass(frozen=True)
class Unread:
    """A cell that is not in the records, and why."""

    line: int  # of the file, where its row starts
    column: str
    value: str
    reason: str  # a half sentence


@dataclass(frozen=True)
class Value:
    """A value that a row gives to a field."""

    keys: Keys
    value: Any
    column: str = ""
    cell: str = ""  # as it stands in the table
    only_new: bool = False
    is_added: bool = False  # one entry of a list


class RowReader:
    """Reads the cells of one table; collects what cannot be read and what had to be cleaned."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.unread: list[Unread] = []
        self.cleaned: Counter[str] = Counter()
        self._marks: dict[str, str] = {}
        self._seen: set[tuple[int, str]] = set()

    def text(self, row: Row, column: str) -> str:
        """The cell, cleaned; empty where it says nothing."""
        text, notes = cleaned(row.cells.get(column, ""))
        if notes and (row.line, column) not in self._seen:
            self._seen.add((row.line, column))
            self.cleaned.update(notes)
        return "" if text.casefold() in NOTHING else text

    def one(self, row: Row, source: Source) -> str:
        """The text of a source that names a record, such as its id."""
        if not source.column:
            return str(source.value or "")
        text = self.text(row, source.column)
        return next((str(meant) for meant, cells in source.words if is_among(text, cells)), text)

    def values(self, row: Row, record: RecordMap) -> list[Value]:
        """Every value that the row gives to the record; those of the map come last."""
        found = [value for source in record.sources for value in self._of_source(row, source)]
        for entry in record.entries:
            found += self._of_entry(row, entry)
        for column in record.keep:
            if text := self.text(row, column):
                name = "x_" + slug(column).replace("-", "_")
                found.append(Value((name,), text, column, text))
        return sorted(found, key=lambda value: not value.column)

    def _of_entry(self, row: Row, entry: Entry) -> Iterator[Value]:
        if entry.when and not entry.when.holds(row.cells):
            return
        values = [value for source in entry.sources for value in self._of_source(row, source)]
        if values:
            made: dict[str, Any] = {}
            for value in values:
                _put(made, value.keys, value.value)
            first = next((value for value in values if value.column), values[0])
            yield replace(first, keys=entry.keys, value=made, only_new=False, is_added=True)

    def _of_source(self, row: Row, source: Source) -> Iterator[Value]:
        if source.when and not source.when.holds(row.cells):
            return
        if not source.column:
            yield Value(source.keys, source.value, only_new=source.only_new)
            return
        text = self.text(row, source.column)
        if not text or is_among(text, source.empty):
            return
        is_list = source.part.get("type") == "array"
        part = source.part.get("items", {}) if is_list else source.part
        texts = text.split(source.split) if source.split else [text]
        for one in (one.strip() for one in texts):
            try:
                value = self._value(one, source, part) if one else None
            except Unreadable as reason:
                self.refuse(row, source.column, text, str(reason))
                continue
            if value is not None:
                yield Value(source.keys, value, source.column, text, source.only_new, is_list)

    def _value(self, text: str, source: Source, part: Any) -> Any:
        for meant, cells in source.words:
            if is_among(text, cells):
                return meant
        is_share = part.get("x-type") == "percentage"
        if is_share or part.get("type") in ("number", "integer") or source.reading.unit:
            mark = source.decimal or self._mark(source.column)
            return value_of(text, part, replace(source.reading, decimal=mark))
        return value_of(text, part, source.reading)

    def _mark(self, column: str) -> str:
        if column not in self._marks:
            cells = (row.cells[column] for row in self.table.rows)
            self._marks[column] = decimal_mark(
                cell for cell in cells if any(map(str.isdigit, cell))
            )
        return self._marks[column]

    def refuse(self, row: Row, column: str, value: str, reason: str) -> None:
        """Note a cell that does not get into the records."""
        self.unread.append(Unread(row.line, column, value, reason))


def _put(made: dict[str, Any], keys: Keys, value: Any) -> None:
    for key in keys[:-1]:
        made = made.setdefault(str(key), {})
    made.setdefault(str(keys[-1]), value)
