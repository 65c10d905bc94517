"""Rows of tables: in order of days and ratings, and reached by links wherever they stand."""

from time import strptime

import pytest

from .visiting import Visits

pytestmark = pytest.mark.browser

SEVERITY = "CNGAR"


def texts(visits: Visits, name: str) -> list[str]:
    page = visits.opened("programmes/clear-supply/")
    page.locator(".pmo-matrix thead button", has_text=name).click()
    place = page.locator(".pmo-matrix thead th").all_inner_texts().index(name)
    cells = page.locator(f".pmo-matrix tbody tr > :nth-child({place + 1})")
    found = cells.evaluate_all("cells => cells.map(cell => cell.innerText)")
    page.context.close()
    return [text.replace("\N{NO-BREAK SPACE}", " ").strip() for text in found if text.strip()]


def test_days_are_put_in_their_order(visits: Visits) -> None:
    shown = texts(visits, "Finish")
    days = [strptime(text, "%d %b %Y") for text in shown]
    assert len(set(days)) > 2
    assert days == sorted(days)


def test_ratings_are_put_in_their_order(visits: Visits) -> None:
    ranks = [SEVERITY.index(text[0]) for text in texts(visits, "Overall")]
    assert len(set(ranks)) > 1
    assert ranks == sorted(ranks)


@pytest.mark.parametrize("scripts", [True, False], ids=["at once", "by one more click"])
def test_a_link_to_a_row_that_stands_on_a_sheet_leads_to_it(
    visits: Visits, *, scripts: bool
) -> None:
    page = visits.opened("projects/billing-renewal/#report-2026-03", scripts=scripts)
    if not scripts:
        page.locator("#report-2026-03 ~ a").click()
    page.wait_for_url("**/projects/billing-renewal/rows/**")
    assert "Mar\xa02026" in page.locator("tr[id=report-2026-03]").inner_text()
    page.context.close()
