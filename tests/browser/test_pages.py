"""Each kind of page: open to everybody, silent towards others, whole on a phone."""

from pathlib import Path

import pytest

from pmoascode.pages.links import broken
from pmoascode.worktree import text_files

from .kinds import KINDS, folders
from .visiting import PHONE, Scheme, Visits

pytestmark = pytest.mark.browser
each_kind = pytest.mark.parametrize("path", KINDS, ids=lambda path: path or "home")
each_scheme = pytest.mark.parametrize("scheme", ["light", "dark"])


def test_every_kind_of_page_is_looked_at(site: Path) -> None:
    assert folders(site) == {kind.partition("/")[0] for kind in KINDS} - {""}
    assert [kind for kind in KINDS if not (site / kind / "index.html").is_file()] == []


@each_kind
@each_scheme
def test_nothing_shuts_a_reader_out(visits: Visits, path: str, scheme: Scheme) -> None:
    assert visits.seen(path).barriers[scheme] == []


@each_kind
def test_no_request_leaves_this_machine(visits: Visits, path: str) -> None:
    assert visits.seen(path).outside == []


@each_kind
def test_the_console_is_quiet(visits: Visits, path: str) -> None:
    assert visits.seen(path).errors == []


CRAMPED = """() => [
    ...document.querySelectorAll('.pmo-table thead th:not(.pmo-upright)')
].filter(cell => cell.checkVisibility()).filter(cell => {
    const words = cell.innerText.split(/\\s+/).map(word => word.length);
    const letter = parseFloat(getComputedStyle(cell).fontSize) * 0.42;
    return cell.clientWidth < Math.max(...words) * letter;
}).map(cell => cell.innerText)"""


@each_kind
def test_a_phone_shows_whole_words_and_scrolls_no_page_sideways(visits: Visits, path: str) -> None:
    page = visits.opened(path, PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE
    assert page.evaluate(CRAMPED) == []
    page.context.close()


FOCUSED = "document.activeElement.matches('.md-skip') && document.activeElement.hash"
SKIPPED = """id => !document.getElementById(id).closest('header') &&
    document.getElementById(id).getBoundingClientRect().top < innerHeight"""


@pytest.mark.parametrize("path", [*KINDS, "404.html"], ids=lambda path: path or "home")
def test_the_first_key_of_tab_offers_to_skip_to_the_content(visits: Visits, path: str) -> None:
    page = visits.opened(path)
    page.keyboard.press("Tab")
    led_to = page.evaluate(FOCUSED)
    assert led_to
    page.keyboard.press("Enter")
    page.wait_for_function(f"location.hash === '{led_to}'")
    assert page.evaluate(SKIPPED, led_to[1:])
    page.keyboard.press("Tab")
    assert page.evaluate(
        "!document.activeElement.closest('header, .md-tabs, .md-sidebar--primary')"
    )
    page.context.close()


@each_kind
def test_every_column_is_seen_on_a_screen(visits: Visits, path: str) -> None:
    assert visits.seen(path).beyond == []


def test_every_link_and_anchor_resolves(site: Path) -> None:
    assert list(broken(text_files(site, ".html"))) == []


@each_kind
def test_the_standard_knows_all_that_the_theme_writes(site: Path, path: str) -> None:
    html = (site / path / "index.html").read_text("utf-8")
    assert ' tabindex=""' not in html
    assert 'type="checkbox" id="__drawer" autocomplete' not in html
    assert ('for="__toc"' in html) <= ('id="__toc"' in html)
