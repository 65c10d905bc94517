"""The links that open the forge's editor: the right file, and a form that the check can read."""

from dataclasses import replace
from html import escape
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest

from pmoascode.document import parse
from pmoascode.office import Work
from pmoascode.pages.facts import Facts
from pmoascode.pages.forge_links import ForgeLinks
from pmoascode.pages.programme import each_programme
from pmoascode.pages.project import project_page
from pmoascode.pages.upkeep import Act, acts
from pmoascode.records.project import Project
from pmoascode.schema import problems
from tests.pages.small_site import LARGE, facts, office

GITHUB = "https://github.com/example/office"
GITLAB = "https://gitlab.example.org/pmo/office"


def of(shown: Facts, id: str) -> Work:
    found = shown.office.find(Project, id)
    assert found
    return found


def large(repository: str = GITHUB, branch: str = "main") -> Facts:
    """The facts of the valid office, kept on the forge."""
    return replace(facts(office(LARGE)), forge=ForgeLinks.of(repository, branch))


APOLLO = {act.id: act for act in acts(large(), of(large(), "apollo"))}


@pytest.mark.parametrize(
    ("id", "title", "path"),
    [
        ("new-report", "New status report for 2026-11", "reports/2026-11.yaml"),
        ("new-risk", "New risk", "risks.yaml"),
        ("new-issue", "New issue", "issues.yaml"),
        ("new-action", "New action", "actions.yaml"),
        ("new-change-request", "New change request", "change-requests.yaml"),
    ],
)
def test_what_can_be_added_to_running_work(id: str, title: str, path: str) -> None:
    act = APOLLO[id]
    assert (act.title, act.path) == (title, f"portfolio/projects/apollo/{path}")


@pytest.mark.parametrize(
    ("repository", "start"),
    [
        (GITHUB, f"{GITHUB}/new/main?filename={{path}}&value="),
        (GITLAB, f"{GITLAB}/-/new/main?file_name={{path}}&content="),
    ],
)
def test_a_new_file_opens_as_a_form_that_is_filled_in(repository: str, start: str) -> None:
    shown = large(repository)
    act = next(each for each in acts(shown, of(shown, "apollo")) if each.is_new)
    assert act.href.startswith(start.format(path=act.path))
    assert dict(parse_qsl(urlsplit(act.href).query)).popitem()[1] == act.text


def test_a_register_that_is_there_opens_for_editing() -> None:
    risk = APOLLO["new-risk"]
    assert not risk.is_new
    assert risk.href == f"{GITHUB}/edit/main/portfolio/projects/apollo/risks.yaml"


@pytest.mark.parametrize(
    ("repository", "address"),
    [
        (GITHUB, f"{GITHUB}/commits/main/portfolio/projects/apollo/project.yaml"),
        (GITLAB, f"{GITLAB}/-/commits/main/portfolio/projects/apollo/project.yaml"),
        ("/srv/git/office", ""),
    ],
)
def test_the_history_of_a_file_is_where_the_forge_has_it(repository: str, address: str) -> None:
    forge = ForgeLinks.of(repository, "main")
    assert forge.history("portfolio/projects/apollo/project.yaml") == address


@pytest.mark.parametrize(
    ("repository", "address"),
    [
        (GITHUB, f"{GITHUB}/edit/main/portfolio/projects/apollo/project.yaml"),
        (GITLAB, f"{GITLAB}/-/edit/main/portfolio/projects/apollo/project.yaml"),
    ],
)
def test_the_page_leads_to_the_editor_and_each_form_from_its_head(
    repository: str, address: str
) -> None:
    shown = large(repository)
    html = project_page(shown, of(shown, "apollo")).html  # type: ignore[arg-type]
    head = html.partition('id="acts"')[2].partition("</p>")[0]
    assert f'<a href="{address}">Edit</a>' in head
    for act in acts(shown, of(shown, "apollo")):
        link = escape(act.href) if act.is_new else f"#{act.id}"
        assert f'<a href="{link}">{act.title}</a>' in head


