"""Tables as spreadsheets and databases write them: what is found out, and what is refused."""

import pytest

from pmoascode.exchange.csv_table import LARGEST, read_table
from pmoascode.finding import CannotRun

TEXT = "name;größe\r\nÄpfel;1,5\r\n"


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8"),
        (TEXT.encode("utf-16"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("cp1252"), "cp1252"),
        (TEXT.encode("latin-1") + b"\x81;2\n", "latin-1"),
    ],
)
def test_finds_the_encoding(content: bytes, encoding: str) -> None:
    table = read_table(content)
    assert (table.encoding, table.columns) == (encoding, ("name", "größe"))
    assert (table.rows[0].line, table.rows[0].cells["name"]) == (2, "Äpfel")


@pytest.mark.parametrize(
    ("text", "separator", "columns"),
    [
        ("a,b\n1,2\n", ",", ("a", "b")),
        ("a;b\n1,5;2,5\n3,5;4,5\n", ";", ("a", "b")),
        ("a\tb\n1,2,3\t2\n", "\t", ("a", "b")),
        ("a|b\n1|2\n", "|", ("a", "b")),
        ("sep=;\na;b\n1;2\n", ";", ("a", "b")),
        ('a,b\n"x; y; z",2\n', ",", ("a", "b")),
        ("only\n1\n", ",", ("only",)),
        (" a \u00a0b ,c\n1,2\n", ",", ("a b", "c")),
        ("a,,c\n1,2,3\n", ",", ("a", "column 2", "c")),
    ],
)
def test_finds_the_separator(text: str, separator: str, columns: tuple[str, ...]) -> None:
    table = read_table(text.encode())
    assert (table.separator, table.columns) == (separator, columns)


def test_a_row_knows_its_line() -> None:
    table = read_table(b'a,b\n"one\ntwo",2\n\n3,4,5\n6\n')
    assert [(row.line, row.surplus, row.missing) for row in table.rows] == [
        (2, (), 0),
        (5, ("5",), 0),
        (6, (), 1),
    ]
    assert table.rows[0].cells["a"] == "one\ntwo"


def test_a_long_cell_is_read() -> None:
    assert len(read_table(b"a,b\n" + b"x" * 500_000 + b",1\n").rows[0].cells["a"]) == 500_000


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the file is empty; its first row must name the columns"),
        (b'a,b\n1,2\n3,"x\n5,6\n', "opens in the row on line 3 is never closed"),
        (b'a,b\n1,2\n"x"y,6\n', "in the row on line 3, up to line 3, text follows a closing"),
        (b"a,b,a\n1,2,3\n", "line 1 names the column “a” 2 times, as columns 1 and 3"),
        (b"a,b\n1,\0\n", "line 2 holds a NUL character"),
        (b"PK\x03\x04rest", "this is an Excel workbook; save the sheet as CSV UTF-8"),
    ],
)
def test_says_why_a_file_is_no_table(content: bytes, message: str) -> None:
    with pytest.raises(CannotRun, match=message.replace("(", r"\(")):
        read_table(content)


@pytest.mark.parametrize(
    ("encoding", "separator", "message"),
    [
        ("utf-9", "", "no encoding is called utf-9"),
        ("utf-8", "", "line 2 cannot be read as utf-8"),
        ("", "dot", "a separator is one character, or one of: bar, comma, semicolon, tab"),
    ],
)
def test_says_what_is_wrong_with_an_option(encoding: str, separator: str, message: str) -> None:
    with pytest.raises(CannotRun, match=message):
        read_table(b"a,b\n\xe4,2\n", encoding, separator)


def test_options_overrule_what_would_be_found() -> None:
    table = read_table("a;b,c\nä;1,2\n".encode("cp1252"), "latin-1", "semicolon")
    assert (table.encoding, table.columns) == ("latin-1", ("a", "b,c"))


def test_refuses_a_file_that_is_too_large() -> None:
    with pytest.raises(CannotRun, match="at most 67,108,864 are read"):
        read_table(b"a" * (LARGEST + 1))
