"""The career lattice: no line runs behind a box or through a text, whatever the roles."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmoascode.charts.lattice import Node, lattice
from pmoascode.charts.layering import layered, row_numbers

from .boxes import SVG, Box, boxes, parsed
from .lattices import LATTICES, STAGES

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
Point = tuple[float, float]


def rectangles(markup: str) -> list[Box]:
    """The boxes of roles, without their outermost unit and without the legend."""
    svg = parsed(markup)
    titled = [g for g in svg.iter(f"{SVG}g") if g.find(f"{SVG}title") is not None]
    groups = [g for g in titled if g.find(f"{SVG}rect") is not None]
    found = []
    for group in groups:
        rect = group.find(f"{SVG}rect")
        assert rect is not None
        x, y, wide, high = (float(rect.attrib[k]) for k in ("x", "y", "width", "height"))
        found.append(Box(group[0].text or "", x + 1, y + 1, x + wide - 1, y + high - 1))
    return found


def lines(markup: str) -> Iterator[Point]:
    """Points along every line, close enough that none can slip past a letter."""
    for path in parsed(markup).iter(f"{SVG}path"):
        if path.get("fill") == "none":
            yield from _points(path.attrib["d"])


def _points(d: str) -> Iterator[Point]:
    x = y = 0.0
    for letter, text in re.findall(r"([MCV])([^MCV]*)", d):
        n = [float(found) for found in _NUMBER.findall(text)]
        ends = {"M": n, "V": [x, y, x, n[0], x, n[0]], "C": n}[letter]
        if letter != "M":
            yield from (_at(t / 40, (x, y), ends) for t in range(41))
        x, y = ends[-2], ends[-1]


def _at(t: float, start: Point, n: list[float]) -> Point:
    points = [start, (n[0], n[1]), (n[2], n[3]), (n[4], n[5])]
    weights = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3]
    return (
        sum(w * p[0] for w, p in zip(weights, points, strict=True)),
        sum(w * p[1] for w, p in zip(weights, points, strict=True)),
    )


def crossed(markup: str) -> list[str]:
    """What lines run over: texts and boxes."""
    solid = [*boxes(parsed(markup)), *rectangles(markup)]
    return sorted(
        {
            box.text
            for x, y in lines(markup)
            for box in solid
            if box.left < x < box.right and box.top < y < box.bottom
        }
    )


@pytest.mark.parametrize("name", sorted(LATTICES))
def test_no_line_crosses_a_text_or_a_box(name: str) -> None:
    assert crossed(lattice(*LATTICES[name], name)) == []


def test_lines_are_found_by_this_test() -> None:
    assert len(list(lines(lattice(*LATTICES["lattice-whole"], "x")))) > 1000
    assert len(rectangles(lattice(*LATTICES["lattice-whole"], "x"))) == 12


_ROLES = st.lists(st.integers(0, 3), min_size=1, max_size=14)
_STEPS = st.lists(st.tuples(st.integers(0, 13), st.integers(0, 13)), max_size=40)


@settings(max_examples=60, deadline=None)
@given(_ROLES, _STEPS)
def test_whatever_the_roles_no_line_crosses_and_no_box_overlaps(
    stages: list[int], steps: list[tuple[int, int]]
) -> None:
    nodes = [Node(f"r{n}", f"Role {n}", stage, "1 person") for n, stage in enumerate(stages)]
    drawn = lattice(nodes, [(f"r{a}", f"r{b}") for a, b in steps], STAGES, "any")
    found = rectangles(drawn)
    assert crossed(drawn) == []
    assert not any(a.overlaps(b) for a in found for b in found if a is not b)


@pytest.mark.parametrize(
    ("bands", "edges", "rows"),
    [
        ({"a": 0, "b": 0}, [("a", "b")], {"a": 0, "b": 1}),
        ({"a": 0, "b": 2}, [("a", "b")], {"a": 0, "b": 1}),
        ({"a": 1, "b": 0}, [("a", "b")], {"a": 1, "b": 0}),
        ({"a": 0, "b": 0, "c": 1}, [("a", "b")], {"a": 0, "b": 1, "c": 2}),
        ({"a": 0}, [("a", "a")], {"a": 0}),
    ],
)
def test_rows_follow_stages_and_steps(
    bands: dict[str, int], edges: list[tuple[str, str]], rows: dict[str, int]
) -> None:
    assert row_numbers(bands, edges) == rows


def test_a_circle_ends() -> None:
    numbers = row_numbers(dict.fromkeys("abc", 0), [("a", "b"), ("b", "c"), ("c", "a")])
    assert set(numbers) == set("abc")


def test_a_step_over_several_rows_has_a_place_in_each() -> None:
    numbers = {"a": 0, "b": 1, "c": 2}
    found = layered(numbers, [("a", "c"), ("a", "b"), ("b", "c"), ("c", "a")], {}, 10)
    assert set(found.ways) == {("a", "b"), ("a", "c"), ("b", "c")}
    assert len(found.ways["a", "c"]) == 3
    assert len(found.rows[1]) == 2
