"""What a change does, told in the words of the office."""

from collections.abc import Mapping

import pytest

from pmoascode.measures.telling import told
from tests.measures.small_office import office

BASE = {
    "projects/apollo/project.yaml": """\
name: Apollo
status: active
phase: delivery
tolerances: {time: 14 days}
finish: {baseline: 2027-03-31, forecast: 2027-03-31}
budget: {baseline: 1000000, forecast: 1000000, actual: 400000}
milestones:
  go-live: {title: Portal open, baseline: 2027-03-12, forecast: 2027-03-12}
  pilot: {title: Pilot, baseline: 2026-10-01}
""",
    "projects/apollo/risks.yaml": "late: {title: Vendor late, probability: 2, impact: 3}\n",
    "projects/apollo/issues.yaml": "data: {title: No data, severity: high}\n",
    "projects/apollo/change-requests.yaml": """\
april: {title: Go-live in April, requested_by: tom-berg, reason: Late.}
""",
    "projects/apollo/reports/2026-09.yaml": """\
date: 2026-10-02
by: tom-berg
rating: {overall: green}
""",
    "assignments/apollo.yaml": "sponsor: [{person: maria-silva, from: 2026-01-12}]\n",
    "people/maria-silva.yaml": "name: Maria Silva\n",
    "people/li-wen.yaml": "name: Li Wen\n",
}
PROJECT = BASE["projects/apollo/project.yaml"]


def sentences(changed: Mapping[str, str | None]) -> list[tuple[str, str]]:
    after = {path: text for path, text in (BASE | dict(changed)).items() if text is not None}
    return [(each.weight, each.text) for each in told(office(BASE), office(after))]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "forecast: 2027-03-12}",
            "forecast: 2027-04-02}",
            (
                "major",
                (
                    "Portal open moved from 2027-03-12 to 2027-04-02 (+21 days), 21 days behind its"
                    " baseline, outside the tolerance of 14 days"
                ),
            ),
        ),
        (
            "forecast: 2027-03-12}",
            "forecast: 2027-03-10}",
            ("minor", "Portal open moved from 2027-03-12 to 2027-03-10 (\N{MINUS SIGN}2 days)"),
        ),
        (
            "baseline: 2027-03-12",
            "baseline: 2027-04-02",
            (
                "major",
                ("the approved day of Portal open moved from 2027-03-12 to 2027-04-02 (+21 days)"),
            ),
        ),
        (
            "baseline: 2026-10-01}",
            "baseline: 2026-10-01, actual: 2026-10-14}",
            ("major", "Pilot was reached on 2026-10-14"),
        ),
        (
            "forecast: 1000000",
            "forecast: 1040000",
            ("major", "the cost expected went to EUR 1,040,000 (+4.0 %)"),
        ),
        (
            "forecast: 1000000",
            "forecast: 1000400",
            ("minor", "the cost expected went to EUR 1,000,400, a change below 0.1 %"),
        ),
        (
            "actual: 400000",
            "actual: 410000",
            ("minor", ("the money spent went to EUR 410,000 (+2.5 %)")),
        ),
        ("status: active", "status: on-hold", ("major", "active became on hold")),
        ("phase: delivery", "phase: closing", ("major", "entered the phase closing")),
        ("name: Apollo", "name: Apollo\nsummary: New.", ("detail", "changed: summary")),
        (
            "  pilot: {title: Pilot, baseline: 2026-10-01}\n",
            "",
            ("minor", ("milestone Pilot is taken away")),
        ),
    ],
)
def test_a_project_that_moves(old: str, new: str, expected: tuple[str, str]) -> None:
    assert old in PROJECT
    changed = {"projects/apollo/project.yaml": PROJECT.replace(old, new, 1)}
    assert sentences(changed) == [expected]


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        (
            "projects/apollo/risks.yaml",
            "late: {title: Vendor late, probability: 4, impact: 4}\n",
            ("major", "risk rose from 6 to 16: Vendor late"),
        ),
        (
            "projects/apollo/risks.yaml",
            "late: {title: Vendor late, probability: 1, impact: 3}\n",
            ("minor", "risk fell from 6 to 3: Vendor late"),
        ),
        (
            "projects/apollo/risks.yaml",
            "late: {title: Vendor late, probability: 2, impact: 3, status: closed}\n",
            ("minor", "risk closed: Vendor late"),
        ),
        ("projects/apollo/risks.yaml", None, ("major", "the risk Vendor late was taken away")),
        (
            "projects/apollo/issues.yaml",
            "data: {title: No data, severity: high, status: closed}\n",
            ("minor", "issue closed: No data"),
        ),
        (
            "projects/apollo/change-requests.yaml",
            BASE["projects/apollo/change-requests.yaml"].replace(
                "Late.}",
                "Late., decision: {outcome: approved, by: maria-silva, as: sponsor, date:"
                " 2026-11-10}}",
            ),
            (
                "major",
                "change request Go-live in April was approved by Maria Silva as sponsor",
            ),
        ),
        (
            "projects/apollo/reports/2026-10.yaml",
            "date: 2026-11-02\nby: tom-berg\nrating: {overall: amber}\n",
            ("major", "report 2026-10: amber, was green"),
        ),
        (
            "projects/apollo/reports/2026-10.yaml",
            "date: 2026-11-02\nby: tom-berg\nrating: {overall: green}\n",
            ("minor", "report 2026-10: green"),
        ),
        (
            "assignments/apollo.yaml",
            "sponsor: [{person: maria-silva, from: 2026-01-12, until: 2026-11-30}]\n",
            ("minor", "Maria Silva is sponsor until 2026-11-30"),
        ),
        (
            "assignments/apollo.yaml",
            BASE["assignments/apollo.yaml"].replace("}]", "}, {person: li-wen, from: 2026-12-01}]"),
            ("major", "Li Wen is sponsor from 2026-12-01"),
        ),
        ("people/tom-berg.yaml", "name: Tom Berg\n", ("detail", "new: person Tom Berg")),
        ("projects/juno/project.yaml", "name: Juno\n", ("major", "new project, proposed")),
    ],
)
def test_a_record_that_changes(path: str, text: str | None, expected: tuple[str, str]) -> None:
    assert sentences({path: text}) == [expected]


def test_nothing_is_told_of_comments_and_layout() -> None:
    path = "projects/apollo/project.yaml"
    assert sentences({path: f"# A comment.\n{PROJECT}"}) == []


def test_the_gravest_stand_first_and_the_offices_own_last() -> None:
    changed = {
        "projects/apollo/project.yaml": PROJECT.replace("active", "on-hold").replace(
            "name: Apollo", "name: Apollo\nsummary: New."
        ),
        "people/tom-berg.yaml": "name: Tom Berg\n",
    }
    assert sentences(changed) == [
        ("major", "active became on hold"),
        ("detail", "changed: summary"),
        ("detail", "new: person Tom Berg"),
    ]
