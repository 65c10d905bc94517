"""Edits of YAML text: what is meant changes, every other byte stays."""

from decimal import Decimal
from typing import Any

import pytest

from pmoascode.document import Document, Keys, parse
from pmoascode.edit import EditFailed, changing, with_value, without

PROJECT = """\
# The portal of the claims unit.
name: "Apollo claims portal"   # as the board calls it

status: active
budget: {baseline: 1250000, forecast: 1300000}  # in euros
summary: >-
  A portal
  for claims.
# dates below were agreed in March
milestones:
  go-live:
    title: Portal open
    baseline: 2027-03-12 # approved
  # pilots come first
  pilot:
    title: Pilot ends

former_names:
- Claims 2.0
links: []
"""


def read(text: str) -> Document:
    document = parse("project.yaml", text.encode())
    assert document.findings == ()
    return document


CHANGES: tuple[tuple[str, Keys, Any, tuple[str, str]], ...] = (
    ("a plain text", ("status",), "on-hold", ("status: active", "status: on-hold")),
    (
        "a quoted text keeps its comment",
        ("name",),
        "Apollo",
        ('name: "Apollo claims portal"   # as', "name: Apollo   # as"),
    ),
    ("a text that needs quotes", ("status",), "NO", ("status: active", 'status: "NO"')),
    ("a time", ("status",), "12:30", ("status: active", 'status: "12:30"')),
    ("a number as text", ("status",), "010", ("status: active", 'status: "010"')),
    ("a colon", ("status",), "a: b", ("status: active", 'status: "a: b"')),
    ("a hash", ("status",), "a #b", ("status: active", 'status: "a #b"')),
    ("a date", ("status",), "2027-01-31", ("status: active", "status: 2027-01-31")),
    ("in braces", ("budget", "forecast"), Decimal("9.50"), ("forecast: 1300000", "forecast: 9.50")),
    (
        "new in braces",
        ("budget", "actual"),
        5,
        ("forecast: 1300000}", "forecast: 1300000, actual: 5}"),
    ),
    (
        "a comma in braces is quoted",
        ("budget", "reason"),
        "one, two",
        ("1300000}", '1300000, reason: "one, two"}'),
    ),
    (
        "nested, with a comment behind",
        ("milestones", "go-live", "baseline"),
        "2027-04-02",
        ("2027-03-12 # approved", "2027-04-02 # approved"),
    ),
    (
        "new at the end of a mapping",
        ("milestones", "go-live", "forecast"),
        "2027-04-02",
        ("# approved\n", "# approved\n    forecast: 2027-04-02\n"),
    ),
    (
        "what holds it is made",
        ("milestones", "pilot", "x_a", "b"),
        1,
        ("Pilot ends\n", "Pilot ends\n    x_a:\n      b: 1\n"),
    ),
    (
        "an entry of a list, at its own indent",
        ("former_names", 1),
        "Claims 3.0",
        ("- Claims 2.0\n", "- Claims 2.0\n- Claims 3.0\n"),
    ),
    ("an entry of an empty list", ("links", 0), "x", ("links: []", "links:\n  - x")),
    (
        "a block text becomes a line",
        ("summary",),
        "Short.",
        (">-\n  A portal\n  for claims.", "Short."),
    ),
    (
        "a line becomes a block text",
        ("status",),
        "one\ntwo",
        ("status: active", "status: |-\n  one\n  two"),
    ),
    (
        "a mapping in place of a text",
        ("status",),
        {"a": 1, "b": [1]},
        ("status: active", "status:\n  a: 1\n  b:\n    - 1"),
    ),
    (
        "a text in place of a mapping",
        ("milestones",),
        "none",
        (PROJECT[PROJECT.index("milestones:") : PROJECT.index("\n\nformer")], "milestones: none"),
    ),
    (
        "field by field in a mapping",
        ("milestones", "go-live"),
        {"title": "Open", "baseline": "2027-03-12"},
        ("title: Portal open", "title: Open"),
    ),
    ("a new field of the record", ("tier",), "small", ("links: []\n", "links: []\ntier: small\n")),
)


@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize(
    ("keys", "value", "change"), [case[1:] for case in CHANGES], ids=[case[0] for case in CHANGES]
)
def test_changes_only_the_value(
    keys: Keys, value: Any, change: tuple[str, str], ending: str
) -> None:
    assert PROJECT.count(change[0]) == 1
    wanted = PROJECT.replace(*change).replace("\n", ending)
    assert with_value(read(PROJECT.replace("\n", ending)), keys, value) == wanted


ORDER = ("name", "status", "phase", "tier", "budget")


@pytest.mark.parametrize(
    ("before", "key", "after"),
    [
        ("name: A\nbudget: 1\n", "status", "name: A\nstatus: x\nbudget: 1\n"),
        ("name: A # c\n\nbudget: 1\n", "tier", "name: A # c\ntier: x\n\nbudget: 1\n"),
        ("status: a\n", "name", "name: x\nstatus: a\n"),
        ("# of status\nstatus: a\n", "name", "# of status\nstatus: a\nname: x\n"),
        ("name: A", "phase", "name: A\nphase: x"),
        ("name: |+\n  A\n\nbudget: 1\n", "phase", "name: |+\n  A\n\nphase: x\nbudget: 1\n"),
        ("{name: A}\n", "phase", "{name: A, phase: x}\n"),
        ("# only this\n{}\n", "phase", "# only this\nphase: x\n"),
        ("name: A\nx_own: 1\n", "zeal", "name: A\nx_own: 1\nzeal: x\n"),
        ("name: A\nb: |\n  no line end", "zeal", "name: A\nzeal: x\nb: |\n  no line end"),
        ("? name\n: A\n", "zeal", "? name\n: A\nzeal: x\n"),
    ],
)
def test_a_new_field_takes_its_place_in_the_order(before: str, key: str, after: str) -> None:
    assert with_value(read(before), (key,), "x", ORDER) == after


