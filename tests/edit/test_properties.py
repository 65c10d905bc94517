"""For any record and any value: what was meant changes, comments and line ends survive."""

import re
from decimal import Decimal
from typing import Any
from unicodedata import normalize

from hypothesis import given, settings
from hypothesis import strategies as st

from pmoascode.document import Document, Keys, parse
from pmoascode.edit import with_value, without, written
from pmoascode.edit.copying import with_part, without_part
from pmoascode.edit.proof import is_same, plain

ODD = [
    "NO",
    "12:30",
    "010",
    "1e3",
    "~",
    "null",
    "2027-01-31",
    "- a",
    "a: b",
    "a #b",
    "#a",
    "%",
    "@x",
    "`",
    "*a",
    "&a",
    "!t",
    "|",
    ">",
    "?",
    "'",
    '"',
    "{",
    "[a",
    "a,b",
    "a]",
    "",
    " a",
    "a ",
    "=",
    "<<",
    "a:",
    ":",
    "1.10",
    "---",
    "...",
]
KEYS = st.from_regex(r"[a-z_][a-z0-9_-]{0,8}", fullmatch=True).filter(
    lambda key: key not in {"y", "n", "on", "off", "yes", "no", "null", "true", "false"}
)
CHARS = st.characters(
    codec="utf-8",
    categories=["L", "N", "P", "S", "Zs"],
    exclude_characters="\u115f\u1160\u3164\uffa0\u034f",
)
TEXTS = st.one_of(
    st.sampled_from(ODD),
    st.text(CHARS, max_size=30),
    st.text(st.sampled_from("ab :#-\n'\"\\\t"), max_size=20),
    st.lists(st.text("abc.,;:", min_size=1, max_size=12), min_size=20, max_size=60).map(" ".join),
).map(lambda text: normalize("NFC", text))
SCALARS = st.one_of(
    TEXTS,
    st.integers(-(10**14), 10**14),
    st.decimals(-(10**9), 10**9, places=2),
    st.booleans(),
    st.none(),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)
RECORDS = st.dictionaries(KEYS, VALUES, min_size=1, max_size=5)


def read(text: str) -> Document:
    document = parse("r.yaml", text.encode())
    assert document.findings == ()
    return document


def ways(data: Any, keys: Keys = ()) -> list[Keys]:
    pairs = (
        data.items()
        if isinstance(data, dict)
        else enumerate(data)
        if isinstance(data, list)
        else ()
    )
    return [way for key, part in pairs for way in ((*keys, key), *ways(part, (*keys, key)))]


def commented(text: str) -> tuple[str, int]:
    """A comment behind each line that surely starts a short field, and one above it."""
    pattern = re.compile(r"^( *)([a-z_][a-z0-9_-]*: [a-z0-9]+)$", re.MULTILINE)
    marked, number = pattern.subn(r"\1# above\n\1\2  # behind", text)
    try:
        same = is_same(read(marked).data, read(text).data)
    except AssertionError:
        same = False
    return (marked, number) if same else (text, 0)


@settings(max_examples=100, deadline=None)
@given(RECORDS)
def test_what_is_written_reads_back(data: dict[str, Any]) -> None:
    assert is_same(read(written(data)).data, plain(data))


@settings(max_examples=100, deadline=None)
@given(RECORDS, VALUES, st.data())
def test_only_the_value_changes(data: dict[str, Any], value: Any, draw: st.DataObject) -> None:
    text, number = commented(written(data))
    crlf = draw.draw(st.booleans())
    document = read(text.replace("\n", "\r\n") if crlf else text)
    keys = draw.draw(st.sampled_from(ways(document.data)))
    after = with_value(document, keys, value)
    assert is_same(read(after).data, with_part(document.data, keys, plain(value)))
    assert not crlf or after.count("\r\n") == after.count("\n")
    if number and is_short(document, keys) and not isinstance(value, dict | list):
        assert after.count("# above") == number
        assert after.count("# behind") == number


def is_short(document: Document, keys: Keys) -> bool:
    start, end = document.span(keys)
    return "\n" not in document.text[start:end]


@settings(max_examples=100, deadline=None)
@given(RECORDS, KEYS, SCALARS, st.data())
def test_a_new_field_is_added(
    data: dict[str, Any], key: str, value: Any, draw: st.DataObject
) -> None:
    text, number = commented(written(data))
    document = read(text)
    holders: list[Keys] = [(), *(way for way in ways(document.data))]
    holders = [way for way in holders if isinstance(part_at(document.data, way), dict | None)]
    keys = (*draw.draw(st.sampled_from(holders)), key)
    order = draw.draw(st.lists(KEYS, max_size=5))
    after = with_value(document, keys, value, [*order, key])
    assert is_same(read(after).data, with_part(document.data, keys, plain(value)))
    assert after.count("# above") == number


def part_at(data: Any, keys: Keys) -> Any:
    for key in keys:
        data = data[key]
    return data


@settings(max_examples=100, deadline=None)
@given(RECORDS, st.data())
def test_only_the_value_goes(data: dict[str, Any], draw: st.DataObject) -> None:
    document = read(commented(written(data))[0])
    keys = draw.draw(st.sampled_from(ways(document.data)))
    after = without(document, keys)
    assert is_same(read(after).data, without_part(document.data, keys))


def test_a_decimal_keeps_its_places() -> None:
    assert written({"a": Decimal("1.50"), "b": Decimal("1E+3")}) == "a: 1.50\nb: 1000\n"
