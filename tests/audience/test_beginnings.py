"""No word is passed over that a plain look at each of them finds."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmoascode.audience.beginnings import Beginnings
from pmoascode.audience.marks import WORD

STRANGE = (
    "abZ09_-.,'’“– \n\x00\x85\xa0…éßŁİK漢ΣςЖж\u0307\u0308\u200b\u202e\ud800\U0001f600²½٣&;<>\""
)
TEXTS = st.text(max_size=30) | st.text(alphabet=STRANGE, max_size=30)


@settings(deadline=None, max_examples=500)
@given(TEXTS, TEXTS)
def test_every_word_is_found_where_it_stands(text: str, other: str) -> None:
    text, known = (unicodedata.normalize("NFC", each) for each in (text, f"{other} {text}"))
    words = sorted({word.lower() for word in WORD.findall(known)})[::2]
    places = list(Beginnings(words).places(text))
    for word in WORD.finditer(text):
        if word[0].lower() in words:
            assert any(word.start() <= place < word.end() for place in places), word


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Tom, TOM and atom, tombs, Tomás", [0, 5, 26]),
        ("ИВАН, иванов, Iван", [0]),
        ("in 2027, 20270 times", [3]),
        ("nobody", []),
    ],
)
def test_what_is_not_begun_is_passed_over(text: str, places: list[int]) -> None:
    assert sorted(Beginnings(["tom", "иван", "2027"]).places(text)) == places
