"""Tables of plain text: columns as wide as their cells, whatever alphabet these are written in."""

import unicodedata
from collections.abc import Sequence

import click

from pmoascode.formats.result import visible

_GAP = "  "


def table(
    head: Sequence[str], rows: Sequence[Sequence[str]], *, indent: str = ""
) -> tuple[str, ...]:
    """The lines of the table; a `#` in front of a column's name sets its cells to the right."""
    names = [name.removeprefix("#").upper() for name in head]
    shown = [[visible(cell) for cell in row] for row in rows]
    widths = [max(map(width, column)) for column in zip(names, *shown, strict=True)]
    right = [name.startswith("#") for name in head]
    lines = [_line(row, widths, right, indent) for row in (names, *shown)]
    return (click.style(lines[0], bold=True), *lines[1:])


def heading(text: str) -> str:
    """A line that stands above others."""
    return click.style(visible(text), bold=True)


def width(text: str) -> int:
    """The columns that the text takes in a terminal."""
    return sum(
        0 if unicodedata.combining(c) else 1 + (unicodedata.east_asian_width(c) in "WF")
        for c in text
    )


def _line(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool], indent: str) -> str:
    padded = [
        " " * (wide - width(cell)) + cell if is_right else cell + " " * (wide - width(cell))
        for cell, wide, is_right in zip(cells, widths, right, strict=True)
    ]
    return (indent + _GAP.join(padded)).rstrip()
