"""Filters of tables: by choice and by words, by key, kept in the address and brought back."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page

from .visiting import PHONE, Visits

pytestmark = pytest.mark.browser


def asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def shown(page: Page, number: int = 0) -> list[str]:
    rows = page.locator("table.filterable").nth(number).locator("tbody tr:not(.pmo-group):visible")
    return rows.locator("th").all_inner_texts()


def test_a_choice_stands_in_the_address_and_outlives_a_reload(visits: Visits) -> None:
    page = visits.opened("registers/risks/")
    every = shown(page)
    page.locator(".pmo-filter").get_by_label("Status").select_option("open")
    page.locator(".pmo-filter").get_by_label("Programme").select_option("Clear Supply")
    chosen = shown(page)
    assert asked(page) == {"status": ["open"], "programme": ["Clear Supply"]}
    assert 0 < len(chosen) < len(every)
    assert page.locator(".pmo-filter output").inner_text() == f"{len(chosen)} of {len(every)} rows"
    page.reload()
    assert shown(page) == chosen
    assert page.locator(".pmo-filter").get_by_label("Status").input_value() == "open"
    page.context.close()


def test_back_and_forward_go_through_the_choices(visits: Visits) -> None:
    page = visits.opened("registers/risks/")
    every = shown(page)
    page.locator(".pmo-filter").get_by_label("Status").select_option("closed")
    closed = shown(page)
    page.go_back()
    assert (shown(page), asked(page)) == (every, {})
    page.go_forward()
    assert (shown(page), asked(page)) == (closed, {"status": ["closed"]})
    page.context.close()


def test_words_and_choices_are_reached_and_set_by_key(visits: Visits) -> None:
    page = visits.opened("registers/risks/")
    page.locator(".pmo-filter").get_by_label("Show rows with").focus()
    page.keyboard.type("supplier")
    assert shown(page)
    assert all("supplier" in row.lower() for row in shown(page))
    assert asked(page) == {"words": ["supplier"]}
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.parentElement.innerText").startswith("Project")
    page.context.close()


def test_the_second_table_of_a_page_has_keys_of_its_own(visits: Visits) -> None:
    page = visits.opened("projects/?programme=Clear+Supply&3.status=cancelled")
    assert "Leak sensors" in shown(page, 0)
    assert "My Account" not in shown(page, 0)
    assert shown(page, 2) == ["Ledger move"]
    page.context.close()


def test_without_scripts_the_whole_table_is_there(visits: Visits) -> None:
    page = visits.opened("registers/risks/?status=open", scripts=False)
    rows = page.locator("table.filterable tbody tr")
    assert rows.count() == rows.locator("visible=true").count() > 30
    assert page.locator(".pmo-filter").count() == 0
    page.context.close()


def test_rows_that_do_not_fit_the_filter_are_gone_on_phones_too(visits: Visits) -> None:
    page = visits.opened("attention/", PHONE)
    every = shown(page)
    page.locator(".pmo-filter").get_by_label("Show rows with").fill("leak")
    assert 0 < len(shown(page)) < len(every)
    page.context.close()
