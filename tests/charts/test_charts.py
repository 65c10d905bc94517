"""Single facts of the charts: escaping, states of a mark, words, ticks."""

from datetime import date
from decimal import Decimal
from xml.etree.ElementTree import fromstring

import pytest
from markupsafe import Markup

from pmoascode.charts import timeline
from pmoascode.charts.bar import Money
from pmoascode.charts.bubble import bubble
from pmoascode.charts.figures import amount, share
from pmoascode.charts.levels import levels
from pmoascode.charts.marks import told
from pmoascode.charts.plan import Mark
from pmoascode.charts.svg import element, linked, number
from pmoascode.charts.text import wrapped
from pmoascode.charts.trend import Line

from .boxes import boxes, parsed
from .bubbles import BUBBLES, SOME
from .cases import CASES, HOSTILE

APRIL, MAY = date(2027, 4, 2), date(2027, 5, 2)


@pytest.mark.parametrize(
    "name", ["roadmap-hostile", "ribbon-words", "heatmap-full", "bar-large-huge"]
)
def test_hostile_names_stay_text(name: str) -> None:
    drawn = CASES[name]()
    assert "<script" not in drawn
    assert "<b>" not in drawn
    assert "javascript:" not in drawn


def test_attributes_are_escaped_even_where_markup_is_passed() -> None:
    assert element("g", id=Markup('"><b>')) == '<g id="&#34;&gt;&lt;b&gt;"/>'
    assert element("title", HOSTILE).count("<") == 2


@pytest.mark.parametrize(
    ("href", "kept"),
    [
        ("../projects/apollo/", True),
        ("https://example.org/a:b", True),
        ("#risk", True),
        ("javascript:alert(1)", False),
        ("JAVA\nSCRIPT:alert(1)", False),
        (" data:text/html,x", False),
        ("", False),
    ],
)
def test_only_web_and_relative_addresses_become_links(href: str, kept: bool) -> None:
    assert linked(href, "x").startswith("<a ") is kept


@pytest.mark.parametrize(
    ("value", "shown"), [(1.0, "1"), (100, "100"), (-0.001, "0"), (2.345, "2.35"), (-2.5, "-2.5")]
)
def test_number(value: float, shown: str) -> None:
    assert number(value) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0, "0"), (40, "40"), (0.5, "0.50"), (999, "999"), (999.9, "1.00 k"), (84000, "84.0 k"),
        (1250000, "1.25 M"), (999999, "1.00 M"), (-400000, "\N{MINUS SIGN}400 k"),
        (Decimal("1e41"), "1.00e+41"),
    ],
)  # fmt: skip
def test_amount(value: float | Decimal, shown: str) -> None:
    assert amount(value) == shown


def test_share() -> None:
    assert share(Decimal("0.04")) == "+4.0 %"


@pytest.mark.parametrize(
    ("budget", "forecast", "said"),
    [
        (100, 100, "within budget"),
        (100, 105, "within tolerance"),
        (100, 106, "over tolerance"),
        (-100, -95, "within tolerance"),
        (-100, -90, "over tolerance"),
        (0, 5, "over tolerance"),
        (None, 5, "with nothing to compare"),
    ],
)
def test_verdict(budget: int | None, forecast: int, said: str) -> None:
    given = None if budget is None else Decimal(budget)
    assert Money("x", given, Decimal(forecast), None, Decimal("0.05")).verdict[1] == said


@pytest.mark.parametrize(
    ("mark", "said"),
    [
        (Mark("Pilot", "gate"), "Pilot (gate), no date"),
        (
            Mark("Pilot", "milestone", APRIL, MAY),
            "Pilot (milestone), forecast 2 May 2027 (+30 days), baseline 2 Apr 2027",
        ),
        (
            Mark("Pilot", "milestone", APRIL, MAY, APRIL),
            (
                "Pilot (milestone), actual 2 Apr 2027 (on baseline), forecast 2 May 2027, "
                "baseline 2 Apr 2027"
            ),
        ),
    ],
)
def test_a_mark_in_words(mark: Mark, said: str) -> None:
    assert told(mark) == said


@pytest.mark.parametrize(
    ("held", "needed", "wide", "stroke"),
    [(0, 0, None, None), (3, 5, 46.29, 79.14), (7, 0, 108.0, None), (9, 9, 108.0, 110.0)],
)
def test_a_level_is_a_bar_with_a_stroke_at_what_is_needed(
    held: int, needed: int, wide: float | None, stroke: float | None
) -> None:
    svg = fromstring(levels(held, needed))  # noqa: S314 -- our own drawing
    bars = [float(each.attrib["width"]) for each in svg if each.tag.endswith("rect")][1:]
    strokes = [float(each.attrib["x1"]) for each in svg if each.tag.endswith("line")]
    assert (bars, strokes) == ([wide] if wide else [], [stroke] if stroke else [])
    assert svg.attrib["aria-hidden"] == "true"


@pytest.mark.parametrize(
    ("last", "first_ticks"),
    [
        (date(2026, 3, 20), ["Dec", "Jan", "Feb", "Mar"]),
        (date(2028, 6, 1), ["Q4", "Q1", "Q2", "Q3"]),
        (date(2040, 1, 1), []),
    ],
)
def test_ticks_follow_the_span(last: date, first_ticks: list[str]) -> None:
    scale = timeline.axis([date(2026, 1, 2), last], 200, 860)
    assert [text for text, _, _ in timeline.ticks(scale)][:4] == first_ticks


def test_slip_is_counted_from_the_baseline() -> None:
    points = ((date(2026, 2, 1), MAY), (date(2026, 1, 1), APRIL))
    assert Line("Go", points, APRIL).slip == 30
    assert Line("Go", points, MAY).slip == 0
    assert Line("Go", ()).slip is None


def test_long_names_break_between_words() -> None:
    assert wrapped("Apollo claims portal for branches", 130) == (
        "Apollo claims portal",
        "for branches",
    )


@pytest.mark.parametrize("name", ["some", "sixty", "sixty-equal"])
def test_every_bubble_has_the_rank_of_the_table(name: str) -> None:
    known = BUBBLES[name]
    said = [box.text.split()[0] for box in boxes(parsed(bubble(known, "b", "Score")))]
    assert {str(n + 1) for n in range(len(known))} <= set(said)


def test_the_funding_line_lies_between_what_is_reached_and_what_is_not() -> None:
    svg = parsed(bubble(SOME, "b", "Score"))
    circles = [float(each.attrib["cy"]) for each in svg.iter() if each.tag.endswith("circle")]
    dashed = [each for each in svg.iter() if each.attrib.get("stroke-dasharray") == "10 4"]
    heights = sorted(circles[: len(SOME)])
    (at,) = [float(each.attrib["y1"]) for each in dashed]
    assert heights[-2] < at < heights[-1]


@pytest.mark.parametrize("name", ["one", "free-and-negative", "none"])
def test_without_an_envelope_there_is_no_funding_line(name: str) -> None:
    assert "funding line" not in CASES[f"bubble-{name}"]()
