"""The line that names the schema goes above a file, and every other byte stays."""

import pytest

from pmoascode.document import parse
from pmoascode.editors.modeline import with_modeline

PATH = "portfolio/projects/apollo/risks.yaml"
SCHEMA = ".pmo/schemas/risk.schema.json"
LINE = b"# yaml-language-server: $schema=../../../.pmo/schemas/risk.schema.json"
FORMER = b"# yaml-language-server: $schema=old.json"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"a: {title: x}\n", LINE + b"\na: {title: x}\n"),
        (b"a: {title: x}", LINE + b"\na: {title: x}"),
        (b"# mine\n\na:\n    title:   x # y\n", LINE + b"\n# mine\n\na:\n    title:   x # y\n"),
        (b"---\na: {title: x}\n", LINE + b"\n---\na: {title: x}\n"),
        (b"a: {title: x}\r\nb: {title: y}\r\n", LINE + b"\r\na: {title: x}\r\nb: {title: y}\r\n"),
        (b"\xef\xbb\xbfa: {title: x}\n", b"\xef\xbb\xbf" + LINE + b"\na: {title: x}\n"),
        (FORMER + b"\na: {title: x}\n", LINE + b"\na: {title: x}\n"),
        (LINE + b"\na: {title: x}\n", LINE + b"\na: {title: x}\n"),
        (b"a: {title: no: thing}\n", None),
        (b"a: [\n", None),
    ],
)
def test_the_line_and_nothing_else(old: bytes, new: bytes | None) -> None:
    assert with_modeline(PATH, old, SCHEMA) == new
    if new:
        assert parse(PATH, new).data == parse(PATH, old).data


def test_the_address_goes_out_from_the_file() -> None:
    made = with_modeline(
        "organisation.yaml", b"name: Harbour\n", "build/s/organisation.schema.json"
    )
    assert made
    assert made.startswith(b"# yaml-language-server: $schema=build/s/organisation.schema.json\n")