@pytest.mark.parametrize(
    ("before", "keys", "after"),
    [
        ("a: 1\nb: 2\n", ("a",), "b: 2\n"),
        ("a: 1\nb: 2\n", ("b",), "a: 1\n"),
        ("a: 1\n# of b\nb: 2 # also\n# end\n", ("b",), "a: 1\n# of b\n# end\n"),
        ("a: {b: 1, c: 2, d: 3}\n", ("a", "b"), "a: {c: 2, d: 3}\n"),
        ("a: {b: 1, c: 2, d: 3}\n", ("a", "d"), "a: {b: 1, c: 2}\n"),
        ("a: {b: 1}\n", ("a", "b"), "a: {}\n"),
        ("a:\n  b: 1\nc: 2\n", ("a", "b"), "a: {}\nc: 2\n"),
        ("a:\n  - b: 1\n    c: 2\n", ("a", 0, "b"), "a:\n  - c: 2\n"),
        ("a:\n  - b: 1\n  - c: 2\n", ("a", 0), "a:\n  - c: 2\n"),
        ("a:\n  - b: 1\n", ("a", 0), "a: []\n"),
        ("a: [1, 2, 3]\n", ("a", 1), "a: [1, 3]\n"),
        ("a: >-\n  one\n  two\nb: 1\n", ("a",), "b: 1\n"),
        ("a: 1\n", ("z",), "a: 1\n"),
        ("? a\n: 1\nb: 2\n", ("a",), "b: 2\n"),
        ("a: [\n  1, # one\n  # two\n  2\n]\n", ("a", 0), "a: [\n  # two\n  2\n]\n"),
        ("a: [\n  1, # one\n  # two\n  2\n]\n", ("a", 1), "a: [\n  1, # one\n  # two\n]\n"),
        ("a: {b: 1,\n  # of c\n  c: 2}\n", ("a", "c"), "a: {b: 1,\n  # of c\n  }\n"),
    ],
)
def test_takes_out_only_the_value(before: str, keys: Keys, after: str) -> None:
    assert without(read(before), keys) == after
    assert without(read(before.replace("\n", "\r\n")), keys) == after.replace("\n", "\r\n")


def test_an_equal_value_changes_nothing() -> None:
    assert with_value(read(PROJECT), ("status",), "active") is not None
    assert with_value(read("a: 'x'\n"), ("a",), "x") == "a: 'x'\n"


@pytest.mark.parametrize(
    ("text", "keys", "value"),
    [
        ("a: 1\n", ("a", "b"), 1),
        ("a: [1]\n", ("a", 5), 1),
        ("a: 1\n", ("a",), "bell \x07"),
        ("a: 1\n", ("a",), "zero\u200bwidth"),
        ("a: 1\n", ("clé",), 1),
    ],
)
def test_refuses_what_cannot_be_written(text: str, keys: Keys, value: Any) -> None:
    with pytest.raises(EditFailed):
        with_value(read(text), keys, value)


@pytest.mark.parametrize(
    ("before", "keys", "value", "after"),
    [
        ("a:\n  # of b\n  b: 1 # one\n", ("a",), 2, "a: 2\n  # of b\n  # one\n"),
        ("- a\n- # dash\n  b: 1 # one\n", (1,), 2, "- a\n- 2 # dash\n  # one\n"),
        ("a: 1", ("b",), "one\n", 'a: 1\nb: "one\\n"'),
        ("a: 1", ("b",), "one\ntwo\n", "a: 1\nb: |\n  one\n  two\n"),
        ("{} # none", ("b",), ["one\ntwo\n"], "# none\nb:\n  - |\n    one\n    two\n"),
        ("# {} above\n--- {}\n", ("b",), [], "# {} above\n---\nb: []\n"),
        ("{}", ("b",), "one\ntwo\n", "b: |\n  one\n  two\n"),
    ],
)
def test_keeps_comments_apart_and_the_last_line_as_it_is(
    before: str, keys: Keys, value: Any, after: str
) -> None:
    lead = "top:\n" if before.startswith("-") else ""
    document = read(lead + before)
    assert with_value(document, ("top", *keys) if lead else keys, value) == lead + after


@pytest.mark.parametrize("text", ["a: &x 1\nb: *x\n", "a: 1\nb: {\n", "", "# nothing\n", "- 1\n"])
def test_what_cannot_be_read_is_not_changed(text: str) -> None:
    document = parse("project.yaml", text.encode())
    with pytest.raises(EditFailed):
        with_value(document, ("b",), 2)
    assert without(document, ("b",)) == text


def test_a_doubled_key_is_not_taken_for_one() -> None:
    document = parse("project.yaml", b"a: 1\na: 2\nb: 3\n")
    assert with_value(document, ("b",), 4) == "a: 1\na: 2\nb: 4\n"
    with pytest.raises(EditFailed):
        without(document, ("a",))


def test_fields_are_removed_in_the_order_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    removed = []

    def noted(document: Document, keys: Keys) -> str:
        removed.append(keys[-1])
        return without(document, keys)

    monkeypatch.setattr(changing, "without", noted)
    names = [f"field_{number}" for number in range(12)]
    with_value(read("".join(f"{name}: 1\n" for name in names)), (), {"field_3": 1})
    assert removed == [name for name in names if name != "field_3"]
