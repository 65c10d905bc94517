"""Rules on holders at their edges: gaps, handovers, reasons, the RACI table, delegations."""

import datetime as dt

import pytest

from pmoascode.document import Blob
from pmoascode.office import load
from pmoascode.records.waiver import Waiver
from pmoascode.rule import Rule
from pmoascode.rules.roles.gap_between_holders import gap_between_holders
from pmoascode.rules.roles.handover_too_long import handover_too_long
from pmoascode.rules.roles.holder_changed_without_reason import holder_changed_without_reason
from pmoascode.rules.roles.manager_too_junior import manager_too_junior
from pmoascode.rules.roles.pmo_without_executive_line import pmo_without_executive_line
from pmoascode.rules.roles.raci_role_unfilled import raci_role_unfilled
from pmoascode.rules.roles.requirements_without_business_analyst import (
    requirements_without_business_analyst,
)
from pmoascode.rules.waivers.waiver_without_authority import waiver_without_authority
from pmoascode.worktree import built_in_files
from tests.rules.offices import office_of

TODAY = dt.date(2026, 11, 10)
SPONSOR = {"roles/sponsor.yaml": "{title: Sponsor, family: business, single_holder: true}\n"}
PROJECT = {"projects/apollo/project.yaml": "{name: Apollo, status: active}\n"}


def held(role: str, *holders: str) -> dict[str, str]:
    """The assignments of Apollo to one role."""
    return {"assignments/apollo.yaml": f"{role}:\n" + "".join(f"  - {{{h}}}\n" for h in holders)}


def messages(rule: Rule, files: dict[str, str]) -> list[str]:
    office = office_of(SPONSOR | PROJECT | files)
    return [problem[1] for problem in rule.judge(office.projects[0], office)]


@pytest.mark.parametrize(
    ("holders", "empty"),
    [
        (["person: a, from: 2026-01-01", "person: b, from: 2026-03-01, until: 2026-03-31"], ""),
        (
            [
                "person: a, from: 2026-01-01, until: 2026-01-31",
                "person: b, from: 2026-02-01, until: 2026-03-31",
                "person: c, from: 2026-04-01, until: 2026-06-30",
            ],
            "",
        ),
        (
            [
                "person: a, from: 2026-01-01, until: 2026-12-31",
                "person: b, from: 2026-02-01, until: 2026-03-31",
                "person: c, from: 2026-06-01, until: 2026-06-30",
            ],
            "",
        ),
        (
            [
                "person: a, from: 2026-01-01",
                "person: b, from: 2026-02-01, until: 2026-03-31",
                "person: c, from: 2026-06-01",
            ],
            "",
        ),
        (
            [
                "person: a, from: 2026-01-01, until: 2026-01-31",
                "person: b, from: 2026-03-01, until: 2026-03-31",
                "person: c, from: 2026-04-01",
            ],
            "for 28 days between 2026-01-31 and 2026-03-01; 14 days are allowed",
        ),
    ],
)
def test_gap(holders: list[str], empty: str) -> None:
    found = messages(gap_between_holders, held("sponsor", *holders))
    assert found == ([f"Apollo had no sponsor {empty}"] if empty else [])


@pytest.mark.parametrize("role", ["sponsor", "unknown"])
def test_no_handover_to_speak_of(role: str) -> None:
    apart = held(
        role,
        "person: a, from: 2026-01-01, until: 2026-01-31",
        "person: b, from: 2026-02-01, handover: true",
    )
    together = held(
        "unknown", "person: a, from: 2026-01-01", "person: b, from: 2026-02-01, handover: true"
    )
    assert messages(handover_too_long, apart) == []
    assert messages(handover_too_long, together) == []


LETTER = "person: a, from: 2026-01-01, appointment: {date: 2026-01-01, tenure_until: 2027-01-01}"


@pytest.mark.parametrize(
    ("earlier", "later", "number"),
    [
        (LETTER, "person: a, from: 2026-01-01", 0),  # the letter is no tenure that moved
        ("person: a, from: 2026-01-01", LETTER, 0),
        (LETTER, LETTER.replace("2027-01-01", "2027-02-01"), 1),
    ],
)
def test_moved_tenure(earlier: str, later: str, number: int) -> None:
    before = office_of(SPONSOR | PROJECT | held("sponsor", earlier))
    office = office_of(SPONSOR | PROJECT | held("sponsor", later))
    judge = holder_changed_without_reason.judge
    assert len(list(judge(office.projects[0], office, before))) == number


