"""An edition denies nothing that it merely leaves out: fields, and work that is kept back."""

import re

import pytest

from pmoascode.measures.leaving_out import flaw
from pmoascode.office import Office
from pmoascode.pages.denials import LEFT_OUT
from pmoascode.pages.facts import Facts
from pmoascode.pages.here import Here
from pmoascode.records.report import Ratings, Report, Withheld
from pmoascode.verdict import judge
from tests.audience.test_left_out_pages import DAY, pages

FIELDS = """
audiences:
  press:
    projects: all
    leave_out:
      - portfolio.envelope
      - portfolio.manager
      - project.objectives
      - programme.summary
      - programme.budget
      - programme.milestones
      - risk.response
      - risk.probability
      - risk.owner
      - benefit.objective
      - lifecycle.gates
      - risk.cost
      - report.figures
"""
WORK = """
audiences:
  press:
    projects: all
    leave_out: [project]
"""
ONE = """
audiences:
  press:
    projects: all
    leave_out: [project/smart-meters]
"""
_DENIAL = re.compile(r"\b(?:No|no|Nobody|nobody|Nothing|Every|every) [^<]*")


def _all(audience: str, lead: str = "") -> str:
    return "\n".join(page.html for path, page in pages(audience).items() if path.startswith(lead))


def test_an_envelope_that_is_left_out_is_not_called_unstated() -> None:
    priority = pages(FIELDS)["priority"].html
    assert "states no envelope" not in priority
    assert "What the envelope reaches is not part of this edition." in priority
    portfolio = pages(FIELDS)["portfolios/investment"].html
    assert "no envelope is stated" not in portfolio
    assert "not part of this edition</td>" in portfolio.partition('id="envelope"')[2]


def test_no_objective_is_called_unserved_where_who_serves_it_is_left_out() -> None:
    assert "Not published in this edition." in pages(FIELDS)["alignment"].html
    portfolio = pages(FIELDS)["portfolios/investment"].html.partition('id="alignment"')[2]
    assert "<strong>none</strong>" not in portfolio
    assert "<strong>not part of this edition</strong>" in portfolio
    assert ">No objective<" not in pages(FIELDS)["benefits"].html


@pytest.mark.parametrize(
    "claim",
    ["No summary is given.", "No budget is stated.", "No milestones are planned.",
     "Baseline or forecast of the cost is missing.", "No open risk has a score.", "not rated",
     "no response yet", "none yet", "No open risk or issue is theirs.", "without acceptance",
     "Its lifecycle has no gates.", "No figures yet", "No report states an exposure of its own."],
)  # fmt: skip
def test_a_field_that_is_left_out_is_not_denied(claim: str) -> None:
    shown = _all(FIELDS, "programmes/") + _all(FIELDS, "people/") + _all(FIELDS, "risks")
    assert "programmes/clear-supply" in pages(FIELDS)
    assert claim not in shown


def test_who_holds_a_post_that_is_left_out_is_not_called_missing() -> None:
    facts = pages(FIELDS)["portfolios/investment"].html.partition("<dt>Manager</dt>")[2]
    assert "not part of this edition" in facts.partition("</dd>")[0]


@pytest.mark.parametrize(
    "path",
    ["risks", "benefits", "dependencies", "decisions", "milestones", "money", "priority",
     "registers/issues", "registers/decisions", "portfolios/investment", "alignment"],
)  # fmt: skip
def test_all_work_is_not_denied_what_work_that_is_kept_back_may_have(path: str) -> None:
    html = pages(WORK)[path].html
    headline = html.partition("</h1>")[2]
    headline = re.sub(r"<details.*?</details>", "", headline, flags=re.DOTALL)
    claims = ("on record.", "is open.", "waits for", "states its money", "or proposed", "to come")
    said = [each for each in _DENIAL.findall(headline) if each.rstrip().endswith(claims)]
    assert said == []
    assert "this edition" in headline


def test_of_capacity_and_posts_no_more_is_denied_than_the_edition_tells() -> None:
    assert "Every assignment says its time." not in pages(WORK)["capacity"].html
    assert "No assignment is on record" not in pages(WORK)["capacity"].html
    assert "Nothing says who" not in pages(WORK)["roles"].html
    assert "Nothing new" not in pages(FIELDS)["changes"].html


def test_what_a_report_withholds_itself_is_not_called_unstated() -> None:
    office = Office({}, {}, ())
    here = Here(Facts(office, judge(office, (), today=DAY), DAY), "")
    kept = Withheld(field="achieved", reason="Talks.", approved_by="li-wen", review=DAY)
    told = Ratings(overall="green")
    report = Report(id="2026-10", date=DAY, by="tom-berg", rating=told, withheld=(kept,))
    assert here.unless_withheld(report, "Nothing is stated.", "achieved") == LEFT_OUT
    assert here.unless_withheld(report, "Nothing is stated.", "planned") == "Nothing is stated."


def test_the_envelope_is_not_told_to_reach_what_is_shown_of_the_work() -> None:
    assert "What the envelope reaches is not part of this edition." in pages(ONE)["priority"].html
    portfolio = pages(ONE)["portfolios/investment"].html.partition('id="envelope"')[2]
    assert "within the envelope" not in portfolio
    assert "without work in this edition" in pages(ONE)["alignment"].html


@pytest.mark.parametrize(
    "word",
    ["risk.status", "project.status", "risk.type", "project.milestones.*.actual", "action.done",
     "change-request.decision", "exception.decision", "decision.decided", "decision.decided.by",
     "benefit.measurements", "risk.acceptance", "assignment.until", "project.phase"],
)  # fmt: skip
def test_what_would_be_read_as_something_else_cannot_be_left_out(word: str) -> None:
    assert "would read as" in flaw(word, Office({}, {}, ()))


@pytest.mark.parametrize(
    "word", ["risk", "risk.title", "finance.budget.actual", "requirement.acceptance", "risk.closed"]
)
def test_what_is_only_missing_can_be_left_out(word: str) -> None:
    assert flaw(word, Office({}, {}, ())) == ""