def test_a_register_that_is_not_there_is_made_by_the_form() -> None:
    shown = large()
    made = {act.id: act for act in acts(shown, of(shown, "hermes"))}
    assert "new-report" not in made  # it is proposed and owes no report
    assert made["new-risk"].is_new
    assert made["new-risk"].href.startswith(f"{GITHUB}/new/main?filename=portfolio/projects/hermes")


def test_the_report_has_the_shape_of_the_last_one() -> None:
    assert APOLLO["new-report"].text.splitlines()[:8] == [
        "# Status report of apollo for 2026-11",
        "date:  # The day on which it was written, as year-month-day",
        "by:  # Who answers for it: the id of a person",
        "rating:  # green, amber, red; leave out what you cannot rate",
        "  overall:  # green in 2026-10",
        "  schedule:  # green in 2026-10",
        "  cost:  # green in 2026-10",
        "  scope:  # green in 2026-10",
    ]


@pytest.mark.parametrize("act", APOLLO.values(), ids=APOLLO)
def test_the_check_asks_for_what_is_left_empty_and_nothing_else(act: Act) -> None:
    """Every line of the form is of a known field, and says nothing until it is filled in."""
    kind = act.id.removeprefix("new-")
    document = parse(act.path, act.text.replace("short_name", "short-name").encode())
    assert document.findings == ()
    found = {finding.rule for _, finding in problems(document, kind)}
    assert "wrong-type" in found
    assert found <= {"wrong-type", "value-not-allowed"}
    assert all("is empty" in finding.message for _, finding in problems(document, kind))


def test_lines_for_trouble_can_be_taken_in_by_their_marks() -> None:
    text = APOLLO["new-report"].text
    head, mark, trouble = text.partition("take away their first # and space:\n")
    taken = head + mark + "".join(f"{line[2:]}\n" for line in trouble.splitlines())
    document = parse("report.yaml", taken.encode())
    assert document.findings == ()
    assert {"cause", "actions", "green_on", "decisions_needed"} <= document.data.keys()
    assert all("is empty" in finding.message for _, finding in problems(document, "report"))


def test_without_a_forge_and_after_the_end_there_is_nothing() -> None:
    assert acts(large("/srv/git/office"), of(large(), "apollo")) == ()
    assert acts(large(), of(large(), "mercury")) == ()
    page = project_page(large("/srv/git/office"), of(large(), "apollo"))  # type: ignore[arg-type]
    assert "pmo-acts" not in page.html
    assert "Keep it up to date" not in page.html


@pytest.mark.parametrize(
    "strange", ["a&value=x", "a#b", "a%26b", 'a"><script>', "a'b", "a b+c", "ü/€", "a\nb: c"]
)
def test_strange_names_stay_names(strange: str) -> None:
    shown = replace(large(GITHUB, f"week-49/{strange}"), folder=strange)
    work = of(shown, "apollo")
    report = next(each for each in acts(shown, work) if each.is_new)
    parts = urlsplit(report.href)
    assert unquote(parts.path) == f"/example/office/new/week-49/{strange}"
    assert parts.fragment == ""
    assert [name for name, _ in parse_qsl(parts.query)] == ["filename", "value"]
    assert (
        dict(parse_qsl(parts.query))["filename"]
        == f"{strange}/projects/apollo/reports/2026-11.yaml"
    )
    html = project_page(shown, work).html  # type: ignore[arg-type]
    assert "<script" not in html


def test_a_text_too_long_for_an_address_is_left_out() -> None:
    forge = ForgeLinks.of(GITHUB)
    begin = f"{GITHUB}/new/main?filename=a.yaml"
    assert forge.new("a.yaml", "x" * 7000, "short\n") == f"{begin}&value=short%0A"
    assert forge.new("a.yaml", "é" * 1200, "é" * 1100) == begin
    assert all(len(act.href) < 6000 for act in APOLLO.values())


def test_programmes_have_the_links_too() -> None:
    pages = (page for made in each_programme(large()) for page in made())
    page = next(page for page in pages if page.path == "programmes/front-door")
    assert f'href="{GITHUB}/edit/main/portfolio/programmes/front-door/programme.yaml"' in page.html
    assert "New status report for 2026-11" in page.html
