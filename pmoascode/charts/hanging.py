"""The layout of an organisation chart: trees whose branches hang in a few columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pmoascode.charts.text import wrapped

EDGE = 3.0  # around everything, so that thick borders lie within the drawing
COLUMNS = 4
COLUMN, GAP = 208.0, 14.0  # width of a column, and between two
INDENT, DEEPEST = 16.0, 5  # of each level within a column; deeper ones are indented no further
LEADING, PADDING = 17.0, 8.0
BELOW = 12.0  # between two boxes of a column
TRUNK = 18.0  # from a root down to the line that joins its columns, and on to the boxes
_MOST = {"title": 4, "holder": 2, "note": 2}  # lines of each in a box

Kind = Literal["post", "vacant", "unit"]
Row = tuple[Literal["title", "holder", "note"], str]  # what a line says, and its text


@dataclass(frozen=True, slots=True)
class Member:
    """One box of the chart, in the order in which a reader meets them."""

    title: str
    holder: str = ""  # what readers may see of the person
    note: str = ""  # such as the unit
    depth: int = 0  # 0 for a root
    href: str = ""
    kind: Kind = "post"
    is_pmo: bool = False
    is_on_line: bool = False  # the PMO answers to it
    speaks_for_pmo: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A box that has found its place."""

    member: Member
    rows: tuple[Row, ...]
    x: float
    y: float
    width: float
    depth: int  # 0 for a root
    above: int | None  # the index of the box that it hangs below; None for a root

    @property
    def height(self) -> float:
        """From its top to its bottom."""
        return _height(self.rows)

    @property
    def middle(self) -> float:
        """Where its line comes in."""
        return self.y + self.height / 2

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height


def rows(member: Member, width: float) -> tuple[Row, ...]:
    """The lines of text in a box of the width."""
    room = width - 2 * PADDING
    title = wrapped(member.title, room, lines=_MOST["title"], bold=True) or ("",)
    found: list[Row] = [("title", text) for text in title]
    found += [("holder", text) for text in wrapped(member.holder, room, lines=_MOST["holder"])]
    found += [("note", text) for text in wrapped(member.note, room, lines=_MOST["note"])]
    return tuple(found)


def _height(lines: Sequence[Row]) -> float:
    return 2 * PADDING + LEADING * len(lines) - 4


def placed(members: Sequence[Member]) -> tuple[tuple[Placed, ...], float]:
    """Every box in its place, and the height of them all.

    Trees stand one below the other. Roots with nothing below them share rows at the end.
    """
    trees = _trees(members)
    found: list[Placed] = []
    y = EDGE
    for tree in trees:
        if len(tree) > 1:
            y = _tree(members, tree, found, y) + 2 * TRUNK
    alone = [tree[0] for tree in trees if len(tree) == 1]
    for first in range(0, len(alone), COLUMNS):
        row = alone[first : first + COLUMNS]
        y = _row(members, row, found, y) + BELOW
    return tuple(found), max((each.bottom for each in found), default=0.0)


def left(column: int) -> float:
    """The left edge of a column."""
    return EDGE + column * (COLUMN + GAP)


def _trees(members: Sequence[Member]) -> list[list[int]]:
    """The indices of the members, a list for each root and all below it."""
    trees: list[list[int]] = []
    for index, member in enumerate(members):
        if member.depth == 0 or not trees:
            trees.append([])
        trees[-1].append(index)
    return trees


def _row(members: Sequence[Member], row: list[int], found: list[Placed], y: float) -> float:
    for column, index in enumerate(row):
        member = members[index]
        found.append(Placed(member, rows(member, COLUMN), left(column), y, COLUMN, 0, None))
    return max(each.bottom for each in found[-len(row) :])


def _tree(members: Sequence[Member], tree: list[int], found: list[Placed], y: float) -> float:
    root = len(found)
    columns = _columns(members, tree[1:])
    wide = left(len(columns)) - GAP
    member = members[tree[0]]
    x = EDGE + (wide - EDGE - COLUMN) / 2
    found.append(Placed(member, rows(member, COLUMN), x, y, COLUMN, 0, None))
    top = found[root].bottom + 2 * TRUNK
    for number, column in enumerate(columns):
        _column(members, column, found, (left(number), top), root)
    return max(each.bottom for each in found[root:])


def _column(
    members: Sequence[Member],
    column: list[int],
    found: list[Placed],
    at: tuple[float, float],
    root: int,
) -> None:
    """The members of one column, each below and to the right of the one that it hangs from."""
    x, y = at
    over = [root]  # the index of the box above, for each depth
    for index in column:
        member = members[index]
        depth = min(max(member.depth, 1), len(over))
        indent = INDENT * min(depth, DEEPEST)
        width = COLUMN - indent
        above = over[depth - 1]
        each = Placed(member, rows(member, width), x + indent, y, width, depth, above)
        del over[depth:]
        over.append(len(found))
        found.append(each)
        y = each.bottom + BELOW


def _columns(members: Sequence[Member], below: list[int]) -> list[list[int]]:
    """The branches below a root, in their order, on columns of about the same height."""
    branches: list[list[int]] = []
    for index in below:
        if members[index].depth <= 1 or not branches:
            branches.append([])
        branches[-1].append(index)
    heights = [sum(_taken(members[index]) for index in branch) for branch in branches]
    count = min(COLUMNS, len(branches))
    columns: list[list[int]] = [[]]
    filled, rest = 0.0, sum(heights)
    for number, (branch, high) in enumerate(zip(branches, heights, strict=True)):
        open_columns = count - len(columns) + 1
        is_due = filled and filled + high / 2 > (filled + rest) / open_columns
        must = len(branches) - number <= count - len(columns)
        if columns[-1] and len(columns) < count and (is_due or must):
            columns.append([])
            filled = 0.0
        columns[-1] += branch
        filled += high
        rest -= high
    return columns


def _taken(member: Member) -> float:
    indent = INDENT * min(max(member.depth, 1), DEEPEST)
    return _height(rows(member, COLUMN - indent)) + BELOW
