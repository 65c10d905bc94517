"""Where keys and values stand: lines, columns, widths and offsets."""

import pytest

from pmoascode.document import Keys, parse

TEXT = """\
# head
name: "Apollo"   # comment
empty:
summary: |
  First line.
  Second - line.

# between
milestones:
  go-live: {title: Öffnen \U0001f680, baseline: 2027-03-12}
  'end':
    title: two
      lines
list:
- # - a remark
  who: tom
-
- [1, 22]
- plain
last:   12{blanks}
""".replace("{blanks}", "   ")

VALUES: list[tuple[Keys, tuple[int, int, int], str]] = [
    ((), (2, 1, 26), ""),
    (("name",), (2, 7, 8), '"Apollo"'),
    (("empty",), (3, 1, 5), ""),
    (("summary",), (4, 10, 1), "|\n  First line.\n  Second - line."),
    (("milestones", "go-live"), (10, 12, 39), "{title: Öffnen \U0001f680, baseline: 2027-03-12}"),
    (("milestones", "go-live", "baseline"), (10, 40, 10), "2027-03-12"),
    (("milestones", "end"), (12, 5, 10), "title: two\n      lines"),
    (("milestones", "end", "title"), (12, 12, 3), "two\n      lines"),
    (("list", 0), (16, 3, 8), "who: tom"),
    (("list", 0, "who"), (16, 8, 3), "tom"),
    (("list", 1), (17, 1, 1), ""),
    (("list", 2), (18, 3, 7), "[1, 22]"),
    (("list", 2, 1), (18, 7, 2), "22"),
    (("list", 3), (19, 3, 5), "plain"),
    (("last",), (20, 9, 2), "12"),
]

KEYS: list[tuple[Keys, tuple[int, int, int], str]] = [
    (("name",), (2, 1, 4), "name"),
    (("empty",), (3, 1, 5), "empty"),
    (("milestones", "end"), (11, 3, 5), "'end'"),
    (("milestones", "go-live", "baseline"), (10, 30, 8), "baseline"),
    (("list", 0), (15, 1, 1), "-"),
    (("list", 1), (17, 1, 1), "-"),
    (("list", 2), (18, 1, 1), "-"),
    (("list", 2, 1), (18, 7, 2), "22"),
]


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize(("keys", "where", "text"), VALUES)
def test_values(keys: Keys, where: tuple[int, int, int], text: str, newline: str) -> None:
    document = parse("p.yaml", TEXT.replace("\n", newline).encode())
    place = document.place(keys)
    assert (place.path, place.line, place.column) == ("p.yaml", *where[:2])
    start, end = document.span(keys)
    if keys:
        assert place.width == where[2]
        assert document.text[start:end].replace("\r", "") == text


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize(("keys", "where", "text"), KEYS)
def test_keys(keys: Keys, where: tuple[int, int, int], text: str, newline: str) -> None:
    document = parse("p.yaml", TEXT.replace("\n", newline).encode())
    place = document.place(keys, of_key=True)
    assert (place.line, place.column, place.width) == where
    start, end = document.span(keys, of_key=True)
    assert document.text[start:end] == text


@pytest.mark.parametrize(
    ("keys", "line", "column"),
    [
        (("milestones", "end", "owner"), 11, 3),
        (("milestones", "end", "owner", "name"), 11, 3),
        (("list", 9), 14, 1),
        (("unknown",), 2, 1),
    ],
)
def test_what_is_absent_stands_where_its_nearest_ancestor_does(
    keys: Keys, line: int, column: int
) -> None:
    place = parse("p.yaml", TEXT.encode()).place(keys)
    assert (place.line, place.column) == (line, column)


def test_empty_value_has_an_empty_span_behind_its_colon() -> None:
    document = parse("p.yaml", TEXT.encode())
    start, end = document.span(("empty",))
    assert start == end == TEXT.index("empty:") + len("empty:")


def test_absent_value_has_no_span() -> None:
    with pytest.raises(KeyError):
        parse("p.yaml", b"a: 1").span(("b",))


def test_unreadable_document_has_the_place_of_its_file() -> None:
    place = parse("p.yaml", b"a: [").place(("a", "b"))
    assert (place.line, place.column) == (1, 1)
