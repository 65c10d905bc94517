"""Each defect of a file's text: the name, the line and the column at which it is found."""

import pytest

from pmoascode.document import DEFECTS, parse

Expected = list[tuple[str, int, int]]

BYTES: list[tuple[str, bytes, Expected]] = [
    ("latin-1", "a: 1\nb: é".encode("latin-1"), [("not-utf8", 2, 4)]),
    ("latin-1 after a mark", b"\xef\xbb\xbfa: \xe9", [("not-utf8", 1, 4)]),
    ("utf-16 little endian", "a: 1".encode("utf-16"), [("not-utf8", 1, 1)]),
    ("utf-16 big endian, no mark", "a: 1".encode("utf-16-be"), [("not-utf8", 1, 1)]),
    ("encoded surrogate", b"a: \xed\xa0\x80", [("not-utf8", 1, 4)]),
    ("lfs", b"version https://git-lfs.example/spec/v1\noid sha256:0\n", [("lfs-pointer", 1, 1)]),
    ("too big", b"a: " + b"x" * 1024 * 1024, [("too-big", 1, 1)]),
]

CHARACTERS: list[tuple[str, str, Expected]] = [
    ("nul", "name: Apollo claims\x00", [("control-character", 1, 20)]),
    ("bell", "a: 1\nb: x\x07y", [("control-character", 2, 5)]),
    ("delete", "a: x\x7f", [("control-character", 1, 5)]),
    ("c1", "a: x\x81", [("control-character", 1, 5)]),
    ("form feed", "a: x\x0c", [("control-character", 1, 5)]),
    ("next line", "a: x\x85b: 2", [("hidden-line-break", 1, 5)]),
    ("u+2028 in a comment", "a: 1 # ok\u2028b: 2", [("hidden-line-break", 1, 10)]),
    ("u+2029", "a: x\u2029b: 2", [("hidden-line-break", 1, 5)]),
    ("lone carriage return", "a: 1\rb: 2\r\n", [("hidden-line-break", 1, 5)]),
    ("mark in the middle", "a: 1\n\ufeffb: 2", [("invisible-character", 2, 1)]),
    ("second mark", "\ufeff\ufeffa: 1", [("invisible-character", 1, 1)]),
    ("right to left", "name: x\u202ey", [("invisible-character", 1, 8)]),
    ("isolate", "name: \u2066x", [("invisible-character", 1, 7)]),
    ("zero width in a key", "st\u200batus: x", [("invisible-character", 1, 3)]),
    ("soft hyphen", "a: x\u00ady", [("invisible-character", 1, 5)]),
    ("noncharacter", "a: x\ufffe", [("noncharacter", 1, 5)]),
    ("noncharacter of a plane", "a: x\U0001ffff", [("noncharacter", 1, 5)]),
    (
        "two at once",
        "a: \x01\nb: \u200b",
        [("control-character", 1, 4), ("invisible-character", 2, 4)],
    ),
    ("escape", 'a: "x\\x1b[31m"', [("control-character", 1, 4)]),
    ("escaped nul", 'a: "\\0"', [("control-character", 1, 4)]),
    ("escaped surrogate", 'a: "\\ud800"', [("noncharacter", 1, 7)]),
    ("escape past the end", 'a: "\\U00110000"', [("noncharacter", 1, 7)]),
    ("escaped separator", 'a: "\\L"', [("hidden-line-break", 1, 4)]),
    ("escaped return", 'a: "x\\ry"', [("hidden-line-break", 1, 4)]),
    (
        "escaped bidi in a key",
        'a: 1\n"b\\u202e": 2',
        [("invisible-character", 2, 1), ("key-not-ascii", 2, 1)],
    ),
    ("not composed", "a: 1\nname: Ze\u0301", [("not-nfc", 2, 8)]),
    ("not composed by escape", 'name: "e\\u0301"', [("not-nfc", 1, 7)]),
    ("key not ascii", "st\u0430tus: x", [("key-not-ascii", 1, 1)]),
    ("key too long", f"a: 1\n{'k' * 129}: x", [("key-too-long", 2, 1)]),
]

