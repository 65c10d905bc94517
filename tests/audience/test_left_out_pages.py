"""An edition says of what it leaves out that it is not there, never that there is none."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import pytest

from demo.example import TODAY
from demo.replay import ROOT
from pmoascode.audience import edition
from pmoascode.office import load
from pmoascode.pages.facts import Facts
from pmoascode.pages.here import LEFT_OUT, NONE_SHOWN
from pmoascode.pages.links import broken
from pmoascode.pages.page import Page
from pmoascode.pages.site import SUBJECTS, site
from pmoascode.records.kinds import KINDS
from pmoascode.rules import RULES
from pmoascode.verdict import judge
from pmoascode.worktree import built_in_files, files_in

DAY = dt.date.fromisoformat(TODAY)
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
    told, redaction = edition(office, "press")
    shown = redaction(office)
    facts = Facts(shown, judge(shown, RULES, today=DAY), DAY, edition=told)
    return {page.path: page for page in site(facts).pages}


def test_every_register_has_its_kind() -> None:
    assert set(SUBJECTS.values()) <= {kind.name for kind in KINDS}
    assert {path for path in pages() if path.startswith("registers/")} <= SUBJECTS.keys()
    assert {path for path in SUBJECTS if "/" not in path} <= pages().keys()


@pytest.mark.parametrize(
    "path",
    ["risks", "benefits", "dependencies", "registers/risks", "registers/reviews",
     "registers/change-requests", "registers/improvements"],
)  # fmt: skip
def test_a_page_about_nothing_but_that_says_so(path: str) -> None:
    html = pages()[path].html
    assert "Not published in this edition." in html
    assert "<table" not in html
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


def test_the_list_of_registers_tells_which_are_left_out() -> None:
    html = pages()["registers"].html
    assert html.count("not part of this edition") == 6
    assert 'href="actions/"' in html


def test_what_the_office_covers_is_told_of_this_edition() -> None:
    html = "".join(page.html for path, page in pages().items() if path.startswith("covers/"))
    assert "nothing in this edition" in html
    assert "not used yet" not in html
    assert "not on this site" not in html


def test_every_link_leads_somewhere() -> None:
    files = {f"{path}/index.html".lstrip("/"): page.html for path, page in pages().items()}
    found = [each for each in broken(files) if "/data/" not in each[1] and "feeds" not in each[1]]
    assert [each for each in found if not each[1].endswith((".csv", ".ics", ".json"))] == []
