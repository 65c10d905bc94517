"""The word-sized drawings: what they say in words, how high they are, and how little they weigh."""

from xml.etree.ElementTree import fromstring

import pytest

from pmoascode.charts.trace import steps, trace

RATINGS = ("green", "amber", "red", "red", "grey", "green")


def test_ratings_are_told_in_words_oldest_first() -> None:
    svg = fromstring(steps(RATINGS))  # noqa: S314 -- our own drawing
    said = "green, then amber, then 2 times red, then not reported, then green"
    assert svg.attrib["aria-label"] == f"Last 6 reports: {said}"


def test_the_worse_the_higher_whatever_the_colour() -> None:
    svg = fromstring(steps(("green", "amber", "red")))  # noqa: S314 -- our own drawing
    tops = [float(part.attrib["d"].split("h")[0].split()[1]) for part in svg if "d" in part.attrib]
    assert tops == sorted(tops, reverse=True)
    assert len(set(tops)) == 3


@pytest.mark.parametrize("values", [(), (3.0,)])
def test_one_report_has_no_course(values: tuple[float, ...]) -> None:
    assert trace(values, "Forecast") == ""
    assert steps(("red",) * len(values)) == ""


def test_up_is_more_and_a_flat_course_lies_in_the_middle() -> None:
    rising = fromstring(trace((1, 2, 9), "Forecast"))  # noqa: S314 -- our own drawing
    flat = fromstring(trace((5, 5), "Forecast"))  # noqa: S314 -- our own drawing
    assert [float(part.attrib["cy"]) for part in rising if "cy" in part.attrib] == [3.0]
    assert [float(part.attrib["cy"]) for part in flat if "cy" in part.attrib] == [7.0]


def test_a_cell_stays_light() -> None:
    assert len(steps(RATINGS)) < 1000
    assert len(trace(tuple(map(float, range(12))), "Forecast from May to June")) < 700
