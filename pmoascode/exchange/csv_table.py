"""A file of comma-separated values (RFC 4180 and what programs make of it) as a table of texts.

https://www.rfc-editor.org/rfc/rfc4180
"""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from pmoascode.finding import CannotRun

LARGEST = 64 * 1024 * 1024  # bytes of a file
SEPARATORS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
_SAMPLE = 200  # rows that are looked at to find the separator


@dataclass(frozen=True)
class Row:
    """One row below the header."""

    line: int  # of the file, where the row starts; the header's first line is 1
    cells: dict[str, str]  # by column name, as they stand in the file
    surplus: tuple[str, ...] = ()  # cells beyond the last column
    missing: int = 0  # columns for which the row has no cell


@dataclass(frozen=True)
class Table:
    """The rows of a file, and how the file was read."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    encoding: str
    separator: str

    @property
    def separator_name(self) -> str:
        """The separator as a word."""
        return SEPARATORS.get(self.separator, f'"{self.separator}"')


def read_table(content: bytes, encoding: str = "", separator: str = "") -> Table:
    """The table in the bytes; encoding and separator are found out where they are not given.

    Raises:
        CannotRun: the bytes are no table that can be read without guessing.
    """
    if len(content) > LARGEST:
        raise CannotRun(f"the file has {len(content):,} bytes; at most {LARGEST:,} are read")
    text, encoding = _decoded(content, encoding)
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise CannotRun(
            f"line {line} holds a NUL character, so this is no plain table; save it again as CSV"
        )
    skipped = 0
    if text[:4].lower() == "sep=" and (first := text.split("\n", 1)[0].rstrip("\r"))[5:] == "":
        separator, skipped = separator or first[4:5], 1
        text = text.partition("\n")[2]
    separator = _separator(separator) if separator else _found_separator(text)
    rows = _rows(text, separator, skipped)
    columns = _columns(next(rows, None))
    return Table(columns, tuple(_row(columns, *row) for row in rows), encoding, separator)


def _decoded(content: bytes, encoding: str) -> tuple[str, str]:
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise CannotRun("this is an Excel workbook; save the sheet as CSV UTF-8 and import that")
    encoding = encoding or _found_encoding(content)
    try:
        return content.decode(encoding), encoding.removesuffix("-sig")
    except LookupError:
        raise CannotRun(
            f"no encoding is called {encoding}; try utf-8, cp1252, latin-1 or utf-16"
        ) from None
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise CannotRun(
            f"line {line} cannot be read as {encoding}; leave --encoding out to have it found"
        ) from None


def _found_encoding(content: bytes) -> str:
    if content.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    head = content[:1000]
    if head.count(0) * 3 > len(head):
        return "utf-16-le" if head[1:2] == b"\0" else "utf-16-be"
    for encoding in ("utf-8", "cp1252"):
        try:
            content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return encoding
    return "latin-1"


def _separator(given: str) -> str:
    names = {name: char for char, name in SEPARATORS.items()} | {"\\t": "\t"}
    char = names.get(given, given)
    if len(char) != 1 or char in '"\r\n':
        known = ", ".join(sorted(SEPARATORS.values()))
        raise CannotRun(f"a separator is one character, or one of: {known}")
    return char


def _found_separator(text: str) -> str:
    """The separator that makes the most columns of the header, in rows of that same width."""

    def worth(separator: str) -> tuple[float, int]:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        widths = []
        try:
            for row in reader:
                widths.append(len(row))
                if len(widths) == _SAMPLE:
                    break
        except csv.Error:
            return (0, 0)
        if not widths or widths[0] < 2:
            return (0, 0)
        return (Counter(widths)[widths[0]] / len(widths) * widths[0], widths[0])

    _allow_long_cells()
    return max(SEPARATORS, key=worth)


def _allow_long_cells() -> None:
    csv.field_size_limit(LARGEST)


def _rows(text: str, separator: str, skipped: int) -> Iterator[tuple[int, list[str]]]:
    """Line and cells of each row that is not blank."""
    _allow_long_cells()
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    line = 1 + skipped
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise CannotRun(_quote_message(str(error), line, reader.line_num + skipped)) from None
        if any(cell.strip() for cell in cells):
            yield line, cells
        line = reader.line_num + 1 + skipped


def _quote_message(error: str, start: int, end: int) -> str:
    if "end of data" in error:
        return (
            f"a quote that opens in the row on line {start} is never closed; "
            'close it, and write a quote inside of a text twice: ""'
        )
    return (
        f"in the row on line {start}, up to line {end}, text follows a closing quote; "
        'write a quote inside of a text twice: ""'
    )


def _columns(header: tuple[int, list[str]] | None) -> tuple[str, ...]:
    if header is None:
        raise CannotRun("the file is empty; its first row must name the columns")
    line, cells = header
    while cells and not cells[-1].strip():
        cells = cells[:-1]
    names = [" ".join(cell.split()) or f"column {n}" for n, cell in enumerate(cells, 1)]
    for name, number in Counter(names).items():
        if number > 1:
            where = " and ".join(str(n) for n, other in enumerate(names, 1) if other == name)
            raise CannotRun(
                f"line {line} names the column “{name}” {number} times, as columns {where}; "
                "rename one of them, so that the map can tell them apart"
            )
    return tuple(names)


def _row(columns: tuple[str, ...], line: int, cells: list[str]) -> Row:
    surplus = tuple(cell for cell in cells[len(columns) :] if cell.strip())
    missing = max(0, len(columns) - len(cells))
    padded = cells + [""] * missing
    return Row(line, dict(zip(columns, padded, strict=False)), surplus, missing)
