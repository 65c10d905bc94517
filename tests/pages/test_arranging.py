"""The office's own names, order and colours on its site."""

import re
from dataclasses import replace
from typing import get_args

import pytest

from pmoascode.pages.arranging import contrast, named, place, style
from pmoascode.pages.page import Page
from pmoascode.pages.site import site
from pmoascode.records.site_policy import Colours, PageName, Section, SitePolicy
from tests.pages.small_site import LARGE, facts, office

HOME = Page("", "Portfolio of Harbour", "<h1>Portfolio of Harbour</h1><p>x</p>", nav="Portfolio")
PROJECTS = Page("projects", "Projects", '<h1 data-sheet="x">Projects</h1>', nav="Projects")
APOLLO = Page("projects/apollo", "Apollo", "<h1>Apollo</h1>")
MONEY = Page("money", "Money", "<h1>Money</h1>", nav="Money & value")
PRIORITY = Page("priority", "Priority", "<h1>Priority</h1>", nav="Money & value")
PAGES = (HOME, PROJECTS, APOLLO, MONEY, PRIORITY)


def arranged(pages: tuple[Page, ...], said: SitePolicy) -> tuple[Page, ...]:
    """The pages as the site has them."""
    return tuple(named(page, said) for page in sorted(pages, key=lambda page: place(page, said)))


def test_without_a_policy_all_stays() -> None:
    assert arranged(PAGES, SitePolicy()) == PAGES


def test_pages_and_sections_have_the_names_of_the_office() -> None:
    said = SitePolicy(
        names={"home": "All <our> work", "projects": "Initiatives", "money-value": "Cash"}
    )
    home, projects, apollo, money, _ = arranged(PAGES, said)
    assert (home.title, home.nav) == ("All <our> work", "All <our> work")
    assert home.html == "<h1>All &lt;our&gt; work</h1><p>x</p>"
    assert (projects.title, projects.nav) == ("Initiatives", "Initiatives")
    assert projects.html == '<h1 data-sheet="x">Initiatives</h1>'
    assert apollo == APOLLO
    assert (money.title, money.nav) == ("Money", "Cash")


def test_sections_have_the_order_of_the_office_and_the_others_follow() -> None:
    said = SitePolicy(sections=("money-value",))
    assert arranged(PAGES, said) == (MONEY, PRIORITY, HOME, PROJECTS, APOLLO)


def test_a_page_left_out_of_the_navigation_is_still_a_page() -> None:
    said = SitePolicy(left_out=("priority", "home"))
    found = arranged(PAGES, said)
    assert found == (*PAGES[:4], replace(PRIORITY, nav=""))


def test_the_names_are_those_of_the_navigation() -> None:
    made = site(facts(office(LARGE))).pages
    shown = {page.path or "home" for page in made if page.nav}
    assert set(get_args(PageName)) == shown
    sections = {page.nav for page in made if page.nav} - {"Portfolio"}
    assert {re.sub("[^a-z]+", "-", section.lower()) for section in sections} == set(
        get_args(Section)
    )


def test_no_colours_no_style() -> None:
    assert style(Colours()).content.count(b"\n") == 1


@pytest.mark.parametrize("colour", ["#5b2333", "#ffdd00", "#ffffff", "#000000", "#e0457b"])
def test_every_colour_can_be_read(colour: str) -> None:
    text = style(Colours(header=colour, accent=colour)).content.decode()
    light, dark = text.splitlines()[1:]
    for rule, grounds in ((light, ("#faf9f6", "#e0eeef")), (dark, ("#10191f", "#1d2a33"))):
        header, accent = (rule.partition(f"--pmo-{name}: ")[2][:7] for name in ("header", "accent"))
        assert contrast(header, "#ffffff") >= 4.5
        assert min(contrast(accent, ground) for ground in grounds) >= 4.5
    if colour == "#5b2333":
        assert f"--pmo-header: {colour}" in light
