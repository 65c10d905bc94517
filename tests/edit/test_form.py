"""The canonical form: how files are laid out, and that nothing they say changes."""

import random
from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmoascode.document import Document, parse
from pmoascode.edit.form import formed, kept_in_form
from pmoascode.edit.proof import is_same
from pmoascode.records.kinds import KINDS, Kind
from tests.edit.random_edits import each_comment
from tests.edit.strange import STRANGE, corpus, dressed
from tests.full_records import full, written

RISKS = "projects/apollo/risks.yaml"
PROJECT = "projects/apollo/project.yaml"
WIDE = "x" * 50


def read(path: str, text: str) -> Document:
    document = parse(path, text.encode())
    assert document.findings == ()
    return document


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        ("", "a:   1   \nb : {c:  2,d: [ 3,4 ]}", "a: 1\nb: {c: 2, d: [3, 4]}\n"),
        ("", "a:\r\n    b: 1\r\n    c:\r\n    - d\r\n", "a:\n  b: 1\n  c:\n    - d\n"),
        ("", "\n\na: 1\n\n\n\nb:\n\n  c: 2\n\n", "a: 1\n\nb:\n  c: 2\n"),
        ("", "---\na: 1\n...\n", "a: 1\n"),
        ("", "{a: 1, b: {c: 2}}\n", "a: 1\nb: {c: 2}\n"),
        ("", "a: {b: 1,\n  c: 2}\n", "a: {b: 1, c: 2}\n"),
        ("", "a: {b: 1, # one\n  c: 2}\n", "a:\n  b: 1 # one\n  c: 2\n"),
        ("", f"a: {{b: {WIDE}, c: {WIDE}, d: [1]}}\n", f"a:\n  b: {WIDE}\n  c: {WIDE}\n  d: [1]\n"),
        ("", f"a: [{WIDE}, {WIDE}, {WIDE}]\n", f"a:\n  - {WIDE}\n  - {WIDE}\n  - {WIDE}\n"),
        ("", "a:\n- - 1\n  - 2\n-\n  b: 1\n  c: 2\n", "a:\n  - - 1\n    - 2\n  - b: 1\n    c: 2\n"),
        ("", "a:\nb: null\nc: {d: , e: 1}\n", "a:\nb: null\nc: {d: null, e: 1}\n"),
        ("", "{} # nothing\r\n\n", "{} # nothing\n"),
    ],
)
def test_one_layout(path: str, before: str, after: str) -> None:
    assert formed(read(path, before)) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("'active'", "active"),
        ('"two words"', "two words"),
        ("'it''s'", "it's"),
        ("'a: b'", '"a: b"'),
        ('"12:30"', '"12:30"'),
        ("'010'", '"010"'),
        ('"2027-03-12"', '"2027-03-12"'),
        ("2027-03-12", "2027-03-12"),
        ('"a\\u00a0b"', '"a\\u00a0b"'),
        ("1.50", "1.50"),
        ("one\n  two", "one two"),
        ("|+\n     kept\n\n", "|+\n  kept\n"),
        ("|   \n   one\n     two", "|-\n  one\n    two"),
        (">-\n    as\n    broken", ">-\n  as\n  broken"),
        ("|2\n    indented\n", "|2\n    indented"),
    ],
)
def test_a_text_has_quotes_only_where_it_needs_them(before: str, after: str) -> None:
    assert formed(read("", f"a: {before}")) == f"a: {after}\n"


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        (
            PROJECT,
            "x_own: 1\nmilestones:\n  b: {forecast: 2027-01-01, title: B}\n  a: {}\nname: A\n",
            "name: A\nmilestones:\n  b: {title: B, forecast: 2027-01-01}\n  a: {}\nx_own: 1\n",
        ),
        (
            RISKS,
            "vendor:\n  owner: t\n  title: V\nx_n: {b: 1, a: 2}\nfire: {impact: 2, title: F}\n",
            "fire: {title: F, impact: 2}\nvendor:\n  title: V\n  owner: t\nx_n: {b: 1, a: 2}\n",
        ),
        (
            "assignments/apollo.yaml",
            "sponsor:\n- {from: 2026-01-12, person: m}\nchange-manager:\n- {person: a}\n",
            "sponsor:\n  - {person: m, from: 2026-01-12}\nchange-manager:\n  - {person: a}\n",
        ),
        ("notes.yaml", "b: 1\na: 2\n", "b: 1\na: 2\n"),
    ],
    ids=["a record", "a register", "assignments", "no record"],
)
def test_fields_in_the_order_of_the_reference_and_entries_by_id(
    path: str, before: str, after: str
) -> None:
    assert formed(read(path, before)) == after


COMMENTS = """\
# Risks of the claims portal.

# looked at every week
vendor: # from the first board
  # who watches it
  owner: tom-berg # since May
  title: Vendor late

  # both of one to five
  probability: 4
  # the last word on it
# of fire

fire:
- # no title yet
  owner: x
# the end
"""


