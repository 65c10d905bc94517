"""The public edition of the example, by the policy of the guide, as the public walks it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.docs.guide import DOCS, Written, put_in, steps

from .example import built
from .serving import served

pytestmark = pytest.mark.browser

KEPT_BACK = ("findings/", "governance-health/", "registers/lessons/")
NOT_PUBLISHED = "Not published in this edition."
_ENTRIES = "[...document.querySelectorAll('.md-nav a[href], .md-tabs a[href]')].map(a => a.href)"
# Of links in drawings, too.
_LINKS = """[...document.querySelectorAll('a[href]')]
    .map(a => new URL(a.getAttribute('href'), document.baseURI).href)"""
# What the page says beside its title and the notice of the edition.
_SAID = """() => {
    const content = document.querySelector('article').cloneNode(true);
    content.querySelectorAll('h1, .pmo-edition').forEach(part => part.remove());
    return content.textContent.trim();
}"""


@pytest.fixture(scope="module")
def address(office: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    copy = Path(shutil.copytree(office, tmp_path_factory.mktemp("public") / "office"))
    for step in steps(DOCS / "guides/audiences.md"):
        if isinstance(step, Written):
            file = copy / step.path
            file.write_text(put_in(file.read_text("utf-8"), step.text), "utf-8")
    with served(built(copy, copy / "build/site", audience="public")) as found:
        yield found


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    opened = browser.new_page()
    opened.goto(address)
    yield opened
    opened.close()


def test_every_entry_of_the_navigation_leads_to_a_page_that_says_something(
    page: Page, address: str
) -> None:
    entries = {link.partition("#")[0] for link in page.evaluate(_ENTRIES)}
    assert len(entries) > 30
    for entry in sorted(entries):
        answer = page.goto(entry)
        said = page.evaluate(_SAID)
        assert answer is not None, entry
        assert answer.ok, entry
        assert len(said) > 100, entry
        assert NOT_PUBLISHED not in said, entry
        led = {link.partition("#")[0].removeprefix(address) for link in page.evaluate(_LINKS)}
        assert led.isdisjoint(KEPT_BACK), entry


@pytest.mark.parametrize("path", KEPT_BACK)
def test_who_knows_the_address_is_told_that_it_is_not_published(
    page: Page, address: str, path: str
) -> None:
    page.goto(address + path)
    assert NOT_PUBLISHED in page.evaluate(_SAID)


@pytest.mark.parametrize("words", ["Findings", "Governance health", "Register of lessons"])
def test_the_search_finds_no_page_that_is_kept_back(page: Page, words: str) -> None:
    field = "[data-md-component=search-query]"
    page.focus(field)
    page.keyboard.type(words)
    found = ".md-search-result__list > li a"
    page.wait_for_selector(found, state="attached", timeout=20_000)
    addresses = page.eval_on_selector_all(found, "all => all.map(a => a.getAttribute('href'))")
    assert addresses
    assert [each for each in addresses if any(f"/{path}" in f"/{each}" for path in KEPT_BACK)] == []
