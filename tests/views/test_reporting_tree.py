"""Who reports to whom, whatever the records say."""

import pytest

from pmoascode.records.organisation import Organisation, Position, Unit
from pmoascode.views.reporting_tree import DEEPEST, Post, reporting_tree


def organisation(positions: str, units: str = "") -> Organisation:
    """Positions as `id`, `id<above` or `id<above@unit`, filled if in capitals; units likewise.

    A unit is `id`, `id<parent`, `id=head`, `id>reports_to`, `id^line` in this order; the unit `pmo`
    is one.
    """
    found = {}
    for word in positions.split():
        rest, _, unit = word.partition("@")
        id, _, above = rest.partition("<")
        found[id.lower()] = Position(
            title=id.upper(),
            level="executive",
            unit=unit or None,
            reports_to=above or None,
            holder="ana" if id.isupper() else None,
        )
    return Organisation(
        name="Harbour", currency="EUR", positions=found, units=dict(map(_unit, units.split()))
    )


def _unit(word: str) -> tuple[str, Unit]:
    said = {}
    for sign, field in (("^", "senior_leadership_line"), (">", "reports_to"), ("=", "head")):
        word, _, said[field] = word.partition(sign)
    id, _, said["parent"] = word.partition("<")
    kind = "pmo" if id == "pmo" else "department"
    given = {field: value for field, value in said.items() if value}
    return id, Unit(title=id, type_=kind, **given)  # type: ignore[arg-type]


def drawn(posts: tuple[Post, ...]) -> str:
    """The tree in one line: a dash for each level, then the title."""
    return " ".join("-" * post.depth + post.title for post in posts)


@pytest.mark.parametrize(
    ("positions", "units", "expected"),
    [
        ("", "", ""),
        ("A", "", "A"),
        ("A B<a C<b D<a", "", "A -B --C -D"),
        ("B<a A", "", "A -B"),
        ("A B<nobody", "", "A B"),
        ("A<a", "", "A"),
        ("A<b B<a", "", "A -B"),
        ("A<b B<c C<b D", "", "D B -A -C"),
        ("A B<a", "pmo=b>a", "A -B"),
        ("A B<a C", "pmo=b>c", "A C -B"),
        ("A B<a", "pmo=b>nobody", "A -B"),
        ("A B<a@it", "top=a it<top sales<top pmo<sales>b", "A -B --pmo -sales"),
        ("A", "lost", "A lost"),
        ("A", "x<y y<x", "A x y"),
    ],
)
def test_each_post_stands_once_below_its_own(positions: str, units: str, expected: str) -> None:
    assert drawn(reporting_tree(organisation(positions, units))) == expected


def test_the_pmo_and_its_line_are_marked() -> None:
    found = reporting_tree(organisation("A B<a C<b D<a E", "pmo=c>b^e"))
    posts = {post.title: post for post in found}
    assert [title for title, post in posts.items() if post.is_pmo] == ["C"]
    assert [title for title, post in posts.items() if post.is_on_line] == ["A", "B"]
    assert [title for title, post in posts.items() if post.speaks_for_pmo] == ["E"]


def test_a_circle_is_cut_open_where_it_is_met_first() -> None:
    found = reporting_tree(organisation("A B<c C<b"))
    assert [(post.title, post.is_cut) for post in found] == [
        ("A", False),
        ("B", True),
        ("C", False),
    ]


def test_a_post_says_its_unit_and_whether_it_is_vacant() -> None:
    found = reporting_tree(organisation("A@it b<a@it", "it=a"))
    assert [(p.title, p.unit, p.holder, p.is_vacant) for p in found] == [
        ("A", "it", "ana", False),
        ("B", "it", "", True),
    ]


def test_a_line_of_a_thousand_posts_is_shown_flat() -> None:
    long = " ".join(f"p{n}<p{n - 1}" for n in range(1000))
    found = reporting_tree(organisation(long))
    assert len(found) == 1000
    assert max(post.depth for post in found) == DEEPEST
