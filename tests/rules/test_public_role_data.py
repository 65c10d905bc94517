"""Cases like those in the public role data of OpenStack and Kubernetes, with invented names.

There, people lead several teams and are liaisons besides; terms expire; a lead is appointed where
nobody stood; access carries a last day; approvers are still to be named, or are the authors.
"""

import datetime as dt

import pytest

from pmoascode.rule import example
from pmoascode.rules import RULES
from pmoascode.verdict import judge
from tests.rules.test_examples import TODAY, office_with, pull_request

RUNNING = """
# projects/hermes/project.yaml
name: Hermes address service
programme: front-door
phase: idea
status: active
tier: small
objectives: [fewer-errors]
milestones:
  service-open: {title: Address service open, baseline: 2027-01-29, owner: sam-okoro}
"""


# What the data is about; that a running project also owes a business case is told elsewhere.
SEEN = ("roles", "duties", "approvals", "structure")
FAMILY = {rule.name: rule.family for rule in RULES}


def said(text: str, today: dt.date = TODAY) -> list[str]:
    """What the rules find in the case that they do not find without it."""
    told = example(text)
    before = office_with(told.before)
    after = office_with(told.before, told.files)
    usual = {(f.rule, f.message) for f in judge(before, RULES, today=today).findings}
    asked = pull_request(told)
    verdict = (
        judge(after.under(before), RULES, today=today, before=before, pull_request=asked)
        if asked
        else judge(after, RULES, today=today)
    )
    new = [f for f in verdict.findings if (f.rule, f.message) not in usual]
    return [f"{f.rule} {f.place.path}:{f.place.line}" for f in new if FAMILY[f.rule] in SEEN]


SEVERAL_TEAMS = """
# assignments/front-door.yaml
sponsor:
  - person: maria-silva
    from: 2025-09-01
    until: 2028-12-31
    time: 10 %
    appointment: {date: 2025-08-25, accountable_to: chief-project-officer}
programme-manager:
  - {person: li-wen, from: 2025-09-01, until: 2028-12-31, time: 60 %}
business-change-manager:
  - {person: nora-lind, from: 2025-09-01, until: 2028-12-31, time: 20 %}
team-manager:
  - {person: sam-okoro, from: 2026-10-01, until: 2027-06-30, time: 20 %}
# assignments/pmo.yaml
pmo-director:
  - {person: ana-keller, from: 2020-01-01, time: 50 %}
pmo-analyst:
  - {person: omar-haddad, from: 2024-01-01, time: 60 %}
team-manager:
  - {person: sam-okoro, from: 2026-10-01, until: 2027-06-30, time: 15 %}
risk-owner:
  - {person: sam-okoro, from: 2026-10-01, until: 2027-06-30, time: 10 %}
"""
TOO_MANY_TEAMS = SEVERAL_TEAMS.replace("time: 15 %", "time: 35 %")
EXPIRED = f"""{RUNNING}
# assignments/hermes.yaml
sponsor:
  - {{person: paul-weber, from: 2026-04-01, until: 2026-09-30, time: 5 %}}
"""
NEXT_CYCLE = EXPIRED + "  - {person: ines-roth, from: 2026-12-01, until: 2027-05-31, time: 5 %}\n"
APPOINTED_FOR_NOW = f"""{RUNNING}
# assignments/hermes.yaml
sponsor:
  - {{person: ines-roth, from: 2026-04-01, time: 5 %, filled: interim}}
"""
DISTRIBUTED = f"""{RUNNING.replace("phase: idea", "phase: initiation")}
# assignments/hermes.yaml
sponsor:
  - {{person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}}
risk-owner:
  - {{person: sam-okoro, from: 2026-10-01, until: 2027-06-30, time: 10 %}}
change-manager:
  - {{person: nora-lind, from: 2026-10-01, until: 2027-06-30, time: 10 %}}
"""
ALUMNA = """
# people/sam-okoro.yaml
name: Sam Okoro
level: 4
active_from: 2022-01-01
active_until: 2026-10-31
"""
TO_BE_NAMED = """
# approvals/hermes/start-initiation.yaml
gate: start-initiation
decision: {outcome: approved, by: tbd, as: sponsor, date: 2026-11-09}
"""
LENT_UNTIL = """
# policy/delegations.yaml
away:
  by: maria-silva
  to: li-wen
  role: sponsor
  powers: [approve]
  within: apollo
  from: 2026-09-01
  until: 2026-10-31
  reason: Annual leave
# approvals/apollo/accept-result.yaml
gate: accept-result
decision: {outcome: approved, by: li-wen, as: sponsor, date: 2026-11-01}
"""
AUTHOR_APPROVES = """
# projects/apollo/change-requests.yaml
more-colours:
  requested_by: maria-silva
  requested: 2026-11-02
  reason: Grey is dull.
  category: Scope
  urgency: low
  status: decided
  impact: {time: 0 days, cost: 0, scope: none, quality: none, benefits: none, risk: none}
  decision: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-11-09}
"""
CLAIMS_FORM = """
# projects/apollo/deliverables.yaml
claims-form:
  title: Claims form
  description: The form in which a customer tells a claim.
  owner: lena-novak
  receiver: paul-weber
  requirements: [claim-by-phone]
  milestone: go-live
  due: {baseline: 2027-02-26, forecast: 2027-02-26}
  quality: Up to three severe defects.
  accepted: {outcome: approved, by: paul-weber, as: senior-user, date: 2026-11-09}
"""
ONLY_AN_AUTHOR_APPROVES = f"# author: paul-weber\n{CLAIMS_FORM}"
AUTHOR_AND_ANOTHER = (
    f"# author: tom-berg\n# commits by: tom-berg\n# approved by: paul-weber\n{CLAIMS_FORM}"
)


CASES: dict[str, tuple[str, list[str]]] = {
    "several teams": (SEVERAL_TEAMS, []),
    "too many teams": (TOO_MANY_TEAMS, ["person-overallocated assignments/pmo.yaml:6"]),
    "term expired": (EXPIRED, ["required-role-lapsed assignments/hermes.yaml:2"]),
    "next cycle begins later": (
        NEXT_CYCLE,
        [
            "gap-between-holders assignments/hermes.yaml:3",
            "project-without-sponsor projects/hermes/project.yaml:4",
        ],
    ),
    "appointed for now": (APPOINTED_FOR_NOW, ["interim-too-long assignments/hermes.yaml:2"]),
    "liaisons and no lead": (
        DISTRIBUTED,
        [
            "project-without-manager projects/hermes/project.yaml:4",
            "project-board-incomplete projects/hermes/project.yaml:4",
            "project-board-incomplete projects/hermes/project.yaml:4",
        ],
    ),
    "alumna": (ALUMNA, ["role-held-by-leaver assignments/hermes.yaml:8"]),
    "approver to be named": (
        TO_BE_NAMED,
        ["reference-to-missing-record approvals/hermes/start-initiation.yaml:2"],
    ),
    "access expired": (
        LENT_UNTIL,
        ["sign-off-without-authority approvals/apollo/accept-result.yaml:2"],
    ),
    "requester approves": (
        AUTHOR_APPROVES,
        ["approver-is-requester projects/apollo/change-requests.yaml:9"],
    ),
    "only the author approves": (
        ONLY_AN_AUTHOR_APPROVES,
        ["approver-is-author projects/apollo/deliverables.yaml:10"],
    ),
    "another approves": (AUTHOR_AND_ANOTHER, []),
}


@pytest.mark.parametrize("name", CASES)
def test_the_rules_see_what_the_public_data_showed(name: str) -> None:
    case, found = CASES[name]
    assert said(case) == found
