"""An edition says of what it leaves out that it is not there, never that there is none."""

import datetime as dt
import posixpath
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import pytest

from demo.example import TODAY
from demo.replay import ROOT
from pmoascode.measures.leaving_out import flaw
from pmoascode.office import Office, load
from pmoascode.pages.denials import LEFT_OUT, NONE_SHOWN
from pmoascode.pages.documents import STATES
from pmoascode.pages.editions import for_audience
from pmoascode.pages.facts import Facts
from pmoascode.pages.links import broken
from pmoascode.pages.page import Page
from pmoascode.pages.published import SUBJECTS
from pmoascode.pages.site import site
from pmoascode.rules import RULES
from pmoascode.verdict import judge
from pmoascode.worktree import built_in_files, files_in

DAY = dt.date.fromisoformat(TODAY)
_LINK = re.compile(r'<a [^>]*?href="(?!https?:|mailto:|#)([^"#]*)')
_EDITION = re.compile(r'<details class="pmo-data pmo-edition">.*?</details>', re.DOTALL)
_HAS_MORE = re.compile(r"<(h2|table|ul|ol|dl|figure|svg)[ >]")
_BARE = re.compile(r"<h([23])[^>]*>([^<]*)</h\1>\s*(?=<h[12]|</div>|</section>|$)")
AUDIENCE = """
audiences:
  press:
    people: full
    leave_out:
      - risk
      - issue
      - benefit
      - dependency
      - change-request
      - requirement
      - improvement
      - review
      - finance
      - project.budget
      - project.milestones
"""
NEEDED = """
audiences:
  press:
    people: full
    leave_out:
      - risk.title
      - issue.title
      - project.milestones.*.title
      - decision/billing-renewal/draw-contingency
"""


@cache
def pages(audience: str = AUDIENCE) -> Mapping[str, Page]:
    files = dict(files_in(ROOT / "portfolio"))
    policy = files["policy/policy.yaml"]
    text = policy.read() + audience.encode()
    files["policy/policy.yaml"] = replace(policy, id="0" * 40, size=len(text), read=lambda: text)
    office = load(files, built_in_files())
    assert office.findings == ()
    facts = for_audience(Facts(office, judge(office, RULES, today=DAY), DAY), "press")
    return {page.path: page for page in site(facts).pages}


def test_every_register_has_its_kind() -> None:
    named = {name for names in SUBJECTS.values() for name in names}
    assert [name for name in named if flaw(name, Office({}, {}, ()))] == []
    assert {path for path in pages() if path.startswith("registers/")} <= SUBJECTS.keys()
    assert {path for path in SUBJECTS if "/" not in path} <= pages().keys()


@pytest.mark.parametrize(
    "path",
    ["risks", "benefits", "dependencies", "money", "milestones", "findings", "governance-health",
     "registers/risks", "registers/reviews", "registers/change-requests", "registers/improvements"],
)  # fmt: skip
def test_a_page_about_nothing_but_that_says_so(path: str) -> None:
    page = pages()[path]
    html = page.html
    assert "Not published in this edition." in html
    assert "<table" not in html
    assert (page.nav, page.is_found) == ("", False)
    assert not re.search(r"\bNo (risk|benefit|dependency|change|assurance|improvement)", html)


def test_a_report_claims_no_emptiness() -> None:
    html = pages()["projects/smart-meters"].html
    assert html.count(LEFT_OUT) >= 6
    claims = ("No open risks.", "No open issues.", "None.", "No budget", "No milestones")
    assert [claim for claim in claims if claim in html] == []


def test_what_falls_with_a_field_that_it_needs_is_told_as_left_out() -> None:
    found = pages(NEEDED)
    assert "Not published in this edition." in found["risks"].html
    report = found["projects/smart-meters"].html
    assert report.count(LEFT_OUT) >= 3
    claims = ("No open risks.", "No open issues.", "No milestones")
    assert [claim for claim in claims if claim in report] == []
    assert "records of the kind risk" in report


def test_none_is_said_of_the_edition_where_single_records_are_left_out() -> None:
    report = pages(NEEDED)["projects/north-main"].html
    decisions = report.partition('id="decisions"')[2].partition("</section>")[0]
    assert NONE_SHOWN in decisions
    assert "None." not in decisions


def test_no_link_leads_to_a_page_that_is_kept_back() -> None:
    away = {path for path, page in pages().items() if "Not published in this edition." in page.html}
    led = {
        (path, target)
        for path, page in pages().items()
        for link in _LINK.findall(page.html)
        if (target := posixpath.normpath(posixpath.join(path or ".", link))) in away
    }
    assert {"risks", "findings", "registers/issues"} <= away
    assert led == set()


def test_every_entry_of_the_navigation_says_something() -> None:
    listed = [page for page in pages().values() if page.nav]
    assert len(listed) > 20
    said = {page.path: _EDITION.sub("", page.html) for page in listed}
    assert [path for path, html in said.items() if not _HAS_MORE.search(html)] == []


def test_every_heading_has_something_below_it() -> None:
    bare = {(path, title) for path, page in pages().items() for title in _BARE.findall(page.html)}
    assert bare == set()


def test_open_data_has_no_table_of_what_is_left_out() -> None:
    left = {"findings", "risks", "issues", "milestones", "reviews", "improvements"}
    html = pages()["data"].html
    assert [name for name in sorted(left) if f"/{name}.csv" in html] == []
    assert "csv/projects.csv" in html


def test_colours_are_not_explained_by_what_is_left_out() -> None:
    html = "".join(page.html for path, page in pages().items() if path.startswith("projects/"))
    claims = ("No risk is on record.", "Baseline or forecast of the cost is missing.", "No data")
    assert [claim for claim in claims if claim in html] == []
    assert "Nothing in this edition is outside its tolerance." in html


def test_an_approval_is_not_called_stale_for_what_is_left_out() -> None:
    project = pages()["projects/leak-sensors"].html
    assert "Approval is stale" not in project
    assert STATES["unclear"] in project
    document = pages()["projects/leak-sensors/business-case"].html
    assert STATES["unclear"] in document
    assert "is not what was approved" not in document


def test_what_the_money_reaches_is_not_told_without_the_money() -> None:
    html = pages()["priority"].html
    assert "reaches every scored project" not in html
    assert "What the envelope reaches is not part of this edition." in html
    assert LEFT_OUT in pages()["portfolios/investment"].html.partition('id="envelope"')[2][:200]


def test_the_list_of_registers_tells_which_are_left_out() -> None:
    html = pages()["registers"].html
    assert html.count("not part of this edition") == 6
    assert 'href="actions/"' in html


def test_what_the_office_covers_is_told_of_this_edition() -> None:
    html = "".join(page.html for path, page in pages().items() if path.startswith("covers/"))
    assert "nothing in this edition" in html
    assert "not used yet" not in html
    assert "not on this site" not in html


def test_the_scorecard_counts_nothing_that_is_left_out() -> None:
    html = pages()["scorecard"].html
    row = html.partition("Projects within budget")[2].partition("</tr>")[0]
    assert "not part of this edition" in row
    assert "too few" not in row
    assert "the records of this edition alone" in html


def test_every_link_leads_somewhere() -> None:
    files = {f"{path}/index.html".lstrip("/"): page.html for path, page in pages().items()}
    found = [each for each in broken(files) if "/data/" not in each[1] and "feeds" not in each[1]]
    assert [each for each in found if not each[1].endswith((".csv", ".ics", ".json"))] == []
