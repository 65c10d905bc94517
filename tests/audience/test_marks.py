"""The quick reader of words and the pattern that says what a word is agree."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pmoascode.audience.marks import WORD, spelt_words

STRANGE = "abZ09_-.,'’“– \n\x00\x85\xa0…éßŁİK漢か\u0308\u200b\u202e\ud800\U0001f600²½٣&;<>\""


@settings(deadline=None, max_examples=500)
@given(st.text(max_size=30) | st.text(alphabet=STRANGE, max_size=30))
def test_the_quick_reader_finds_every_word(text: str) -> None:
    assert spelt_words(text) == set(WORD.findall(text))
