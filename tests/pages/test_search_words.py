"""What readers type for a page beside its title."""

from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

from pmoascode.pages.search_words import WORDS, words
from pmoascode.pages.site import site
from tests.pages.small_site import LARGE, facts, office


def test_words_are_of_pages_that_there_are() -> None:
    paths = {page.path for page in site(facts(office(LARGE))).pages if page.words}
    paths |= {
        f"roles/{file.stem}" for file in Path(str(files("pmoascode"))).glob("built_in/roles/*.yaml")
    }
    kinds = {f"*/{path.rpartition('/')[2]}" for path in paths}
    assert set(WORDS) - paths - kinds == set()


def test_a_word_leads_to_one_page() -> None:
    said = Counter(word.casefold() for listed in WORDS.values() for word in listed.split(", "))
    assert [word for word, count in said.items() if count > 1] == []


@pytest.mark.parametrize(
    ("path", "title", "typed"),
    [
        ("registers", "Registers", ("RAID",)),
        ("projects/apollo/pid", "PID: Apollo", ("PID",)),
        ("projects/apollo", "Apollo", ()),
        ("people/chloe", "Chlo\u00e9 Dubois", ("Chloe Dubois",)),
        ("people/chloe", "Chloe\u0301 Dubois", ("Chloe Dubois",)),
    ],
)
def test_a_title_is_found_without_its_accents(
    path: str, title: str, typed: tuple[str, ...]
) -> None:
    assert words(path, title) == typed
