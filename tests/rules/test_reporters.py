"""Who may report: by role, by the RACI table, for somebody else, and on which days."""

import pytest

from pmoascode.measures.reporters import may_report, reporting_roles
from pmoascode.records.report import Report
from tests.rules.offices import office_of

FILES = {
    "organisation.yaml": """
name: Harbour
currency: EUR
units: {pmo: {title: Office, type: pmo}}
""",
    "programmes/door/programme.yaml": "{name: Door, portfolio: change}",
    "portfolios/change.yaml": "name: Change",
    "projects/apollo/project.yaml": "{name: Apollo, programme: door, status: active}",
    "projects/hermes/project.yaml": "name: Hermes",
    "policy/raci.yaml": """
report:
  roles: {pmo-coordinator: S, project-support: R, sponsor: I, senior-user: C}
""",
    "assignments/apollo.yaml": """
project-manager:
  - {person: manager, from: 2026-11-02, until: 2026-11-30}
  - {person: early, from: 2026-01-01, until: 2026-11-02}
  - {person: earlier, from: 2026-01-01, until: 2026-11-01}
  - {person: late, from: 2026-11-09}
  - {person: later, from: 2026-11-10}
sponsor: [{person: sponsor, from: 2026-01-01}, {person: manager, from: 2026-01-01}]
senior-user: [{person: user, from: 2026-01-01}]
project-support: [{person: support, from: 2026-01-01}]
""",
    "assignments/hermes.yaml": "project-manager: [{person: neighbour, from: 2026-01-01}]",
    "assignments/door.yaml": "programme-manager: [{person: above, from: 2026-01-01}]",
    "assignments/pmo.yaml": "pmo-coordinator: [{person: office, from: 2026-01-01}]",
    "policy/delegations.yaml": """
all: {by: manager, to: deputy, powers: [report], from: 2026-11-09, until: 2026-11-30}
role: {by: manager, to: sponsor-deputy, role: sponsor, powers: [report], from: 2026-01-01,
  until: 2026-11-30}
project: {by: manager, to: own-deputy, within: apollo, powers: [edit, report], from: 2026-01-01,
  until: 2026-11-02}
elsewhere: {by: manager, to: other-deputy, within: hermes, powers: [report], from: 2026-01-01,
  until: 2026-11-30}
programme: {by: manager, to: door-deputy, within: door, powers: [report], from: 2026-01-01,
  until: 2026-11-30}
portfolio: {by: manager, to: change-deputy, within: change, powers: [report], from: 2026-01-01,
  until: 2026-11-30}
powerless: {by: manager, to: approver, powers: [approve], from: 2026-01-01, until: 2026-11-30}
ended: {by: manager, to: former-deputy, powers: [report], from: 2026-01-01, until: 2026-11-01}
chain: {by: user, to: user-deputy, powers: [report], from: 2026-01-01, until: 2026-11-30}
""",
    "projects/apollo/reports/2026-w45.yaml": """
date: 2026-11-09
by: manager
rating: {overall: green}
""",
    "projects/hermes/reports/latest.yaml": """
date: 2026-11-09
by: neighbour
rating: {overall: green}
""",
}
OFFICE = office_of(FILES)
APOLLO, HERMES = OFFICE.projects


@pytest.mark.parametrize(
    ("person", "may"),
    [
        ("manager", True),
        ("early", True),  # on the first day of the period
        ("earlier", False),
        ("late", True),  # on the day of the report
        ("later", False),
        ("support", True),
        ("above", True),
        ("office", True),
        ("sponsor", False),
        ("user", False),
        ("neighbour", False),
        ("deputy", True),
        ("own-deputy", True),
        ("door-deputy", True),
        ("change-deputy", True),
        ("sponsor-deputy", False),
        ("other-deputy", False),
        ("approver", False),
        ("former-deputy", False),
        ("user-deputy", False),
        ("nobody", False),
    ],
)
def test_who_may_report(person: str, may: bool) -> None:
    report = OFFICE.within(Report, APOLLO)[0]
    assert may_report(person, report, APOLLO, OFFICE) is may


@pytest.mark.parametrize(("person", "may"), [("neighbour", True), ("above", False)])
def test_without_a_programme_and_a_period(person: str, may: bool) -> None:
    report = OFFICE.within(Report, HERMES)[0]
    assert may_report(person, report, HERMES, OFFICE) is may


def test_without_a_table_and_an_organisation() -> None:
    files = {p: t for p, t in FILES.items() if p not in ("policy/raci.yaml", "organisation.yaml")}
    office = office_of(files)
    report = office.within(Report, office.projects[0])[0]
    assert reporting_roles(office) == ("project-manager", "programme-manager")
    assert may_report("manager", report, office.projects[0], office)
    assert not may_report("support", report, office.projects[0], office)
