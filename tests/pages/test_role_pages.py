"""The pages of roles in an office that renames, adds and retires them."""

import re
from dataclasses import replace
from functools import cache

import pytest

from pmoascode.pages.directory import Directory
from pmoascode.pages.page import Page
from pmoascode.pages.places import PLACES
from pmoascode.pages.site import site
from pmoascode.records.organisation import Organisation
from tests.pages.small_site import LARGE, facts, office
from tests.pages.test_catalogue_pages import NAMED, facts_of

OWN = {
    "policy/policy.yaml": NAMED,
    "policy/raci.yaml": "",
    "roles/pmo-coordinator.yaml": "title: Office officer\n",
    "roles/data-steward.yaml": (
        "title: Data steward\nfamily: business\npurpose: Keeps data clean.\nunit: claims\n"
        "works_with: {project-manager: Reports wrong data}\nreports_to: [sponsor]\n"
        "experience: [Two years with data]\ncertifications: [CDMP]\nskills: {planning: 3}\n"
        "responsibilities: {clean: {text: Finds wrong data, pages: [risks, somewhere]}}\n"
    ),
    "roles/project-support.yaml": (
        "title: Project support\nstatus: retired\nreplaced_by: pmo-coordinator\n"
    ),
}


@cache
def pages() -> dict[str, Page]:
    return {page.path: page for page in site(facts_of(OWN)).pages}


def words(path: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", pages()[path].html).split())


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("roles", "Office officer"),
        ("roles/pmo-coordinator", "Keeps the project office and its projects in good order"),
        ("roles/pmo-coordinator/job-description", "Office officer"),
        ("roles/pmo-analyst", "Office officer"),
        ("responsibilities", "Office officer"),
        ("roles/data-steward/job-description", "Job description · Harbour Mutual"),
        ("roles/data-steward/job-description", "Unit Claims"),
        ("roles/data-steward/job-description", "Reports to Sponsor"),
        ("roles/data-steward/job-description", "Two years with data"),
        ("roles/data-steward/job-description", "CDMP"),
        ("roles/data-steward/job-description", "Planning and scheduling , independent (3 of 7)"),
        ("roles/project-manager/job-description", "Data steward Reports wrong data"),
        ("roles/project-support", "Its work has passed to office officer ."),
        ("roles", "Retired Roles: retired Role What it is for"),
        ("roles", "Project support now Office officer"),
        ("roles/project-board/job-description", "Terms of reference · Harbour Mutual"),
        ("roles/project-board/job-description", "Sits on it Sponsor , senior user and senior"),
    ],
)
def test_the_page_says(path: str, said: str) -> None:
    assert said in words(path)


@pytest.mark.parametrize("path", ["roles/pmo-coordinator", "responsibilities", "roles"])
def test_the_built_in_name_is_gone(path: str) -> None:
    assert "PMO coordinator" not in words(path)


def test_a_retired_role_has_no_job_description_and_no_part() -> None:
    assert "roles/project-support/job-description" not in pages()
    assert "Project support" not in words("responsibilities")
    assert "Project support" not in words("roles/project-manager/job-description")


def test_every_active_role_has_a_job_description() -> None:
    roles = {path for path in pages() if re.fullmatch("roles/[^/]+", path)}
    described = {path.rpartition("/")[0] for path in pages() if path.endswith("/job-description")}
    assert roles - described == {"roles/project-support"}


def test_a_job_description_names_nobody() -> None:
    names = ("Berg", "Silva", "Keller", "Novak")
    found = [path for path in pages() if path.endswith("/job-description")]
    assert [(path, name) for path in found for name in names if name in words(path)] == []


def test_every_page_that_responsibilities_can_name_is_there() -> None:
    assert {place.path for place in PLACES.values()} <= pages().keys()


def test_a_responsibility_leads_to_the_page_where_it_shows() -> None:
    html = pages()["roles/data-steward"].html
    assert '<a href="../../risks/">Risks</a>' in html
    assert "Somewhere" in words("roles/data-steward")


