"""What a reader finds who types into the search of the site."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from .serving import served

pytestmark = pytest.mark.browser

FIELD = "[data-md-component=search-query]"
LIST = ".md-search-result__list"

# What sponsors, managers, analysts and auditors type, and where each page that would do begins.
FIRST = (
    ("RACI", "responsibilities/"),
    ("RAID", "registers/"),
    ("EVM", "money/"),
    ("CPI", "money/"),
    ("SPI", "money/"),
    ("earned value", "money/"),
    ("budget", "money/"),
    ("forecast", "money/"),
    ("cost", "money/"),
    ("SRO", "roles/sponsor/"),
    ("sponsor", "roles/sponsor/"),
    ("senior responsible owner", "roles/sponsor/"),
    ("steering committee", "roles/project-board/"),
    ("project manager", "roles/project-manager/"),
    ("gate", "pipeline/"),
    ("KPI", "scorecard/"),
    ("late", "attention/"),
    ("who is late", "attention/"),
    ("overdue", "attention/"),
    ("silent", "attention/"),
    ("red", "attention/"),
    ("slippage", "milestones/"),
    ("benefits", "benefits/"),
    ("decisions", "decisions/"),
    ("minutes", "meetings/"),
    ("board", "meetings/"),
    ("roadmap", "roadmap/"),
    ("Gantt", "roadmap/"),
    ("capacity", "capacity/"),
    ("workload", "capacity/"),
    ("lessons learned", "registers/lessons/"),
    ("risk register", "registers/risks/"),
    ("issue log", "registers/issues/"),
    ("change control", "registers/change-requests/"),
    ("dependencies", "dependencies/"),
    ("risk", "risks/"),
    ("waiver", "governance-health/"),
    ("compliance", "governance-health/"),
    ("Excel", "data/"),
    ("org chart", "organisation/"),
    ("green but late", "rules/green-but-late/"),
    ("green-but-late", "rules/green-but-late/"),
    ("report-overdue", "rules/report-overdue/"),
    ("green-but-over-budget", "rules/green-but-over-budget/"),
    ("forecast-already-past", "rules/forecast-already-past/"),
    ("raci-without-accountable", "rules/raci-without-accountable/"),
    ("depot-merge", "projects/depot-merge/"),
    ("smart-meters", "projects/smart-meters/"),
    ("smart meters budget", "projects/smart-meters/"),
    ("silent sensors", "projects/leak-sensors/"),
    ("twelve districts that lose most", "projects/smart-meters/"),
    ("batteries last fifteen", "projects/smart-meters/"),
    ("Petrova", "people/nadia-petrova/"),
    ("Nadia Petrova", "people/nadia-petrova/"),
    ("Katarina Novakova", "people/katarina-novak/"),
)


@pytest.fixture(scope="module")
def home(site: Path, browser: Browser) -> Iterator[Page]:
    with served(site) as address:
        page = browser.new_page()
        page.goto(address)
        page.focus(FIELD)
        yield page
        page.close()


def _found(home: Page, words: str) -> list[list[str]]:
    """The addresses of each of the first answers, its own and those of its parts."""
    home.eval_on_selector(
        LIST, "list => list.replaceChildren()"
    )  # no answer to what was typed before
    home.fill(FIELD, words)
    home.press(FIELD, "End")
    home.wait_for_selector(f"{LIST} > li a", state="attached", timeout=20_000)
    return home.eval_on_selector_all(  # type: ignore[no-any-return]
        f"{LIST} > li",
        "(all, home) => all.map(each => [...each.querySelectorAll('a')]"
        ".map(link => link.href.replace(home, '').replace(/[?]h=[^#]*/, '')))",
        home.url,
    )


@pytest.mark.parametrize(("words", "address"), FIRST)
def test_the_first_that_is_found(home: Page, words: str, address: str) -> None:
    found = _found(home, words)
    assert found[0][0].startswith(address), found[:3]


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("business case", "projects/billing-renewal/business-case/"),
        ("PID", "projects/billing-renewal/pid/"),
        ("batteries last fifteen", "projects/smart-meters/#risk-meter-batteries"),
        ("risk-without-owner", "rules/risk-without-owner/"),
    ],
)
def test_it_is_among_the_first_three(home: Page, words: str, address: str) -> None:
    found = _found(home, words)[:3]
    assert address in [each for answer in found for each in answer]


def test_of_the_other_names_of_a_page_those_are_shown_that_were_typed(home: Page) -> None:
    _found(home, "SRO")
    assert home.locator(f"{LIST} .md-tag:visible").all_inner_texts() == ["SRO"]


def test_the_index_holds_a_page_once_and_little_of_it(site: Path) -> None:
    found = json.loads((site / "search/search_index.json").read_text("utf-8"))["docs"]
    ours = [each for each in found if each["location"].startswith(("projects/", "people/"))]
    assert len({each["location"] for each in ours}) == len(ours)
    assert sum(len(json.dumps(each)) for each in ours) / len(ours) < 300