def test_comments_stay_with_what_they_speak_of() -> None:
    text = COMMENTS.replace("fire:\n- # no title yet\n  owner: x", "fire: {\n  owner: x } # burnt")
    assert formed(read(RISKS, text)) == (
        "# Risks of the claims portal.\n"
        "\n"
        "# of fire\n"
        "\n"
        "fire: {owner: x} # burnt\n"
        "# looked at every week\n"
        "vendor: # from the first board\n"
        "  title: Vendor late\n"
        "  # who watches it\n"
        "  owner: tom-berg # since May\n"
        "\n"
        "  # both of one to five\n"
        "  probability: 4\n"
        "  # the last word on it\n"
        "# the end\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# top\nb: {}\na: {}\n", "# top\n\na: {}\nb: {}\n"),
        ("# top\na: {}\nb: {}\n", "# top\na: {}\nb: {}\n"),
        ("b: {}\n\na: {}\n\nc: {}\n", "a: {}\n\nb: {}\n\nc: {}\n"),
        ("# top\n\nb: {}\n# of a\na: {}\n", "# top\n\n# of a\na: {}\nb: {}\n"),
    ],
)
def test_the_header_stays_on_top(before: str, after: str) -> None:
    assert formed(read(RISKS, before)) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: {} # one\nb: # two\n  - 1\n", "a: {} # one\nb: # two\n  - 1\n"),
        ("a: { # one\n  b: 1 } # two\n", "# two\na: {b: 1} # one\n"),
        ("a:\n  # of the text\n  text\n", "# of the text\na: text\n"),
        ("a: > # folded\n  text\n", "a: > # folded\n  text\n"),
        ("a:\n  - # dash\n    b: 1\n", "a:\n  - # dash\n    b: 1\n"),
        ("a:\n  -\n    # of b\n    b: 1\n", "a:\n  # of b\n  - b: 1\n"),
        (
            "a:\n  b: 1\n    # deep\n  # of a\n# of all\n",
            "a:\n  b: 1\n  # deep\n  # of a\n# of all\n",
        ),
        ("a: [{b: 1,\n  # of c\n  c: 2}]\n", "a:\n  - b: 1\n    # of c\n    c: 2\n"),
        ("--- # start\na: 1\n... # end\n", "# start\na: 1\n# end\n"),
    ],
)
def test_a_comment_in_an_odd_place_keeps_a_place(before: str, after: str) -> None:
    assert formed(read("", before)) == after


def is_sound(document: Document) -> bool:
    """Whether the form says the same with the same comments, looks as promised, and is final."""
    text = formed(document)
    again = parse(document.path, text.encode())
    assert is_same(again.data, document.data)
    assert comments_of(again) == comments_of(document)
    assert formed(again) == text
    assert "\r" not in text
    assert text.endswith("\n")
    return True


def comments_of(document: Document) -> Counter[str]:
    return Counter(comment for _, comment in each_comment(document))


@pytest.mark.parametrize("name", STRANGE)
def test_a_strange_file_keeps_its_meaning(name: str) -> None:
    document = parse(name, STRANGE[name].encode())
    assert bool(document.findings) == (name == "tabs in comments")
    assert document.findings or is_sound(document)


@pytest.mark.parametrize("first", range(0, 4000, 500))
def test_whatever_the_author_left_the_form_means_the_same(first: int) -> None:
    strange = list(STRANGE.items())
    for number in range(first, first + 500):
        chance = random.Random(number)
        name, text = chance.choice(strange if chance.random() < 0.3 else corpus())
        document = parse(name, dressed(text, chance))
        assert document.findings or is_sound(document), number


def path_of(kind: Kind) -> str:
    names = {"owner": "projects", "scope": "apollo", "id": "first"}
    return kind.pattern.format_map(names)


@settings(max_examples=10, deadline=None)
@given(st.data())
@pytest.mark.parametrize("kind", [k for k in KINDS if k.name != "policy"], ids=path_of)
def test_a_record_of_every_kind_keeps_its_meaning(kind: Kind, draw: st.DataObject) -> None:
    record = full(kind.name)
    data: Any = {"record": record, "assignments": {"b": [record], "a": [record, record]}}.get(
        kind.shape, {"b": record, "a": record}
    )
    text = written(data, draw, 0)
    assert is_sound(read(path_of(kind), text.removeprefix("\n") + "\n"))


@pytest.mark.parametrize(
    ("before", "after", "kept"),
    [
        (None, b"b:   1\n", b"b: 1\n"),
        (b"b: 1\n", b"b: 1\na:   2\n", b"a: 2\nb: 1\n"),
        (b"b:   1\n", b"b:   1\na: 2\n", b"b:   1\na: 2\n"),
        (b"b: 1\r\n", b"b: 1\r\na:  2\r\n", b"b: 1\r\na:  2\r\n"),
        (b"\xef\xbb\xbfb: 1\n", b"\xef\xbb\xbfb:  1\n", b"\xef\xbb\xbfb:  1\n"),
        (b"b: 1\n", b"b: [\n", b"b: [\n"),
    ],
)
def test_a_file_in_the_form_stays_in_it_and_no_other(
    before: bytes | None, after: bytes, kept: bytes
) -> None:
    assert kept_in_form(RISKS, before, after) == kept
