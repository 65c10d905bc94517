"""What the tests of the guides lean on."""

from collections.abc import Sequence

import pytest

from tests.docs.guide import put_in
from tests.docs.shown import first_missing

SAID = ("error: late", "", " --> a.yaml:1:2", "3 errors (69 rules on 3 files)")


@pytest.mark.parametrize(
    ("shown", "missing"),
    [
        (SAID, None),
        (("error: late", "..."), None),
        (("...", " --> a.yaml:1:2", "..."), None),
        (("...", "3 errors (70 rules on 9 files)"), None),
        ((), None),
        (("error: late",), "nothing after error: late"),
        (("error: late", "3 errors (69 rules on 3 files)"), "3 errors (69 rules on 3 files)"),
        ((" --> a.yaml:1:2", "..."), " --> a.yaml:1:2"),
        (("...", " --> a.yaml:1:2", "error: late", "..."), "error: late"),
        (("...", "error: early", "..."), "error: early"),
    ],
)
def test_lines_are_shown_as_they_were_said(shown: Sequence[str], missing: str | None) -> None:
    assert first_missing(shown, SAID) == missing


@pytest.mark.parametrize(
    ("text", "excerpt", "expected"),
    [
        ("", "a: 1\n", "a: 1\n"),
        ("# note\na: 1\nb: 2\n", "b: 3\nc: 4\n", "# note\na: 1\nb: 3\nc: 4\n"),
        ("a:\n  b: 1\n  c: 2\nd: 3\n", "a:\n  c: 5\n", "a:\n  b: 1\n  c: 5\nd: 3\n"),
        ("a: {b: 1}\nc: 2\n", "a:\n  b: 3\n", "a:\n  b: 3\nc: 2\n"),
        ("a:\n  - 1\nc: 2\n", "a:\n  - 3\n", "a:\n  - 3\nc: 2\n"),
    ],
)
def test_an_excerpt_replaces_what_it_names(text: str, excerpt: str, expected: str) -> None:
    assert put_in(text, excerpt) == expected
