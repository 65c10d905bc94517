"""Circles of dependencies are found whatever their length, once each, and only where they are."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmoascode.rules.dependencies.circular_dependency import circular_dependency
from pmoascode.verdict import judge
from tests.rules.offices import office_of

Edge = tuple[int, int]  # the first waits for the second


def found(edges: list[Edge]) -> list[tuple[str, int]]:
    """Scope and number of dependencies passed, of each circle that is found."""
    files = {"policy/policy.yaml": "profile: full\n"}
    waiting: dict[int, str] = {}
    for receiver, giver in edges:
        waiting[receiver] = waiting.get(receiver, "") + (
            f"need-{giver}: {{title: Need, giver: {{project: p{giver}, milestone: done}},"
            " receiver_milestone: done}\n"
        )
    for number in {n for edge in edges for n in edge}:
        text = f"name: P{number}\nmilestones: {{done: {{title: Done}}}}\n"
        files[f"projects/p{number}/project.yaml"] = text
    files |= {f"projects/p{n}/dependencies.yaml": text for n, text in waiting.items()}
    office = office_of(files)
    verdict = judge(office, (circular_dependency,), today=dt.date(2026, 11, 10))
    return [(f.place.path.split("/")[1], len(f.also) + 1) for f in verdict.findings]


@pytest.mark.parametrize(
    ("edges", "circles"),
    [
        ([(1, 2)], []),
        ([(1, 2), (2, 3), (1, 3)], []),
        ([(1, 1)], []),  # a project joined to itself is another rule's affair
        ([(1, 2), (2, 1)], [("p1", 2)]),
        ([(1, 2), (2, 3), (3, 1)], [("p1", 3)]),
        ([(1, 2), (2, 1), (3, 1)], [("p1", 2)]),
        ([(1, 2), (2, 1), (3, 4), (4, 3)], [("p1", 2), ("p3", 2)]),
        ([(5, 1), (1, 2), (2, 3), (3, 1)], [("p1", 3)]),
    ],
)
def test_circles(edges: list[Edge], circles: list[tuple[str, int]]) -> None:
    assert found(edges) == circles


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), unique=True, max_size=12))
def test_a_circle_is_found_where_there_is_one(edges: list[Edge]) -> None:
    apart = [edge for edge in edges if edge[0] != edge[1]]
    assert bool(found(apart)) == has_circle(apart)


def has_circle(edges: list[Edge]) -> bool:
    """Whether taking away, again and again, who waits for nobody leaves somebody."""
    left = set(edges)
    while left:
        waiting = {receiver for receiver, _ in left}
        kept = {edge for edge in left if edge[1] in waiting}
        if kept == left:
            return True
        left = kept
    return False
