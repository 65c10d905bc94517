"""A graph in rows: who stands in which row, in which order, where, and by which way lines go.

After K. Sugiyama, S. Tagawa and M. Toda, "Methods for visual understanding of hierarchical system
structures" (1981): a line over several rows has a place of its own in each, so that it never runs
behind a box; the order follows the neighbours' middle while that takes crossings away.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

Edge = tuple[str, str]  # from a lower row to a higher one
Order = list[list[str]]  # the places of each row from left to right, the lowest row first

_SWEEPS = 8
_ROUNDS = 24
_THREAD = "\N{RIGHTWARDS ARROW}"  # begins the name of a place that holds a line alone


@dataclass(frozen=True, slots=True)
class Layered:
    """Rows of places, and for each edge the places that it goes through."""

    rows: tuple[tuple[str, ...], ...]  # the lowest first
    row_of: Mapping[str, int]
    ways: Mapping[Edge, tuple[str, ...]]  # from, the threads between, to
    x: Mapping[str, float]  # the middle of each place
    width: float


def is_thread(place: str) -> bool:
    """Whether the place holds a line and no box."""
    return place.startswith(_THREAD)


def row_numbers(bands: Mapping[str, int], edges: Iterable[Edge]) -> dict[str, int]:
    """The row of each node: by its band, and in a band above those that lead to it.

    Edges that lead down, or back in a circle, move nobody.
    """
    inside = sorted(e for e in set(edges) if e[0] != e[1] and bands[e[0]] == bands[e[1]])
    depth = dict.fromkeys(bands, 0)
    for _ in bands:  # no path is longer; a circle ends here
        moved = {to: max(depth[to], depth[from_] + 1) for from_, to in inside}
        if not any(depth[to] < d <= len(bands) for to, d in moved.items()):
            break
        depth |= {to: min(max(depth[to], d), len(bands)) for to, d in moved.items()}
    kept = _rows_in_use({node: (bands[node], depth[node]) for node in bands})
    return {node: kept[bands[node], depth[node]] for node in bands}


def _rows_in_use(places: Mapping[str, tuple[int, int]]) -> dict[tuple[int, int], int]:
    return {place: number for number, place in enumerate(sorted(set(places.values())))}


def layered(
    numbers: Mapping[str, int], edges: Iterable[Edge], widths: Mapping[str, float], gap: float
) -> Layered:
    """The nodes in their rows; edges that do not lead up are left out."""
    ways = {edge: _way(edge, numbers) for edge in sorted(set(edges)) if _leads_up(edge, numbers)}
    row_of = dict(numbers) | {
        thread: numbers[way[0]] + step
        for way in ways.values()
        for step, thread in enumerate(way[1:-1], start=1)
    }
    rows: Order = [[] for _ in range(max(row_of.values(), default=-1) + 1)]
    for place in sorted(row_of):
        rows[row_of[place]].append(place)
    links = [link for way in ways.values() for link in pairwise(way)]
    rows = _with_fewest_crossings(rows, links)
    x = _placed(rows, links, widths, gap)
    right = max((x[place] + widths.get(place, gap) / 2 for place in x), default=0)
    return Layered(tuple(map(tuple, rows)), row_of, ways, x, right)


def _leads_up(edge: Edge, numbers: Mapping[str, int]) -> bool:
    return numbers[edge[0]] < numbers[edge[1]]


def _way(edge: Edge, numbers: Mapping[str, int]) -> tuple[str, ...]:
    between = range(numbers[edge[0]] + 1, numbers[edge[1]])
    return (edge[0], *(f"{_THREAD}{edge[0]} {edge[1]} {row}" for row in between), edge[1])


def _with_fewest_crossings(rows: Order, links: Sequence[Edge]) -> Order:
    best, fewest = rows, _crossings(rows, links)
    for sweep in range(_SWEEPS):
        rows = _swept(rows, links, upwards=sweep % 2 == 0)
        number = _crossings(rows, links)
        if number < fewest:
            best, fewest = rows, number
    return best


def _swept(rows: Order, links: Sequence[Edge], *, upwards: bool) -> Order:
    """Each row in the order of the middle of its neighbours in the row before."""
    swept = [list(row) for row in rows]
    numbers = range(1, len(rows)) if upwards else range(len(rows) - 2, -1, -1)
    for number in numbers:
        fixed = swept[number - 1 if upwards else number + 1]
        at = {place: index for index, place in enumerate(fixed)}
        middles = {}
        for index, place in enumerate(swept[number]):
            near = [at[n] for n in _neighbours(place, links) if n in at]
            middles[place] = sum(near) / len(near) if near else index
        swept[number].sort(key=lambda place: (middles[place], place))
    return swept


def _neighbours(place: str, links: Sequence[Edge]) -> list[str]:
    found = [to for from_, to in links if from_ == place]
    return found + [from_ for from_, to in links if to == place]


def _crossings(rows: Order, links: Sequence[Edge]) -> int:
    at = {place: index for row in rows for index, place in enumerate(row)}
    row_of = {place: number for number, row in enumerate(rows) for place in row}
    spans: dict[int, list[tuple[int, int]]] = {}
    for from_, to in links:
        spans.setdefault(row_of[from_], []).append((at[from_], at[to]))
    pairs = (pair for row in spans.values() for pair in combinations(row, 2))
    return sum((a[0] - b[0]) * (a[1] - b[1]) < 0 for a, b in pairs)


def _placed(
    rows: Order, links: Sequence[Edge], widths: Mapping[str, float], gap: float
) -> dict[str, float]:
    """The middle of each place: near its neighbours, in the order of the row, without overlap."""
    room = {p: widths.get(p, gap) for row in rows for p in row}
    x = {}
    for row in rows:
        left = 0.0
        for place in row:
            x[place] = left + room[place] / 2
            left += room[place] + gap
    near = {place: _neighbours(place, links) for place in x}
    for _ in range(_ROUNDS):
        for row in (*rows, *rows[-2::-1]):
            _pull(row, near, x, room, gap)
    least = min((x[p] - room[p] / 2 for p in x), default=0.0)
    return {place: middle - least for place, middle in x.items()}


def _pull(
    row: Sequence[str],
    near: Mapping[str, Sequence[str]],
    x: dict[str, float],
    room: Mapping[str, float],
    gap: float,
) -> None:
    """Moves the places of the row to the middle of their neighbours, as far as there is room."""
    wanted = [
        sum(x[n] for n in near[place]) / len(near[place]) if near[place] else x[place]
        for place in row
    ]
    apart = [(room[a] + room[b]) / 2 + gap for a, b in pairwise(row)]
    from_left, from_right = list(wanted), list(wanted)
    for i, least in enumerate(apart):
        from_left[i + 1] = max(wanted[i + 1], from_left[i] + least)
    for i, least in reversed(list(enumerate(apart))):
        from_right[i] = min(wanted[i], from_right[i + 1] - least)
    for place, one, other in zip(row, from_left, from_right, strict=True):
        x[place] = (one + other) / 2  # both keep the distances, so their middle does
