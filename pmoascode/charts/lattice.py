"""The career lattice: roles in the rows of their stages, and the steps between them, upwards."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from markupsafe import Markup

from pmoascode.charts.layering import Edge, Layered, layered, row_numbers
from pmoascode.charts.legend import Sign, legend
from pmoascode.charts.paint import ACCENT, INK, MUTED, SURFACE
from pmoascode.charts.svg import (
    element,
    figure,
    ground,
    kept,
    label,
    line,
    linked,
    number,
    path,
    titled,
)
from pmoascode.charts.text import shortened, wrapped

_MARGIN = 112.0  # the names of the stages
_BOX, _LEADING, _LINE = 172.0, 16.0, 13.0
_GAP, _BETWEEN = 16.0, 46.0  # between boxes of a row, and between rows
_TIP = 7.0  # of an arrow
_LEAST = 412.0  # width of the whole, which a phone shows


@dataclass(frozen=True, slots=True)
class Node:
    """One role."""

    id: str
    title: str
    stage: int  # index of its stage, the lowest 0
    note: str = ""
    href: str = ""
    is_entry: bool = False  # a career can begin here


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the rows and the boxes stand."""

    graph: Layered
    nodes: dict[str, Node]
    tops: tuple[float, ...]  # of each row, the lowest row first
    heights: tuple[float, ...]
    height: float

    def middle(self, place: str) -> float:
        """Across."""
        return _MARGIN + _GAP + self.graph.x[place]

    def row(self, place: str) -> int:
        """The number of its row."""
        return self.graph.row_of[place]

    @property
    def width(self) -> float:
        """Of the whole drawing."""
        return max(_LEAST, _MARGIN + self.graph.width + 2 * _GAP)


def lattice(
    nodes: Sequence[Node], edges: Sequence[Edge], stages: Sequence[str], ids: str
) -> Markup:
    """The roles, the lowest stage at the foot; `ids` is unique on the page."""
    frame = _frame(nodes, edges)
    bands = _bands(frame)
    return figure(
        ids,
        "Careers",
        _description(nodes, frame, stages),
        (frame.width, frame.height),
        *(_band(*band, frame.width) for band in bands),
        *(_step(frame, edge) for edge in frame.graph.ways),
        *(_box(frame, node) for node in nodes),
        kept(*(_stage(*band, stages) for band in bands)),
        *([] if nodes else [label("No role has a stage of a career", 4, 24, fill=MUTED)]),
        legend=legend(_legend(nodes) if nodes else ()),
        cuts=sorted(top for _, top, _ in bands),
    )


def _frame(nodes: Sequence[Node], edges: Sequence[Edge]) -> _Frame:
    known = {node.id: node for node in nodes}
    inside = [edge for edge in edges if edge[0] in known and edge[1] in known]
    numbers = row_numbers({node.id: node.stage for node in nodes}, inside)
    graph = layered(numbers, inside, dict.fromkeys(known, _BOX), _GAP)
    heights = tuple(max(map(_height, (known[p] for p in row if p in known))) for row in graph.rows)
    tops, top = [], _BETWEEN / 2
    for height in reversed(heights):  # the highest row is drawn first
        tops.append(top)
        top += height + _BETWEEN
    return _Frame(graph, known, tuple(reversed(tops)), heights, max(top - _BETWEEN / 2, 40.0))


def _height(node: Node) -> float:
    return 14 + _LEADING * len(_lines(node)) + (_LEADING if node.note else 0)


def _lines(node: Node) -> tuple[str, ...]:
    return wrapped(node.title, _BOX - 20, _LINE, lines=3, bold=True)


def _bands(frame: _Frame) -> tuple[tuple[int, float, float], ...]:
    """Each stage with its top and bottom."""
    rows: dict[int, list[int]] = {}
    for place, node in frame.nodes.items():
        rows.setdefault(node.stage, []).append(frame.row(place))
    return tuple(
        (
            stage,
            frame.tops[max(numbers)] - _BETWEEN / 2,
            frame.tops[min(numbers)] + frame.heights[min(numbers)] + _BETWEEN / 2,
        )
        for stage, numbers in sorted(rows.items())
    )


def _band(stage: int, top: float, bottom: float, wide: float) -> Markup:
    """A shade for every second stage."""
    if stage % 2:
        return Markup("")
    return element(
        "rect", x=0, y=top, width=wide, height=bottom - top, fill=MUTED, fill_opacity=0.08
    )


def _stage(stage: int, top: float, bottom: float, stages: Sequence[str]) -> Markup:
    """The name beside the band, on the band's shade."""
    wide, y = _MARGIN - 6, (top + bottom) / 2 + 5
    name = label(shortened(stages[stage], wide - 8, bold=True), 8, y, fill=MUTED, bold=True)
    return ground(wide, bottom - top, top) + _band(stage, top, bottom, wide) + name


