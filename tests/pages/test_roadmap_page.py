"""The roadmap of a portfolio that is too large for one drawing."""

import re
from dataclasses import replace

import pytest

from pmoascode.pages import programme, roadmap
from pmoascode.pages.facts import Facts
from pmoascode.pages.page import Page
from pmoascode.records.programme import Programme
from tests.pages.small_site import facts

_LINK = re.compile(r'<a href="([^"]*)"><text')


@pytest.fixture(autouse=True)
def one_is_the_most(monkeypatch: pytest.MonkeyPatch) -> None:
    """The office has two projects with dates."""
    monkeypatch.setattr(roadmap, "MOST", 1)
    monkeypatch.setattr(roadmap, "DRAWN", 1)


def undivided() -> Facts:
    """The office without programmes, so that nothing divides its projects."""
    its = facts()
    return replace(its, office=replace(its.office, records={**its.office.records, Programme: {}}))


def pages(its: Facts) -> dict[str, Page]:
    return {page.path: page for page in roadmap.roadmap(its)}


def test_each_line_leads_to_the_drawing_of_its_projects() -> None:
    found = pages(facts())
    assert _LINK.findall(found["roadmap"].html) == [
        "../programmes/front-door/#roadmap",
        "no-programme/",
    ]
    assert "Hermes address service: " in found["roadmap/no-programme"].html
    assert "Apollo claims portal: " not in found["roadmap/no-programme"].html


def test_the_year_of_the_finish_divides_what_nothing_else_does() -> None:
    found = pages(undivided())
    assert list(found) == ["roadmap", "roadmap/year-2027", "roadmap/year-2027/2"]
    assert ">Finish in 2027</text>" in found["roadmap"].html
    second = found["roadmap/year-2027/2"].html
    assert "Projects 2 to 2 of 2, by their start" in second
    assert '<a href="../">1</a>' in second
    assert "Hermes address service: " in second


def test_a_programme_with_too_many_projects_leads_to_the_roadmap(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(programme, "DRAWN", 0)
    page = next(next(programme.each_programme(facts()))())
    assert '<a href="../../roadmap/">Its 1\N{NO-BREAK SPACE}project on the roadmap</a>' in page.html