STRUCTURE: list[tuple[str, str, Expected]] = [
    ("no key", "a: 1\n?\n: 2\n", [("key-not-text", 2, 2)]),
    ("nothing", "", [("empty-file", 1, 1)]),
    ("a mark only", "\ufeff", [("empty-file", 1, 1)]),
    ("a comment", "# todo\n", [("empty-file", 1, 1)]),
    ("a start only", "---\n", [("empty-file", 1, 1)]),
    ("list", "\n- a\n- b\n", [("not-a-mapping", 2, 1)]),
    ("text", "apollo\n", [("not-a-mapping", 1, 1)]),
    ("number", "12\n", [("not-a-mapping", 1, 1)]),
    ("two documents", "a: 1\n---\nb: 2\n", [("several-documents", 2, 1)]),
    ("end, then text", "a: 1\n...\nb: 2\n", [("several-documents", 3, 1)]),
    ("flow, then text", "{a: 1}\nb: 2\n", [("several-documents", 2, 1)]),
    ("same key", "a: 1\nb: 2\na: 3\n", [("duplicate-key", 3, 1)]),
    ("same key thrice", "a: 1\na: 2\na: 3\n", [("duplicate-key", 2, 1), ("duplicate-key", 3, 1)]),
    ("same key inside", "m:\n  k: 1\n  'k': 2\n", [("duplicate-key", 3, 3)]),
    ("same key in flow", "m: {k: 1, l: 2, k: 3}\n", [("duplicate-key", 1, 17)]),
    (
        "same key in a list",
        "m:\n- k: 1\n  k: {z: 1, z: 2}\n",
        [("duplicate-key", 3, 3), ("duplicate-key", 3, 13)],
    ),
    ("anchor", "a: 1\nb: &x 2\n", [("anchor", 2, 4)]),
    ("anchor on a mapping", "a: &x\n  b: 1\n", [("anchor", 1, 4)]),
    ("alias", "a: &x 1\nb: *x\n", [("anchor", 1, 4), ("alias", 2, 4)]),
    ("alias to itself", "a: &x [*x]\n", [("anchor", 1, 4), ("alias", 1, 8)]),
    ("unknown alias", "a: *x\nb: [*y]\n", [("alias", 1, 4), ("alias", 2, 5)]),
    ("alias as a key", "*x : 1\nb: on\n", [("alias", 1, 1), ("quote-this", 2, 4)]),
    ("emphasis", "a: *important*\n", [("alias", 1, 4)]),
    ("ampersand", "a: &.\n", [("anchor", 1, 4)]),
    ("merge", "a: 1\n<<: {b: 1}\n", [("merge-key", 2, 1)]),
    ("python tag", "a: !!python/object/apply:os.system [x]\n", [("tag", 1, 4)]),
    ("own tag", "a: !foo x\nb: !bar {c: 1}\n", [("tag", 1, 4), ("tag", 2, 4)]),
    ("tag on quotes", 'a: !!int "3"\n', [("tag", 1, 4)]),
    ("unknown tag handle", "a: !x!y z\n", [("tag", 1, 4)]),
    ("directive", "%YAML 1.2\n---\na: 1\n", [("directive", 1, 1)]),
    ("unknown directive", "%FOO\n---\na: 1\n", [("directive", 1, 1)]),
    (
        "conflict",
        "a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> x\n",
        [("merge-conflict", 2, 1), ("merge-conflict", 4, 1), ("merge-conflict", 6, 1)],
    ),
    (
        "conflict in a block",
        "a: |\n  x\n  <<<<<<< HEAD\n  y\n  >>>>>>> x\n",
        [("merge-conflict", 3, 3), ("merge-conflict", 5, 3)],
    ),
    ("tab after a colon", "a: 1\nb:\t2\n", [("tab", 2, 3)]),
    ("tab at the end", "a: 1\t\n", [("tab", 1, 5)]),
    ("tab in flow and in a comment", "a: [1,\t2] #\tx\n", [("tab", 1, 7), ("tab", 1, 12)]),
    ("tab as indentation", "a:\n\tb: 1\n", [("tab", 2, 1)]),
    ("tab before a block's text", "a: |\n\tb\n", [("tab", 2, 1)]),
    ("16 deep and one", "a: " + "[" * 16 + "]" * 16, [("too-deep", 1, 19)]),
    (
        "17 deep in blocks",
        "".join(f"{' ' * n}k:\n" for n in range(17)) + " " * 17 + "v: 1",
        [("too-deep", 17, 17)],
    ),
    ("900 brackets", "[" * 900, [("too-deep", 1, 17)]),
    ("50,000 braces", "{a: " * 50_000, [("too-deep", 1, 65)]),
    ("50,000 dashes", "- " * 50_000, [("too-deep", 1, 33)]),
    ("20,001 nodes", "a:\n" + "- 1\n" * 19_998, [("too-many-nodes", 19_999, 3)]),
    ("long text", "a: 1\nb: " + "x" * (64 * 1024 + 1), [("text-too-long", 2, 4)]),
    ("long text in bytes", "a: " + "é" * (32 * 1024 + 1), [("text-too-long", 1, 4)]),
]

