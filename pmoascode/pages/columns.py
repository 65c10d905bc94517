"""Long tables without the columns in which no row says anything.

In a short table an empty column shows readers what is missing; over many rows it only takes room.
"""

import re
from collections.abc import Iterator

from markupsafe import Markup

_SHORT = 5  # rows below the head; a table of fewer keeps all its columns
_ROW = re.compile(r"<tr\b[^>]*>.*?</tr>", re.DOTALL)
_CELL = re.compile(r"<t([hd])\b([^>]*)>(.*?)</t\1>", re.DOTALL)
_SPAN = re.compile(r' colspan="(\d+)"')


def filled(html: str) -> str:
    """The rows of a table with the columns alone that say something in any row below the head.

    A cell over several columns says nothing of each of them.
    """
    head, _, body = html.partition("</thead>")
    if "<td></td>" not in body and '"></td>' not in body:
        return html
    if body.count("<tr") < _SHORT or "rowspan=" in html or "<table" in html:
        return html
    width = _width(head)
    if any(_is_full(row, width) for row in body.split("<tr")[1:]):
        return html
    empty = _empty(body, width)
    if not empty:
        return html
    return Markup(_ROW.sub(lambda row: _without(row[0], empty), html))  # noqa: S704 -- was markup


def _is_full(row: str, width: int) -> bool:
    """Whether each column says something in the row; quickly found."""
    has_all = row.count("<td") + row.count("<th") == width
    return has_all and "<td></td>" not in row and '"></td>' not in row


def _empty(body: str, width: int) -> frozenset[int]:
    """The columns that are empty in each row that has a cell for them, and in one at least.

    What is said in a cell over several columns keeps the first of them.
    """
    left, seen, over = set(range(width)), set[int](), set[range]()
    for row in _ROW.finditer(body):
        for column, span, cell in _cells(row[0]):
            if span == 1:
                (left.discard if cell[3].strip() else seen.add)(column)
            elif cell[3].strip():
                over.add(range(column, column + span))
        if not left:
            break
    empty = left & seen
    return frozenset(empty - {its[0] for its in over if empty.issuperset(its)})


def _width(head: str) -> int:
    return sum(span for _, span, _ in _cells(head))


def _without(row: str, empty: frozenset[int]) -> str:
    """The row without the cells of these columns; those over several columns span fewer."""
    kept = row
    for column, span, cell in reversed([*_cells(row)]):
        gone = len(empty.intersection(range(column, column + span)))
        if gone:
            fewer = cell[0].replace(f' colspan="{span}"', f' colspan="{span - gone}"', 1)
            kept = kept[: cell.start()] + fewer * (span > gone) + kept[cell.end() :]
    return kept


def _cells(row: str) -> Iterator[tuple[int, int, re.Match[str]]]:
    """Each cell with its first column and the number of its columns."""
    column = 0
    for cell in _CELL.finditer(row):
        found = _SPAN.search(cell[2])
        span = int(found[1]) if found else 1
        yield column, span, cell
        column += span
