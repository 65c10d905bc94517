"""What holds for all files: no exception, nothing lost, the same reading as PyYAML's nodes."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from typing import Any
from unicodedata import normalize

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from pmoascode.document import Document, Keys, parse

PARTS = (
    """a|-|[|]|{|}|,|'|"|>|&|*|!|%|@|#|?|:|~| |<<:|no|12:30|010|1e3|---|...|\\x1b|\\ud800"""
    """|\t|\n|b: |c:\n  - |- |\n  |\r\n|\u2028|\ufeff|é|e\u0301|2024-02-30|&x |*x|!t """
    """|<<<<<<<|=======|>>>>>>>"""
)
WORDS = st.sampled_from([*PARTS.split("|"), "|", "|\n  "])
YAML_LIKE = st.lists(WORDS, max_size=30).map(" ".join) | st.lists(WORDS, max_size=30).map("".join)

KEYS = st.from_regex(r"k[a-z_-]{0,8}", fullmatch=True)  # no word such as on
CHARACTERS = st.characters(min_codepoint=32, max_codepoint=0x2FF, exclude_characters="\x7f\xad")
TEXTS = st.text(CHARACTERS.filter(lambda c: not "\x80" <= c <= "\x9f")).map(
    lambda text: normalize("NFC", text)
)
SCALARS = (
    TEXTS
    | st.integers(-(10**15) + 1, 10**15 - 1)
    | st.booleans()
    | st.none()
    | st.decimals(-(10**9), 10**9, places=2, allow_nan=False).map(lambda number: number + 0)
)
DATA = st.dictionaries(
    KEYS,
    st.recursive(
        SCALARS,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
        max_leaves=12,
    ),
    min_size=1,
    max_size=5,
)


def plain(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def written(value: Any, indent: int) -> str:
    """The value as block YAML, its texts in quotes."""
    if isinstance(value, dict) and value:
        return "".join(f"\n{' ' * indent}{k}:{written(v, indent + 2)}" for k, v in value.items())
    if isinstance(value, list) and value:
        return "".join(f"\n{' ' * indent}-{written(each, indent + 2)}" for each in value)
    if value is None or isinstance(value, bool):
        return f" {json.dumps(value)}"
    return f" {plain(value) if isinstance(value, str) else value}"


def paths(data: Any, keys: Keys = ()) -> Iterator[tuple[Keys, Any]]:
    """Every way through the data, and the value at its end."""
    inside = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in inside:
        yield (*keys, key), value
        if isinstance(value, (dict, list)):
            yield from paths(value, (*keys, key))


def sound(document: Document, content: bytes) -> None:
    """A document is used or says why not, and each finding stands in its text."""
    assert document.data or document.findings or content.strip() in (b"{}", b"--- {}")
    lines = document.text.split("\n")
    for finding in document.findings:
        assert 1 <= finding.place.line <= len(lines)
        assert 1 <= finding.place.column <= len(lines[finding.place.line - 1]) + 1
        assert finding.message.isprintable()
        assert len(finding.message) < 300
    for keys, _ in paths(document.data):
        document.place(keys)
        start, end = document.span(keys)
        assert 0 <= start <= end <= len(document.text)


@given(st.binary() | st.text().map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_no_bytes_raise(content: bytes) -> None:
    sound(parse("p.yaml", content), content)


@settings(max_examples=400)
@given(YAML_LIKE)
def test_nothing_like_yaml_raises(text: str) -> None:
    sound(parse("p.yaml", text.encode()), text.encode())


@given(DATA)
def test_written_data_is_read_back(data: dict[str, Any]) -> None:
    document = parse("p.yaml", written(data, 0).encode())
    assert document.findings == ()
    assert document.data == data
    assert [type(value) for _, value in paths(document.data)] == [type(v) for _, v in paths(data)]


@given(DATA)
def test_every_place_points_at_its_key_and_its_value(data: dict[str, Any]) -> None:
    document = parse("p.yaml", written(data, 0).encode())
    lines = document.text.split("\n")
    for keys, value in paths(document.data):
        start, end = document.span(keys, of_key=True)
        assert document.text[start:end] == (keys[-1] if isinstance(keys[-1], str) else "-")
        place = document.place(keys, of_key=True)
        assert lines[place.line - 1][place.column - 1 :].startswith(document.text[start:end])
        start, end = document.span(keys)
        assert document.text[start:end].strip() == written(value, place.column + 1).strip()


def by_nodes(node: Any) -> Any:
    """The data as PyYAML composes it, with the few plain scalars the records know."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: by_nodes(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [by_nodes(each) for each in node.value]
    text = str(node.value)
    if node.style in ("'", '"', "|", ">"):
        return text
    if re.fullmatch(r"-?[0-9]+", text):
        return int(text)
    if re.fullmatch(r"-?[0-9]+\.[0-9]+", text):
        return Decimal(text)
    return {"": None, "null": None, "true": True, "false": False}.get(text, text)


@settings(max_examples=400)
@given(YAML_LIKE.map(lambda text: "k: " + text))
def test_accepted_text_means_what_pyyaml_composes(text: str) -> None:
    document = parse("p.yaml", text.encode())
    if not document.findings:
        assert document.data == by_nodes(yaml.compose(text, yaml.CSafeLoader))


def test_a_missing_libyaml_is_said_plainly() -> None:
    code = "import sys; sys.modules['yaml.cyaml'] = None; import pmoascode.document"
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert ended.returncode == 1
    assert "PyYAML is installed without libyaml" in ended.stderr