def test_vacancies_stand_in_the_order_in_which_they_hurt() -> None:
    gone = {"assignments/apollo.yaml": "", "assignments/mercury.yaml": ""}
    made = {page.path: page.html for page in site(facts_of(OWN | gone)).pages}
    table = made["roles"].partition('id="vacant"')[2].partition("</table>")[0]
    roles = re.findall(r'<th scope="row"><a [^>]*>([^<]+)</a>', table)
    seats = ("Sponsor", "Project manager"), ("Senior user", "Senior supplier")
    assert roles[0] in seats[0]
    places = [0 if role in seats[0] else 1 if role in seats[1] else 2 for role in roles]
    assert places == sorted(places)
    assert "nothing is recorded" in table
    assert '<h2 id="vacant">' in made["roles/sponsor"]
    assert '<h2 id="vacant">' not in made["roles/pmo-director"]


ORGANISATION = """\
name: Ring
currency: EUR
units:
  pmo: {title: Office, type: pmo, head: lead, reports_to: chief}
  field: {title: Field, type: team, parent: pmo}
positions:
  chief: {title: Chief, level: executive, holder: tom-berg}
  lead: {title: Lead, level: department-head, reports_to: chief, holder: ana-keller}
  round: {title: Round, level: staff, reports_to: about}
  about: {title: About, level: staff, reports_to: round}
"""


def _organisation(publish: str) -> str:
    files = {
        "organisation.yaml": ORGANISATION,
        "policy/policy.yaml": f"people: {{publish: {publish}}}\n",
        "people/tom-berg.yaml": "name: Tom Berg\nposition: chief\n",
    }
    return next(p.html for p in site(facts_of(files)).pages if p.path == "organisation")


def test_the_chart_and_the_list_say_the_same() -> None:
    html = _organisation("full")
    for text in ("Chief", "Tom Berg", "Lead", "Ana Keller", "Office (PMO)", "Field", "Round"):
        assert f">{text}</text>" in html, text
    rows = re.findall(r"<ul>|</ul>|<b>([A-Z][a-z]+)</b>", html.partition("pmo-tree")[2])
    assert [row for row in rows if row] == ["Chief", "Lead", "Field", "Round", "About"]
    assert html.count("<ul") == html.count("</ul>")
    assert html.count("<li>") == html.count("</li>")
    assert "in a circle" in html


def test_who_is_shown_by_the_post_is_not_said_twice() -> None:
    html = _organisation("role")
    assert "Tom Berg" not in html
    assert ">filled</text>" in html
    assert "<b>Chief</b>, filled" in html


def test_a_unit_has_one_anchor_whether_it_has_a_post_or_not() -> None:
    html = _organisation("full")
    assert [html.count(f'id="unit-{id}"') for id in ("pmo", "field")] == [1, 1]
    assert [html.count(f'id="position-{id}"') for id in ("chief", "round")] == [1, 1]


@pytest.mark.parametrize(
    ("level", "line", "said"),
    [
        ("executive", "", "Chief</a>"),
        ("department-head", "", "none"),
        ("department-head", ", senior_leadership_line: about", "About</a>"),
    ],
)
def test_a_pmo_has_a_line_to_senior_leadership_or_none(level: str, line: str, said: str) -> None:
    text = ORGANISATION.replace("level: executive", f"level: {level}")
    text = text.replace("reports_to: chief}\n  field", f"reports_to: chief{line}}}\n  field")
    files = {"policy/policy.yaml": NAMED, "organisation.yaml": text}
    html = next(p.html for p in site(facts_of(files)).pages if p.path == "organisation")
    assert said in html.partition("Line to senior leadership")[2].partition("</dd>")[0]


def test_no_link_leads_to_an_organisation_that_is_not_there() -> None:
    found = office(LARGE)
    named = {kind: kept for kind, kept in found.records.items() if kind is not Organisation}
    without = facts(replace(found, records=named))
    assert 'href="../../organisation/"' in Directory(facts(found), "roles/pmo-director").page("pmo")
    assert Directory(without, "roles/pmo-director").page("pmo") == "Organisation: the PMO"
