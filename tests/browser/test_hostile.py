"""A site whose records say everything that does harm elsewhere, in a real browser on a phone."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from playwright.sync_api import Browser, Dialog, Page, Route

from tests.hostile_records import ID, PAYLOADS, hostile_office

from .example import built
from .serving import served
from .visiting import LAY_OUT, PHONE

pytestmark = pytest.mark.browser
# Pages that say the same of every office are looked at elsewhere; those of one work stand for all.
_GENERAL = ("rules", "reference", "guides", "explanation", "standards", "covers")
LISTEN = """window.found = [];
document.addEventListener('securitypolicyviolation', event =>
    window.found.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`))"""
LOOK = """() => ({
    ran: typeof window.ran,
    found: window.found,
    wide: document.documentElement.scrollWidth,
    cut: [...document.querySelectorAll('article h1, article h2, article p, article dd')].filter(
        each => each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).overflowX ===
            'hidden' && getComputedStyle(each).textOverflow !== 'ellipsis').length,
    risky: [...document.querySelectorAll(
        'iframe, object, embed, base, article form, article script, article style, ' +
        'article link, article img, article meta, [onclick], [onload], [onerror], [onfocus]'
    )].map(each => each.outerHTML.slice(0, 90)),
    title: document.title,
})"""


# What the others say is read out of the files, which takes less long: tests/pages.
@pytest.fixture(scope="module", params=["markup", "templates", "long"])
def hostile(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the office with one payload in every free text and in the commit."""
    folder = tmp_path_factory.mktemp("hostile")
    hostile_office(folder / "portfolio", request.param)
    said = ["-c", "user.name=A <b>", "-c", "user.email=a@b.example", "commit", "--quiet", "-m"]
    for arguments in (["init", "--quiet"], ["add", "."], [*said, PAYLOADS[request.param]]):
        subprocess.run(["git", *arguments], cwd=folder, check=True)
    return built(folder, folder / "build/site")


def paths(site: Path) -> Iterator[str]:
    """One page of each sort, with the pages of the fullest work."""
    for file in sorted(site.rglob("index.html")):
        path = file.parent.relative_to(site).as_posix()
        parts = path.split("/")
        is_one_of_many = len(parts) > 1 and parts[1] not in (ID, "programme-" + "p" * 54)
        is_named = parts[0] in ("projects", "programmes", "roles", "findings", "meetings")
        if parts[0] not in _GENERAL and not (is_named and is_one_of_many):
            yield "" if path == "." else path + "/"


def stopped(dialog: Dialog, seen: list[str]) -> None:
    seen.append(f"says {dialog.message}")
    dialog.dismiss()


def opened(browser: Browser, address: str, seen: list[str]) -> Page:
    page = browser.new_context(viewport={"width": PHONE, "height": 900}).new_page()

    def judge(route: Route) -> None:
        if not route.request.url.startswith((address, "data:")):
            seen.append(f"asks {route.request.url}")
        route.continue_()

    page.route("**/*", judge)
    page.add_init_script(LISTEN)
    page.on("dialog", lambda dialog: stopped(dialog, seen))
    page.on("console", lambda m: seen.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: seen.append(str(error)))
    return page


def test_nothing_runs_asks_or_shows_beyond_its_place(hostile: Path, browser: Browser) -> None:
    seen: list[str] = []
    wrong: list[Any] = []
    with served(hostile) as address:
        page = opened(browser, address, seen)
        looked = list(paths(hostile))
        for path in looked:
            page.goto(address + path)
            page.evaluate(LAY_OUT)
            told = page.evaluate(LOOK)
            assert told["title"]
            fine = {"ran": "undefined", "found": [], "risky": [], "cut": 0}
            if told["wide"] > PHONE or {key: told[key] for key in fine} != fine:
                wrong.append((path, told))
        page.context.close()
    assert len(looked) > 40
    assert (seen, wrong) == ([], [])


def test_the_index_of_the_search_and_the_map_of_the_site_are_read(hostile: Path) -> None:
    found = json.loads((hostile / "search/search_index.json").read_text("utf-8"))
    assert {type(each["text"]) for each in found["docs"]} == {str}
    assert not any("<script" in each["text"] + each["title"] for each in found["docs"])
    assert fromstring((hostile / "sitemap.xml").read_bytes()).tag.endswith("urlset")  # noqa: S314
