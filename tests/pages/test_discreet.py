"""Reading only what may tell changes a page as reading each tag and text of it does."""

import re
import unicodedata
from collections.abc import Sequence
from html import unescape
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmoascode.audience import discretion
from pmoascode.audience.discretion import Discretion
from pmoascode.pages.discreet import _ANCHORS, _ATTRIBUTE, _LINKS, _OURS, in_html
from tests.audience.test_discretion import PEOPLE
from tests.views.test_people_and_roles import office_with

MORE = {
    "nikos-simos": "name: Νίκος Σίμος\npublish: role\n",
    "juergen-mueller": "name: Jürgen Müller\npublish: initials\n",
    "ipek-bi": "name: İpek Bİ Öz\npublish: initials\n",
    "007-bond": "name: James O'Bond\npublish: initials\n",
    "siobhan-named": "name: Siobhan O'Named\n",
}
OFFICE = office_with(
    {"policy/policy.yaml": "people: {publish: full, words: [Bill]}\n"}
    | {f"people/{id}.yaml": text for id, text in (PEOPLE | MORE).items()}
)


class Plainly(Discretion):
    """The same without passing anything over."""

    def places(self, text: str) -> Sequence[int]:
        return range(len(text))


FOUND = discretion(OFFICE)
PLAIN = Plainly(FOUND.wholes, FOUND.parts, FOUND.unspaced)
NAMES = """
    Tom tom BERG berg Bergmann Sam Okoro okoro Ju\u0308rgen Jürgen von größer JUERGEN
    tom-berg tom.berg@harbour.example sam-okoro tberg-hub Siob Siobhan O&#39;Leary O'Leary
    O&#39;Named 王小明 王小 Νίκος ΝΊΚΟΣ νίκος Σίμος İpek i\u0307pek Bİ öz K 007 bond
    J%C3%BCrgen_M%C3%BCller m%c3%bcller %74om-%62erg
    Grace Mark Bill Waters 2027 and … · – é \u0338 \u0307
"""
WORDS = NAMES.split()
GAPS = ("", " ", "\n", "-", "_", ".", ", ", "&nbsp;", "%20", "@", "/")
TAGS = (
    *("<b>", "</b>", "<", ">", '"', '" ', "<br/>", '<i title="', '<a href="', '<a id="'),
    *('<a href="https://chat.example/', '<a href="mailto:', '<p class="', '<p data-sort="'),
)
TEXTS = st.lists(st.sampled_from(WORDS) | st.sampled_from(GAPS), max_size=12).map("".join)
PAGES = st.lists(
    st.sampled_from(WORDS) | st.sampled_from(GAPS) | st.sampled_from(TAGS), max_size=24
).map("".join)


@settings(deadline=None, max_examples=400)
@given(TEXTS | st.text(max_size=20))
def test_nothing_is_passed_over_in_a_text(text: str) -> None:
    assert FOUND(text) == PLAIN(text)
    assert FOUND.html(text) == PLAIN.html(text)
    assert FOUND.address(text) == PLAIN.address(text)


@settings(deadline=None, max_examples=400)
@given(PAGES)
def test_nothing_is_passed_over_in_a_page(html: str) -> None:
    assert in_html(html, FOUND) == plainly(html)


def plainly(html: str) -> str:
    """What each tag and each text of the page is, one after the other."""
    composed = unicodedata.normalize("NFC", html.replace("\u0338", "&#824;"))
    pieces = re.split(r"(<[^>]*>)", composed)
    return "".join(
        _ATTRIBUTE.sub(attribute, piece) if number % 2 else PLAIN.html(piece)
        for number, piece in enumerate(pieces)
    )


def attribute(found: re.Match[str]) -> str:
    name, value = found[1], found[2]
    if name in _OURS:
        return found[0]
    if name not in _LINKS | _ANCHORS:
        return f' {name}="{PLAIN.html(value)}"'
    parts = urlsplit(unescape(value))
    if name in _LINKS and (parts.scheme or parts.netloc):
        return "" if PLAIN.tells(unquote(unescape(value))) else found[0]
    return f' {name}="{PLAIN.address(value)}"'


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a</p><!-- c > <d --><p>Tom Berg</p>", "<p>a</p><!-- c > <d --><p>T. B.</p>"),
        ("Tom<!-- <b>Tom</b>\nleft -->Berg", "T. B.T. B."),
        ('<a href="https://chat.example/J%C3%BCrgen_M%C3%BCller">who</a>', "<a>who</a>"),
        ("Siobhan O&#39;Named, Siobhan", "Siobhan O&#39;Named, S. O."),
    ],
)
def test_comments_addresses_and_who_is_named(html: str, expected: str) -> None:
    assert in_html(html, FOUND) == expected


@pytest.mark.parametrize("marks", ["\u0338", "\u0323\u0338", "\u0338\u0338"])
def test_no_text_opens_a_tag_again(marks: str) -> None:
    html = in_html(f"<h1>{marks} onclick=ran() x=</h1>", Discretion())
    assert html.startswith("<h1>")
    assert unescape(html) == f"<h1>{marks} onclick=ran() x=</h1>"
