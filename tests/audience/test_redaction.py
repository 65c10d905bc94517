"""What an audience does not get is taken out of the office, and whatever is about it too."""

from typing import Any

import pytest

from pmoascode.audience import edition
from pmoascode.finding import CannotRun
from pmoascode.office import Office
from pmoascode.records.assignment import Assignment
from pmoascode.records.dependency import Dependency
from pmoascode.records.issue import Issue
from pmoascode.records.project import Project
from pmoascode.records.record import Record
from pmoascode.records.report import Report
from pmoascode.records.risk import Risk
from tests.views.test_people_and_roles import office_with

HERMES = """\
name: Hermes address service
programme: front-door
publish: false
objectives: [fewer-errors]
milestones:
  service-open: {title: Address service open, baseline: 2027-01-29}
"""
APOLLO = "projects/apollo/"
FILES = {
    "projects/hermes/project.yaml": HERMES,
    f"{APOLLO}dependencies.yaml": """\
addresses:
  title: Addresses
  giver: {project: hermes, milestone: service-open}
  need_by: 2027-01-15
  status: agreed
network: {title: Network, giver: {external: Telco}, need_by: 2027-01-15, status: agreed}
""",
    f"{APOLLO}risks.yaml": """\
vendor-late: {title: Late, owner: tom-berg, probability: 4, impact: 4, cause: A strike.}
no-keys: {title: No keys, owner: tom-berg, probability: 2, impact: 2, cause: Forgotten.}
""",
    f"{APOLLO}issues.yaml": """\
came-true: {title: Late, owner: tom-berg, raised: 2026-10-01, severity: high, risk: vendor-late}
""",
    f"{APOLLO}reports/2026-10.yaml": """\
date: 2026-11-02
by: tom-berg
rating: {schedule: amber, cost: green}
headline: Slow.
withheld:
  - {field: rating.schedule, reason: A tender., approved_by: maria-silva, review: 2027-01-15}
""",
}


def shown(audience: str, **more: str) -> Office:
    policy = f"profile: full\naudiences: {{a: {audience}}}\n"
    office = office_with({**FILES, "policy/policy.yaml": policy, **more})
    assert office.findings == ()
    return edition(office, "a")[1](office)


def ids(office: Office, kind: type[Record]) -> list[str]:
    return [record.id for record in office.all(kind)]


def test_work_that_is_not_published_goes_with_all_that_is_about_it() -> None:
    office = shown("{}")
    assert ids(office, Project) == ["apollo", "mercury"]
    assert ids(office, Dependency) == ["network"]
    assert "hermes" not in {each.scope_id for each in office.all(Assignment)}
    assert not [path for path in office.documents if "hermes" in path]


def test_work_stays_for_an_audience_of_all_projects() -> None:
    assert ids(shown("{projects: all}"), Project) == ["apollo", "hermes", "mercury"]


@pytest.mark.parametrize(
    ("left_out", "risks", "causes", "named"),
    [
        ("lesson", ["no-keys", "vendor-late"], ["Forgotten.", "A strike."], ["vendor-late"]),
        ("risk", [], [], [None]),
        ("risk.cause", ["no-keys", "vendor-late"], [None, None], ["vendor-late"]),
        ("risk/apollo/vendor-late", ["no-keys"], ["Forgotten."], [None]),
        ("risk.title", [], [], [None]),  # no risk stands without its title
        ("project/apollo", [], [], []),
    ],
)
def test_what_is_left_out(
    left_out: str, risks: list[str], causes: list[str | None], named: list[str | None]
) -> None:
    office = shown(f"{{leave_out: [{left_out}]}}")
    own = [risk for risk in office.all(Risk) if risk.scope_id == "apollo"]
    assert [risk.id for risk in own] == risks
    assert [risk.cause for risk in own] == causes
    assert [issue.risk for issue in office.all(Issue)] == named
    assert "strike" not in str(office.documents) or causes[-1] == "A strike."


def test_fields_within_maps_and_lists_are_named_by_a_star() -> None:
    office = shown("{leave_out: [project.milestones.*.baseline, project.objectives.*]}")
    apollo = office.find(Project, "apollo")
    assert apollo is not None
    assert {each.baseline for each in apollo.milestones.values()} == {None}
    assert apollo.objectives == ()


def test_what_a_report_withholds_is_in_no_edition_that_is_not_whole() -> None:
    rated: dict[str, Any] = {
        audience: shown(audience).find(Report, "2026-10", "project/apollo")
        for audience in ("{}", "{projects: all}")
    }
    assert rated["{}"].rating.schedule is None
    assert rated["{}"].rating.cost == "green"
    assert rated["{projects: all}"].rating.schedule == "amber"


def test_people_are_named_as_the_audience_is_told() -> None:
    office = shown("{people: initials, personal: true}")
    assert office.policy.people.publish == "initials"
    assert office.policy.people.personal
    assert office.policy.audiences == {}
    assert office.policy.profile == "full"


@pytest.mark.parametrize(
    ("left_out", "said"),
    [
        ("riks", "`riks`, and there is no such kind of record"),
        ("risk.colour", "`risk.colour`, and there is no such field"),
        (
            "project.goals.*.on",
            "`project.goals.*.on`, and there is no such field",
        ),
        ("risk/apollo/gone", "`risk/apollo/gone`, and there is no such record"),
        ("person", "person cannot be left out: say in `people` how people are named"),
        ("approval", "approval cannot be left out: every gate would read as not approved"),
        ("policy", "policy cannot be left out: no page is made without it"),
        ("report.date", "report cannot stand without it: every project would read as silent"),
        ("assignment.person", "assignment cannot stand without it: every role would read as"),
    ],
)
def test_a_word_that_keeps_nothing_back_stops_the_build(left_out: str, said: str) -> None:
    with pytest.raises(CannotRun) as stopped:
        shown(f"{{leave_out: [{left_out}]}}")
    assert said in str(stopped.value)


def test_an_audience_that_is_not_there_is_told_with_those_that_are() -> None:
    office = office_with({"policy/policy.yaml": "audiences: {board: {}, public: {}}\n"})
    with pytest.raises(CannotRun, match="no audience pubic; it has: board, public"):
        edition(office, "pubic")


def test_readers_are_told_what_is_kept_back() -> None:
    office = office_with(
        {
            "policy/policy.yaml": "audiences: {a: {leave_out: [lesson, project.budget.baseline,"
            " risk.title, project.milestones.*.title]}}\n"
        }
    )
    assert edition(office, "a")[0].kept_back == (
        "work that is not for publication, and all that is kept with it",
        "records of the kind lesson",
        "of each project its budget, baseline",
        "records of the kind risk",
        "of each project its milestones",
        "findings, and who changed what",
        "the names of people",
    )