def test_no_level_is_below_the_lowest() -> None:
    files = {
        "policy/policy.yaml": "tiers: {medium: {pm_level: 1}}\n",
        "people/tom.yaml": "name: Tom\n",
    }
    office = office_of(PROJECT | files | held("project-manager", "person: tom, from: 2026-01-01"))
    found = [p[1] for p in manager_too_junior.judge(office.projects[0], office, TODAY)]
    expected = "Tom manages Apollo with no level on record; a medium project asks for level 1"
    assert found == [expected]


def test_a_pmo_whose_post_above_is_unknown_is_left_to_others() -> None:
    text = "{name: A, currency: EUR, units: {pmo: {title: PMO, type: pmo, reports_to: nobody}}}\n"
    office = office_of({"organisation.yaml": text})
    assert list(pmo_without_executive_line.judge(office.organisation)) == []


@pytest.mark.parametrize(("number", "text"), [(1, "1 approved requirement"), (2, "2 approved re")])
def test_requirements_are_counted(number: int, text: str) -> None:
    entries = "".join(f"r-{n}: {{text: It works., status: approved}}\n" for n in range(number))
    office = office_of(PROJECT | {"projects/apollo/requirements.yaml": entries})
    judge = requirements_without_business_analyst.judge
    (found,) = judge(office.projects[0], office, TODAY)
    assert found[1].startswith(f"Apollo has {text}")
    assert ("requirements and" in found[1]) is (number > 1)


@pytest.mark.parametrize(
    ("path", "until", "filled"),
    [
        ("assignments/pmo.yaml", "2026-11-10", True),
        ("assignments/pmo.yaml", "2026-11-09", False),
        ("assignments/hermes.yaml", "2026-11-10", False),  # another project is no unit
    ],
)
def test_raci_role_held_elsewhere(path: str, until: str, filled: bool) -> None:
    office = office_of(
        PROJECT
        | {
            "organisation.yaml": "{name: A, currency: EUR, units: {pmo: {title: P, type: pmo}}}\n",
            "policy/policy.yaml": "tiers: {medium: {files: {start-up: [mandate]}}}\n",
            "policy/raci.yaml": "mandate: {roles: {sponsor: A, pmo-analyst: R}}\n",
            "policy/lifecycles/standard.yaml": (
                "{title: S, phases: {idea: {title: Idea, stage: start-up}}}\n"
            ),
            "projects/hermes/project.yaml": "{name: Hermes}\n",
            path: f"pmo-analyst: [{{person: omar, from: 2026-01-01, until: {until}}}]\n",
        }
    )
    found = list(raci_role_unfilled.judge(office.projects[0], office, TODAY))
    assert (found == []) is filled


def blobs(files: dict[str, str]) -> dict[str, Blob]:
    return {path: Blob(path, len(text), text.encode) for path, text in files.items()}


def test_raci_table_of_the_package_where_there_is_none() -> None:
    files = PROJECT | {"policy/policy.yaml": "tiers: {medium: {files: {start-up: [mandate]}}}\n"}
    office = load(blobs(files), built_in_files())
    found = [p[1] for p in raci_role_unfilled.judge(office.projects[0], office, TODAY)]
    assert found == [
        "Apollo has no portfolio manager, who has a part in “Mandate” by the RACI table"
    ]


WAIVER = """
rule: person-overallocated
record: person/omar
reason: A busy month.
risk: Errors.
compensation: A second look.
requested_by: omar
approved: {outcome: approved, by: nora, as: pmo-director, date: 2026-11-03}
created: 2026-11-02
expires: 2026-12-31
"""
LENT = "by: ana, to: nora, powers: [approve], from: 2026-11-03, until: 2026-11-03"


@pytest.mark.parametrize(
    ("lent", "may"),
    [
        (LENT, True),
        (f"{LENT}, role: pmo-director", True),
        (f"{LENT}, role: sponsor", False),
        (f"{LENT}, within: apollo", False),
        (LENT.replace("to: nora", "to: omar"), False),
        (LENT.replace("approve", "report"), False),
        (LENT.replace("from: 2026-11-03", "from: 2026-11-04"), False),
    ],
)
def test_waiver_granted_for_somebody_else(lent: str, may: bool) -> None:
    office = office_of(
        PROJECT
        | {
            "policy/waivers/omar.yaml": WAIVER,
            "policy/delegations.yaml": f"away: {{{lent}}}\n",
            "assignments/pmo.yaml": "pmo-director: [{person: ana, from: 2020-01-01}]\n",
        }
    )
    (waiver,) = office.all(Waiver)
    assert (list(waiver_without_authority.judge(waiver, office, office)) == []) is may
