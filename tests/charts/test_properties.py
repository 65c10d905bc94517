"""What must hold of charts of any data."""

from datetime import date
from decimal import Decimal
from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from pmoascode.charts.bar import Money, bar
from pmoascode.charts.bubble import Bubble, bubble
from pmoascode.charts.curves import Curve, curves
from pmoascode.charts.hanging import COLUMNS, Member, left, placed
from pmoascode.charts.heatmap import Risk, heatmap
from pmoascode.charts.organisation import organisation
from pmoascode.charts.overview import overview
from pmoascode.charts.plan import Group, Mark, Row, Span
from pmoascode.charts.ribbon import Row as Ratings
from pmoascode.charts.ribbon import ribbon
from pmoascode.charts.roadmap import roadmap
from pmoascode.charts.spark import spark
from pmoascode.charts.spread import spread
from pmoascode.charts.text import shortened, width, wrapped
from pmoascode.charts.trend import Line, trend
from pmoascode.charts.variance import Difference, variance

from .boxes import boxes, extremes, parsed, view

_text = st.text(max_size=90)
_near = st.dates(date(2020, 1, 1), date(2030, 1, 1))
_day = st.one_of(_near, st.dates())
_maybe = st.none() | _day
_state = st.sampled_from(("done", "current", "planned"))
_kind = st.sampled_from(("milestone", "gate"))
_rating = st.sampled_from(("green", "amber", "red", "grey", "blue"))
_mark = st.builds(Mark, _text, _kind, _maybe, _maybe, _maybe)
_span = st.builds(Span, _text, _day, _day, _state)


def _few(items: st.SearchStrategy[object], most: int = 4) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(items, max_size=most).map(tuple)


_row = st.builds(Row, _text, _text, _rating, _maybe, _maybe, _maybe, _few(_span), _few(_mark, 8))
_group = st.builds(Group, _text, _text, _few(_row, 3))
_points = st.lists(st.tuples(_near, _near), max_size=5).map(tuple)
_money = st.none() | st.decimals(allow_nan=True, allow_infinity=True)


def holds(markup: str) -> None:
    """Valid XML; nothing outside the drawing; no label upon another."""
    svg = parsed(markup)
    wide, high = view(svg)
    found = boxes(svg)
    corners = [(box.left, box.top) for box in found] + [(box.right, box.bottom) for box in found]
    for x, y in corners + extremes(svg):
        assert -0.1 <= x <= wide + 0.1
        assert -0.1 <= y <= high + 0.1
    assert [(a.text, b.text) for a, b in combinations(found, 2) if a.overlaps(b)] == []


_bubble = st.builds(
    Bubble,
    _text,
    st.decimals(-5, 5, places=1) | st.decimals(allow_nan=True, allow_infinity=True),
    st.none() | st.integers(1, 25),
    st.decimals(0, 10**9) | st.decimals(allow_nan=True, allow_infinity=True),
    _rating,
    st.sampled_from((None, True, False)),
)


@settings(max_examples=80, deadline=None)
@given(st.lists(_bubble, max_size=60))
def test_bubbles_of_any_figures(given_: list[Bubble]) -> None:
    holds(bubble(given_, "b", "Score, risk and cost", "EUR"))


@settings(max_examples=60, deadline=None)
@given(st.lists(_group, max_size=3), _day)
def test_roadmap(groups: list[Group], today: date) -> None:
    drawn = roadmap(groups, today, "r")
    holds(drawn)
    assert drawn == roadmap(groups, today, "r")


@settings(max_examples=60, deadline=None)
@given(st.lists(_group, max_size=3), _day)
def test_overview(groups: list[Group], today: date) -> None:
    holds(overview(groups, today, "o"))


@settings(max_examples=50, deadline=None)
@given(st.lists(st.builds(Line, _text, _points, st.none() | _near), max_size=12))
def test_trend(lines: list[Line]) -> None:
    holds(trend(lines, "t"))


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.builds(Ratings, _text, _few(st.none() | _rating, 9)), max_size=4),
    st.lists(_text | st.from_regex(r"20[0-9]{2}-(0[1-9]|w[0-9]{2})", fullmatch=True), max_size=9),
)
def test_ribbon(rows: list[Ratings], periods: list[str]) -> None:
    holds(ribbon(rows, periods, "h"))


_number = st.decimals(allow_nan=True, allow_infinity=True)
_course = st.lists(st.tuples(_near, _number), max_size=6).map(tuple)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.builds(Curve, _text, _course, st.booleans()), max_size=4), _near, _text)
def test_curves(given: list[Curve], today: date, unit: str) -> None:
    holds(curves(given, today, "c", "Money", unit[:4]))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.builds(Difference, _text, _number), max_size=9))
def test_variance(rows: list[Difference]) -> None:
    holds(variance(rows, "v", "Variance"))


@settings(max_examples=50, deadline=None)
@given(st.lists(st.builds(Risk, _text, _text, st.integers(0, 6), st.integers(0, 6)), max_size=9))
def test_heatmap(risks: list[Risk]) -> None:
    holds(heatmap(risks, "m"))


@settings(max_examples=80, deadline=None)
@given(st.builds(Money, _text, _money, _money, _money, st.decimals(), _text))
def test_bar(money: Money) -> None:
    holds(bar(money, "b"))
    holds(bar(money, "b", "large"))


@settings(max_examples=80, deadline=None)
@given(st.lists(st.none() | st.floats() | st.integers() | st.decimals(), max_size=20))
def test_spark(values: list[float | Decimal | None]) -> None:
    holds(spark(values, "s"))


_member = st.builds(
    Member,
    _text,
    _text,
    _text,
    st.integers(0, 9),
    _text,
    st.sampled_from(("post", "vacant", "unit")),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)


@settings(max_examples=80, deadline=None)
@given(st.lists(_member, max_size=40))
def test_organisation(members: list[Member]) -> None:
    holds(organisation(members, "o"))
    boxes, high = placed(members)
    assert sorted(map(repr, (box.member for box in boxes))) == sorted(map(repr, members))
    for one, other in combinations(boxes, 2):
        beside = one.x + one.width <= other.x or other.x + other.width <= one.x
        assert beside or one.bottom <= other.y or other.bottom <= one.y
    assert all(box.bottom <= high and box.x + box.width <= left(COLUMNS) for box in boxes)


@given(st.lists(st.floats(0, 500), max_size=20))
def test_spread_keeps_the_gap_and_the_order(wanted: list[float]) -> None:
    found = spread(wanted, 18, 0, 500)
    ordered = sorted(found)
    assert all(b - a >= 17.999 for a, b in pairwise(ordered))
    assert all(-0.001 <= at <= 500.001 for at in found)
    order = sorted(range(len(wanted)), key=lambda index: (wanted[index], index))
    assert [found[index] for index in order] == ordered


@given(_text, st.floats(0, 300))
def test_text_fits_its_room(text: str, room: float) -> None:
    assert width(shortened(text, room)) <= room
    assert all(width(line) <= room for line in wrapped(text, room))
    assert len(wrapped(text, room)) <= 2