def _box(frame: _Frame, node: Node) -> Markup:
    row, x = frame.row(node.id), frame.middle(node.id)
    height = _height(node)
    top = frame.tops[row] + (frame.heights[row] - height) / 2
    box = element(
        "rect",
        x=x - _BOX / 2,
        y=top,
        width=_BOX,
        height=height,
        rx=5,
        fill=SURFACE,
        stroke=ACCENT if node.is_entry else INK,
        stroke_width=2.5 if node.is_entry else 1.25,
    )
    texts = [
        label(text, x, top + 21 + _LEADING * index, anchor="middle", bold=True)
        for index, text in enumerate(_lines(node))
    ]
    if node.note:
        said = shortened(node.note, _BOX - 12)
        texts.append(label(said, x, top + height - 10, fill=MUTED, anchor="middle"))
    whole = f"{node.title}{', ' if node.note else ''}{node.note}"
    return titled(whole, box, linked(node.href, *texts))


def _step(frame: _Frame, edge: Edge) -> Markup:
    """A line from the upper edge of one box, through the threads, to the lower edge of another."""
    way = frame.graph.ways[edge]
    points = [(_port(frame, edge, leaves=True), _top(frame, way[0]))]
    for thread in way[1:-1]:
        row, x = frame.row(thread), frame.middle(thread)
        points += [(x, frame.tops[row] + frame.heights[row]), (x, frame.tops[row])]
    x, y = _port(frame, edge, leaves=False), _bottom(frame, way[-1])
    points.append((x, y + _TIP))
    steps = [f"M{number(points[0][0])} {number(points[0][1])}"]
    for (x1, y1), (x2, y2) in pairwise(points):
        half = (y1 + y2) / 2
        curve = (x1, half, x2, half, x2, y2)
        steps.append("C" + " ".join(map(number, curve)) if x1 != x2 else f"V{number(y2)}")
    tip = path([(x, y), (x - _TIP * 0.6, y + _TIP), (x + _TIP * 0.6, y + _TIP)], closed=True)
    stem = element("path", d="".join(steps), fill="none", stroke=MUTED, stroke_width=1.5)
    title = f"{frame.nodes[edge[0]].title} to {frame.nodes[edge[1]].title}"
    return titled(title, stem, element("path", d=tip, fill=MUTED))


def _top(frame: _Frame, place: str) -> float:
    row = frame.row(place)
    return frame.tops[row] + (frame.heights[row] - _height(frame.nodes[place])) / 2


def _bottom(frame: _Frame, place: str) -> float:
    return _top(frame, place) + _height(frame.nodes[place])


def _port(frame: _Frame, edge: Edge, *, leaves: bool) -> float:
    """Where on the box's edge the line begins or ends: beside the others, in their order."""
    ways, place = frame.graph.ways, edge[0] if leaves else edge[1]
    own = [e for e in ways if (e[0] if leaves else e[1]) == place]
    own.sort(key=lambda e: (frame.graph.x[ways[e][1 if leaves else -2]], e))
    spread = min(26.0, (_BOX - 40) / len(own))
    return frame.middle(place) + spread * (own.index(edge) - (len(own) - 1) / 2)


def _legend(nodes: Sequence[Node]) -> tuple[tuple[Sign, str], ...]:
    entry = [(partial(_sign, ACCENT, 2.5), "a career can begin here")]
    return (
        *(entry if any(node.is_entry for node in nodes) else []),
        (_arrow, "can lead to"),
    )


def _sign(stroke: str, weight: float, x: float, y: float) -> Markup:
    return element(
        "rect", x=x - 11, y=y - 7, width=22, height=14, rx=3, fill=SURFACE, stroke=stroke,
        stroke_width=weight,
    )  # fmt: skip


def _arrow(x: float, y: float) -> Markup:
    stem = line(x - 11, y, x + 5, y, stroke=MUTED, weight=1.5)
    tip = path([(x + 11, y), (x + 4, y - 4), (x + 4, y + 4)], closed=True)
    return stem + element("path", d=tip, fill=MUTED)


def _description(nodes: Sequence[Node], frame: _Frame, stages: Sequence[str]) -> str:
    by_stage = [(name, sum(node.stage == i for node in nodes)) for i, name in enumerate(stages)]
    counted = ", ".join(f"{amount} {name.lower()}" for name, amount in by_stage if amount)
    roles = f"{len(nodes)} {'role' if len(nodes) == 1 else 'roles'}"
    steps = len(frame.graph.ways)
    return f"{roles} ({counted or 'none'}), {steps} {'step' if steps == 1 else 'steps'} upwards."
