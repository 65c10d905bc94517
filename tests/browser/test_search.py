"""What a reader finds who types into the search of the site."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from .serving import served

pytestmark = pytest.mark.browser

FIRST = ".md-search-result__list > li:first-child a"


@pytest.fixture(scope="module")
def home(site: Path, browser: Browser) -> Iterator[Page]:
    with served(site) as address:
        page = browser.new_page()
        page.goto(address)
        yield page
        page.close()


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("twelve districts that lose most", "projects/smart-meters/"),
        ("Nadia Petrova", "people/nadia-petrova/"),
        ("batteries last fifteen", "#risk-meter-batteries"),
        ("green but late", "rules/green-but-late/"),
        ("RAID", "registers/"),
        ("EVM", "money/"),
        ("sponsor", "roles/sponsor/"),
        ("risk", "risks/"),
        ("Gantt", "roadmap/"),
    ],
)
def test_the_first_that_is_found(home: Page, words: str, address: str) -> None:
    field = "[data-md-component=search-query]"
    home.fill(field, "")
    home.focus(field)
    home.keyboard.type(words)
    home.wait_for_selector(f"{FIRST}[href*='{address}']", state="attached", timeout=20_000)


def test_the_index_holds_a_page_once_and_little_of_it(site: Path) -> None:
    found = json.loads((site / "search/search_index.json").read_text("utf-8"))["docs"]
    ours = [each for each in found if each["location"].startswith(("projects/", "people/"))]
    assert len({each["location"] for each in ours}) == len(ours)
    assert sum(len(json.dumps(each)) for each in ours) / len(ours) < 300
