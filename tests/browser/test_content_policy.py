"""The site under its content security policy: everything works, and nothing else runs."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from .visiting import WIDTH, Visits

pytestmark = pytest.mark.browser
WRITTEN = ("guides/", "guides/administrator/", "404.html")
LISTEN = """window.violations = [];
document.addEventListener('securitypolicyviolation', event =>
    window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`))"""


def watched(page: Page) -> Page:
    page.add_init_script(LISTEN)
    page.reload()
    return page


def violations(page: Page) -> list[str]:
    page.wait_for_timeout(100)
    found: list[str] = page.evaluate("window.violations")
    return found


def test_every_page_has_the_policy(site: Path) -> None:
    pages = list(site.rglob("*.html"))
    texts = {page: page.read_text("utf-8") for page in pages}
    assert [page for page, text in texts.items() if "Content-Security-Policy" not in text] == []
    assert [page for page, text in texts.items() if " style=" in text] == []


@pytest.mark.parametrize("path", WRITTEN)
def test_pages_written_by_hand_keep_it(visits: Visits, path: str) -> None:
    assert visits.seen(path).errors == []


def test_search_and_the_palette_keep_it(visits: Visits) -> None:
    page = watched(visits.opened(""))
    page.locator("input.md-search__input").focus()
    page.keyboard.type("supply", delay=50)
    page.locator(".md-search-result__item").first.wait_for(timeout=60_000)
    page.keyboard.press("Escape")
    for scheme in ("default", "slate", "default"):
        page.locator("label[for^=__palette]:visible").click()
        assert page.locator("body").get_attribute("data-md-color-scheme") == scheme
    page.reload()
    assert page.locator("body").get_attribute("data-md-color-scheme") == "default"
    assert violations(page) == []
    page.context.close()


def test_tables_and_paper_keep_it(visits: Visits) -> None:
    page = watched(visits.opened("registers/risks/"))
    page.locator(".pmo-filter").get_by_label("Status").select_option("open")
    page.locator("thead button").first.click()
    page.emulate_media(media="print")
    assert page.pdf(print_background=True)
    assert violations(page) == []
    page.context.close()


def test_it_stops_what_no_template_says(visits: Visits) -> None:
    page = watched(visits.opened(""))
    page.evaluate(
        """() => {
            const script = document.createElement('script');
            script.textContent = 'window.ran = true';
            const image = document.createElement('img');
            image.src = 'https://elsewhere.example/x.png';
            const styled = document.createElement('p');
            styled.setAttribute('style', 'color: red');
            document.body.append(script, image, styled);
        }"""
    )
    stopped = {each.split()[0] for each in violations(page)}
    assert stopped == {"script-src-elem", "img-src", "style-src-attr"}
    assert page.evaluate("window.ran") is None
    page.context.close()


def test_a_site_opened_from_a_disk_keeps_its_look(site: Path, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": WIDTH, "height": 900})
    page = context.new_page()
    page.add_init_script(LISTEN)
    page.goto((site / "registers/risks/index.html").as_uri())
    assert page.locator(".pmo-filter").count() == 1
    chosen = "getComputedStyle(document.querySelector('.md-header')).backgroundColor"
    assert page.evaluate(chosen) not in ("rgba(0, 0, 0, 0)", "rgb(255, 255, 255)")
    assert violations(page) == []
    context.close()
