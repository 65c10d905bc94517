"""Pages and a template of an office's own in a browser, in the site of each engine."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.pages.small_site import SMALL
from tests.site_shell.test_own_pages_in_sites import CONFIGURATION, TEMPLATE

from .example import built
from .serving import served
from .test_content_policy import violations, watched
from .visiting import PHONE, Visits

pytestmark = pytest.mark.browser
COLUMNS = """["id", "status", "phase", "tier", "overall_stated", "finish_baseline", "finish",
    "slip_days", "cost_baseline", "cost_forecast", "cost_actual"]"""
WIDE = f"""\
---
title: Wide
pmo: true
---

# Wide

{{{{ pmo.table("projects", columns={COLUMNS}) }}}}
"""
OURS = ("", "board/wide/")
PROJECT = next(SMALL.glob("projects/*/project.yaml")).parent.name
SCROLLS = "element => element.scrollWidth > element.clientWidth"


@pytest.fixture(scope="module", params=["mkdocs", "zensical"])
def visits(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, browser: Browser
) -> Iterator[Visits]:
    """Visits of the office's site."""
    office = tmp_path_factory.mktemp("own")
    shutil.copytree(SMALL, office / "portfolio")
    for name, text in {
        "site/docs/board/wide.md": WIDE,
        "site/overrides/pmo/home.html.jinja": TEMPLATE,
        "mkdocs.yml": CONFIGURATION,
    }.items():
        (office / name).parent.mkdir(parents=True, exist_ok=True)
        (office / name).write_text(text, "utf-8")
    with served(built(office, office / "build/site", engine=request.param)) as address:
        yield Visits(browser, address)


@pytest.mark.parametrize("path", [*OURS, f"projects/{PROJECT}/"])
def test_they_shut_nobody_out_and_keep_the_policy(visits: Visits, path: str) -> None:
    seen = visits.seen(path)
    assert (seen.outside, seen.errors) == ([], [])
    assert seen.barriers == {"light": [], "dark": []}


@pytest.mark.parametrize("path", OURS)
def test_a_phone_scrolls_the_table_and_not_the_page(visits: Visits, path: str) -> None:
    page = visits.opened(path, PHONE)
    assert not page.locator("html").evaluate(SCROLLS)
    if path:
        box = page.locator(".md-typeset__scrollwrap")
        assert box.evaluate(SCROLLS)
        box.focus()
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(500)  # it moves smoothly
        assert box.evaluate("element => element.scrollLeft") > 0
    else:
        assert page.get_by_text("Ours.").is_visible()
    page.context.close()


def test_numbers_stand_right(visits: Visits) -> None:
    page = visits.opened("board/wide/")
    side = "cells => cells.map(cell => getComputedStyle(cell).textAlign)"
    for column, wanted in {"Id": "left", "Cost forecast": "right", "Slip days": "right"}.items():
        heads = page.locator("thead th").all_inner_texts()
        place = [head.strip() for head in heads].index(column) + 1
        found = page.locator(f"tr > :nth-child({place})").evaluate_all(side)
        assert len(found) > 1
        assert set(found) == {wanted}
    page.context.close()


def test_a_search_keeps_the_policy(visits: Visits) -> None:
    page = watched(visits.opened("board/wide/"))
    assert page.locator("meta[http-equiv=Content-Security-Policy]").count() == 1
    page.locator("input.md-search__input, button.md-search__button").first.click()
    page.keyboard.type("apollo")
    page.locator(f"a[href*='projects/{PROJECT}/']").first.wait_for()
    assert violations(page) == []
    page.context.close()