SCALARS: list[tuple[str, str, Expected]] = (
    [
        (text, f"name: x\nvalue: {text}\n", [("quote-this", 2, 8)])
        for text in (  # noqa: SIM905  # quotes around each would hide them
            "yes no on off y n Yes NO On OFF Y N True TRUE False FALSE ~ Null NULL "
            "12:30 1:30:00 22:22.5 "
            "010 08 00 -08 0o10 0x1F 0b11 1_000 2024_01 1e3 1.5E+3 .5 1. 007.5 "
            ".inf -.INF .nan .NaN "
            "+1 +1.5 1.0e+999 = <<"
        ).split()
    ]
    + [
        (text, f"value:\n- {text}\n", [(defect, 2, 3)])
        for text, defect in (
            ("1234567890123456", "too-many-digits"),
            ("9" * 5000, "too-many-digits"),
            ("1234567890.123456", "too-many-digits"),
            ("2024-02-30", "bad-date"),
            ("2024-13-01", "bad-date"),
            ("0000-01-01", "bad-date"),
            ("2024-2-8", "bad-date"),
            ("2024-02-30T10:00:00Z", "bad-date"),
            ("2023-02-29 10:00:00", "bad-date"),
        )
    ]
    + [
        (f"key {text}", f"a: 1\n{text}: 2\n", [(defect, 2, 1)])
        for text, defect in (
            ("on", "key-not-text"),
            ("1", "key-not-text"),
            ("1.5", "key-not-text"),
            ("true", "key-not-text"),
            ("null", "key-not-text"),
            ("~", "key-not-text"),
            ("[b]", "key-not-text"),
            ("{b: 1}", "key-not-text"),
            ("2024-02-30", "bad-date"),
        )
    ]
    + [
        (
            "several",
            "a: no\nb: [on, {c: 010}]\n",
            [("quote-this", 1, 4), ("quote-this", 2, 5), ("quote-this", 2, 13)],
        )
    ]
)

SYNTAX: list[tuple[str, str, str, int, int]] = [
    ("no space, first line", "name:Apollo\n", "no space after the colon", 1, 1),
    ("no space, later", "a: 1\nname:Apollo\nb: 2\n", "no space after the colon", 2, 1),
    ("open quote", "a: 1\nb: 'x\nc: 2\n", "never closed", 2, 4),
    ("open double quote", 'a: "x\nb: 2\n', "never closed", 1, 4),
    ("open bracket", "a: [1, 2\nb: 3\n", "[ opens is not closed", 1, 4),
    ("open brace", "a: {b: 1\nc: 3\n", "{ opens is not closed", 1, 4),
    ("second colon", "a: b: c\n", "second colon", 1, 5),
    ("indented too far", "a: 1\n  b: 2\n", "second colon", 2, 4),
    ("not lined up", "a:\n    b: 1\n  c: 2\n", "does not fit in", 3, 3),
    ("list not lined up", "a:\n  - 1\n - 2\n", "does not fit in", 3, 2),
    ("list on the key's line", "a: - x\n", "a list cannot start", 1, 4),
    ("at sign", "a: @x\n", "cannot start with this character: @", 1, 4),
    ("backslash", 'a: "C:\\projects"\n', "known after a backslash", 1, 7),
    ("text behind a bar", "a: |x\n  y\n", "starts on the next line", 1, 5),
    ("no colon", "a: 1\nb\nc: 2\n", "without its colon", 2, 1),
    ("text after a quote", 'a: "x" y\n', "does not fit in", 1, 8),
]


