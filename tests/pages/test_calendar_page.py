"""The governance calendar: one page, or pages of their own for far months in which much happens."""

import pytest

from pmoascode.pages import calendar as pages
from pmoascode.pages.page import Page
from tests.pages.small_site import LARGE, facts, office


def made() -> list[Page]:
    return list(pages.calendar(facts(office(LARGE))))


def test_a_small_office_has_all_months_on_one_page() -> None:
    assert [each.path for each in made()] == ["calendar"]


def test_far_months_of_a_large_office_have_pages_of_their_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (whole,) = made()
    monkeypatch.setattr(pages, "MANY", 0)
    first, *others = made()
    assert [each.path for each in others][:2] == ["calendar/2027-02", "calendar/2027-03"]
    assert [h.id for h in first.headings] == [h.id for h in whole.headings]
    events = sum(each.html.count('<li class="pmo-event ') for each in (first, *others))
    assert events == whole.html.count('<li class="pmo-event ') > 0
    for each in others:
        assert f'<a href="{each.path.removeprefix("calendar/")}/">' in first.html
        assert '<a href="../">All months</a>' in each.html
        assert each.title.startswith("Governance calendar, ")
