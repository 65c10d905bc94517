"""What looks odd and is taken; blobs."""

from decimal import Decimal
from typing import Any

import pytest

from pmoascode.document import blob_id, parse

DEEPEST = "a: " + "[" * 15 + "]" * 15

CASES: list[tuple[str, Any]] = [
    ("a: true", True),
    ("a: false", False),
    ("a: null", None),
    ("a:", None),
    ("a: # nothing yet", None),
    ("a: 0", 0),
    ("a: -12", -12),
    ("a: -0", 0),
    ("a: 999999999999999", 999_999_999_999_999),
    ("a: 19.99", Decimal("19.99")),
    ("a: 1.10", Decimal("1.10")),
    ("a: 0.1", Decimal("0.1")),
    ("a: 2028-02-29", "2028-02-29"),
    ("a: 2026-10-01T10:00:00Z", "2026-10-01T10:00:00Z"),
    ("a: 2026-10", "2026-10"),
    ("a: 2026-w45", "2026-w45"),
    ("a: 14 days", "14 days"),
    ("a: 80 %", "80 %"),
    ("a: 3.2.1", "3.2.1"),
    ("a: 1,000", "1,000"),
    ("a: no longer needed", "no longer needed"),
    ("a: Norway", "Norway"),
    ("a: on-hold", "on-hold"),
    ("a: .", "."),
    ("a: ''", ""),
    ("a: 'no'", "no"),
    ('a: "12:30"', "12:30"),
    ('a: "010"', "010"),
    ("a: |\n  no\n", "no\n"),
    ("a: >-\n  1e3\n", "1e3"),
    ("a: 'x\ty'", "x\ty"),
    ("a: |\n  x\ty\n", "x\ty\n"),
    ('a: "x\\ty\\n"', "x\ty\n"),
    ("a: R&D * 2 ! 50%", "R&D * 2 ! 50%"),
    ("a: see https://example.org/#x", "see https://example.org/#x"),
    ("a: x #1", "x"),
    ("a: x#1", "x#1"),
    ("a: it's", "it's"),
    ("a: |\n  ---\n  <<: *x\n  =======\n", "---\n<<: *x\n=======\n"),
    ("---\na: 1\n...\n", 1),
    ("a: {}", {}),
    ("a: []", []),
    ("a: {b}", {"b": None}),
    ("a: {b: , c: 1,}", {"b": None, "c": 1}),
    ("a:\n- 1\n-\n- x", [1, None, "x"]),
    ("? a\n: 1\n", 1),
    ("a: {'<<': 1, '1': 2, 'on': 3}", {"<<": 1, "1": 2, "on": 3}),
    ("a: {2026-10-01: 1, y_2: 2, to: 3}", {"2026-10-01": 1, "y_2": 2, "to": 3}),
    ("a: Zoë 李 \U0001f680 \u26a0\ufe0f", "Zoë 李 \U0001f680 \u26a0\ufe0f"),
    ("a: ١٢", "١٢"),
    ("a: one\n  two", "one two"),
    ("a: 'x\n\n  y'", "x\ny"),
    (f"a: 1\n{'k' * 128}: 1", 1),
    ("a: " + "x" * 64 * 1024, "x" * 64 * 1024),
]


@pytest.mark.parametrize("is_windows", [False, True], ids=["lf", "bom-crlf"])
@pytest.mark.parametrize(("text", "value"), CASES, ids=[text[:30] for text, _ in CASES])
def test_accepted_text_has_no_finding(text: str, value: Any, is_windows: bool) -> None:
    written = "\ufeff" + text.replace("\n", "\r\n") if is_windows else text
    document = parse("p.yaml", written.encode())
    assert document.findings == ()
    assert document.data["a"] == value
    assert type(document.data["a"]) is type(value)


def test_the_bounds_themselves_are_accepted() -> None:
    for text in (DEEPEST, "a:\n" + "- 1\n" * 19_997, "a: x\n#" + "x" * (1024 * 1024 - 6)):
        assert parse("p.yaml", text.encode()).findings == ()


def test_text_is_kept_but_for_the_mark() -> None:
    document = parse("p.yaml", "\ufeffa: ü\r\n".encode())
    assert document.text == "a: ü\r\n"


def test_blob_id_is_git_s() -> None:
    assert blob_id(b"") == "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"
    assert blob_id(b"hello\n") == "ce013625030ba8dba906f756967f9e9ca394464a"