def places(content: bytes) -> Expected:
    """What parse finds, and where."""
    findings = parse("projects/apollo/project.yaml", content).findings
    return [(each.rule, each.place.line, each.place.column) for each in findings]


@pytest.mark.parametrize(
    ("content", "expected"), [case[1:] for case in BYTES], ids=[c[0] for c in BYTES]
)
def test_bytes_that_are_no_text(content: bytes, expected: Expected) -> None:
    assert places(content) == expected


TEXTS = CHARACTERS + STRUCTURE + SCALARS


@pytest.mark.parametrize(
    ("text", "expected"), [case[1:] for case in TEXTS], ids=[c[0][:30] for c in TEXTS]
)
def test_text_that_is_refused(text: str, expected: Expected) -> None:
    assert places(text.encode("utf-8", "surrogatepass")) == expected


def test_brackets_beyond_what_the_parser_takes_are_too_deep() -> None:
    (found,) = places(b"[" * 50_000)  # some libyaml stop at the thousandth by themselves
    assert found[:2] == ("too-deep", 1)


@pytest.mark.parametrize(
    ("text", "expected"), [case[1:] for case in TEXTS], ids=[c[0][:30] for c in TEXTS]
)
def test_same_places_with_carriage_returns_and_a_mark(text: str, expected: Expected) -> None:
    if "\r" not in text and text and not text.startswith("\ufeff"):
        windows = "\ufeff" + text.replace("\n", "\r\n")
        assert places(windows.encode("utf-8")) == expected


@pytest.mark.parametrize(
    ("text", "words", "line", "column"), [case[1:] for case in SYNTAX], ids=[c[0] for c in SYNTAX]
)
def test_syntax_errors_in_plain_words(text: str, words: str, line: int, column: int) -> None:
    document = parse("p.yaml", text.encode())
    (finding,) = document.findings
    assert (finding.rule, finding.place.line, finding.place.column) == (
        "syntax-error",
        line,
        column,
    )
    assert words in finding.message
    assert finding.remedy
    assert document.data == {}


def test_every_defect_is_found_by_some_case() -> None:
    tables = [rows for _, _, rows in TEXTS] + [rows for _, _, rows in BYTES]
    found = {rule for rows in tables for rule, _, _ in rows} | {"syntax-error"}
    assert found == {defect.name for defect in DEFECTS}


def test_defects_are_explained_in_order() -> None:
    assert [each.name for each in DEFECTS] == sorted({each.name for each in DEFECTS})
    assert all(each.title and each.explanation and each.remedy for each in DEFECTS)


def test_equal_keys_name_both_lines() -> None:
    (finding,) = parse("p.yaml", b"a: 1\nb: 2\na: 3\n").findings
    assert "line 1" in finding.message
    assert "line 3" in finding.message
    assert [(each.line, each.column) for each in finding.also] == [(1, 1)]


def test_the_first_of_equal_keys_is_kept() -> None:
    assert parse("p.yaml", b"a: {x: 1}\nb: 2\na: {y: 3}\n").data == {"a": {"x": 1}, "b": 2}


def test_byte_offset_is_said() -> None:
    (finding,) = parse("p.yaml", "a: ü\nb: ".encode() + b"\xfc").findings
    assert "byte 9 " in finding.message


def test_message_shows_what_is_invisible_and_cuts_what_is_long() -> None:
    (finding,) = parse("p.yaml", ("k" * 40 + "\u00a0" + "k" * 200 + ": 1").encode()).findings
    assert "U+00A0" in finding.message
    assert "k" * 61 not in finding.message


def test_many_findings_are_cut() -> None:
    findings = parse("p.yaml", b"a:\n" + b"- no\n" * 150).findings
    assert len(findings) == 100
    assert "there is more" in findings[-1].message


def test_remedy_says_what_to_write() -> None:
    remedies = {
        "no": "write false",
        "ON": "write true",
        "TRUE": "write true",
        "12:30": 'Write "12:30"',
        "2024-2-8": "Write 2024-02-08",
    }
    for text, words in remedies.items():
        (finding,) = parse("p.yaml", f"a: {text}".encode()).findings
        assert words in finding.remedy
