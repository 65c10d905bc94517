"""Drawings on paper: letters of six points or more, parts that fit on a sheet and cut no text."""

import re
from itertools import pairwise
from xml.etree.ElementTree import Element

import pytest

from pmoascode.charts.text import SIZE

from .boxes import SVG, boxes, parsed, parts, view
from .cases import CASES

_WIDE, _HIGH = 703, 900  # of A4 within its margins and below a heading, in pixels
_BROAD = 964  # wide is Letter on its side
_PAIRED = 466  # wide is each of two on broad Letter
_LEAST = 8  # pixels are six points
_FULL = 0.75 * 1.25  # print.css, and what a drawing is enlarged by
_TOO_WIDE = {"lattice-wide"}  # thirty-two roles beside each other


def _scale(svg: Element, wide: int = _WIDE) -> float:
    return min(_FULL, wide / view(svg)[0])


@pytest.mark.parametrize("name", sorted(set(CASES) - _TOO_WIDE))
def test_letters_can_be_read(name: str) -> None:
    drawn = CASES[name]()
    svg = parsed(drawn)
    scale = _scale(svg, _BROAD if 'class="chart-scroll pmo-broad"' in drawn else _WIDE)
    sizes = [float(text.attrib["font-size"]) for text in svg.iter(f"{SVG}text")]
    assert all(size * scale >= _LEAST for size in sizes)


@pytest.mark.parametrize("name", sorted(CASES))
def test_no_part_is_higher_than_a_sheet(name: str) -> None:
    drawn = CASES[name]()
    svg = parsed(drawn)
    for top, bottom in parts(drawn) or [(0, view(svg)[1])]:
        assert (bottom - top) * _scale(svg) <= _HIGH


@pytest.mark.parametrize("name", sorted(CASES))
def test_parts_are_the_whole_and_cut_no_text(name: str) -> None:
    drawn = CASES[name]()
    svg, found = parsed(drawn), parts(drawn)
    ends = [end for part in found for end in part]
    assert ends[:1] + ends[-1:] == ([0, view(svg)[1]] if found else [])
    cuts = [after for _, after in found[:-1]]
    assert cuts == [before for before, _ in found[1:]]
    assert [box.text for box in boxes(svg) for cut in cuts if box.top < cut < box.bottom] == []


def test_high_drawings_have_parts() -> None:
    parted = {name for name in CASES if parts(CASES[name]())}
    assert {"roadmap-sixty-projects", "links-sixty", "variance-sixty"} <= parted
    assert "roadmap-programmes" not in parted


def test_each_part_is_taken_from_the_whole() -> None:
    drawn = CASES["links-sixty"]()
    whole = re.search(r'<g id="([^"]+)"', drawn)
    assert whole
    asked = re.findall(r'<use href="#([^"]+)"', drawn)
    assert asked == [whole[1]] * len(parts(drawn))
    assert all(above < below for above, below in pairwise(top for top, _ in parts(drawn)))


def test_drawings_in_pairs_can_be_read() -> None:
    svg = parsed(CASES["trend-four"]())
    assert _PAIRED / view(svg)[0] * SIZE >= _LEAST
