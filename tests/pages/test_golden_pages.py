"""The finished HTML of the first page and of one project; `pytest --bless` writes it anew."""

import os
from pathlib import Path

import pytest

from pmoascode.pages.capacity import capacity
from pmoascode.pages.home import home
from pmoascode.pages.page import Page
from pmoascode.pages.programme import each_programme
from pmoascode.pages.project import project_page
from pmoascode.records.project import Project
from tests.pages.small_site import facts

GOLDEN = Path(__file__).parent / "golden"


def page(name: str) -> Page:
    found = facts()
    if name == "project":
        apollo = found.office.find(Project, "apollo")
        assert apollo
        return project_page(found, apollo)
    if name == "capacity":
        return next(capacity(found))
    if name == "programme":
        return next(next(each_programme(found))())
    return next(home(found))


@pytest.mark.parametrize("name", ["home", "programme", "project", "capacity"])
def test_is_written_as_before(name: str, request: pytest.FixtureRequest) -> None:
    text, file = page(name).html + "\n", GOLDEN / f"{name}.html"
    asked = os.environ.get("PMO_BLESS", "") not in {"", "0"}
    if asked or request.config.getoption("--bless"):
        file.write_text(text, "utf-8")
    assert text == file.read_text("utf-8")


def test_a_page_knows_its_headings_its_record_and_what_a_search_finds() -> None:
    found = page("project")
    assert [(h.id, h.title) for h in found.headings][:2] == [
        ("status", "Status report"),
        ("history", "Ratings, report by report"),
    ]
    assert found.source == "portfolio/projects/apollo/project.yaml"
    assert found.nav == ""
    assert found.summary == (
        "Go-live is three weeks late. A portal through which customers send claims & see"
        " how far they are. Maria Silva. Tom Berg. apollo."
    )


@pytest.mark.parametrize(
    "said",
    [
        "Finish is forecast 21 days late, outside the tolerance of 14 days.",
        "Stated better than the data.",
        "The cost is forecast 4.0 % over budget, within the tolerance of 5 %.",
        "Two more testers",
        "<strong>15\N{NO-BREAK SPACE}Jan\N{NO-BREAK SPACE}2027</strong>",
        "https://github.com/example/office/blob/main/portfolio/projects/apollo/project.yaml#L8",
        'commit <a href="https://github.com/example/office/commit/4be19c2',
        '<a href="https://files.example/plan" rel="noopener noreferrer nofollow">the plan</a>',
    ],
)
def test_the_report_says(said: str) -> None:
    assert said in page("project").html
