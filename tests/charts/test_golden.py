"""Each case against its golden file, and what must hold of every one."""

import re
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest

from .boxes import boxes, extremes, parsed, view
from .cases import CASES

_FILES = Path(__file__).parent / "golden"


@pytest.mark.parametrize("name", sorted(CASES))
def test_is_drawn_as_before(name: str, golden: Callable[[str, str], None]) -> None:
    golden(name, CASES[name]())


@pytest.mark.parametrize("name", sorted(CASES))
def test_no_label_overlaps_another(name: str) -> None:
    pairs = combinations(boxes(parsed(CASES[name]())), 2)
    assert [(a.text, b.text) for a, b in pairs if a.overlaps(b)] == []


@pytest.mark.parametrize("name", sorted(CASES))
def test_everything_lies_within_the_drawing(name: str) -> None:
    svg = parsed(CASES[name]())
    wide, high = view(svg)
    corners = [(box.left, box.top) for box in boxes(svg)] + extremes(svg)
    corners += [(box.right, box.bottom) for box in boxes(svg)]
    assert [at for at in corners if not (0 <= at[0] <= wide and 0 <= at[1] <= high)] == []


@pytest.mark.parametrize("name", sorted(CASES))
def test_is_named_for_screen_readers(name: str) -> None:
    svg = parsed(CASES[name]())
    names = svg.attrib["aria-labelledby"].split()
    texts = {node.attrib["id"]: node.text for node in svg.iter() if "id" in node.attrib}
    assert [bool(texts[name]) for name in names] == [True, True]
    has_links = any(node.tag.endswith("}a") for node in svg.iter())
    assert svg.attrib["role"] == ("group" if has_links else "img")


@pytest.mark.parametrize("name", sorted(CASES))
def test_text_is_never_below_eleven_pixels(name: str) -> None:
    markup = CASES[name]()
    svg = parsed(markup)
    floor = re.search(r'class="chart-least" width="(\d+)"', markup)
    least = float(floor[1] if floor else svg.attrib["width"])
    assert floor or svg.attrib["class"] == "chart-inline"  # one that never shrinks
    sizes = [float(node.attrib["font-size"]) for node in svg.iter() if node.tag.endswith("}text")]
    assert all(size * least / view(svg)[0] >= 11 for size in sizes)


@pytest.mark.parametrize("name", sorted(CASES))
def test_colours_are_variables(name: str) -> None:
    svg = parsed(CASES[name]())
    used = {
        node.attrib[key] for node in svg.iter() for key in ("fill", "stroke") if key in node.attrib
    }
    assert {colour for colour in used if not colour.startswith("var(--pmo-")} <= {"none"}


def test_every_golden_file_has_its_case() -> None:
    assert {file.stem for file in _FILES.glob("*.svg")} == set(CASES)
