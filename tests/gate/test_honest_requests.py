"""Pull requests of honest people: none may be blocked."""

import datetime as dt
from typing import NamedTuple

import pytest

from pmoascode.document import Blob
from pmoascode.finding import Severity
from pmoascode.rules import RULES
from pmoascode.verdict import judge_change
from tests.gate.requests import BASE, VALID, By, text, with_files

TODAY = dt.date(2026, 11, 10)
HERMES = "projects/hermes/project.yaml"
PROJECT = """name: {name}
summary: What it is.
programme: front-door
unit: it
phase: idea
status: proposed
tier: small
objectives: [fewer-errors]
start: {{baseline: 2026-12-01}}
finish: {{baseline: 2027-03-31}}
budget: {{baseline: 8000, forecast: 8000}}
milestones:
  done: {{title: It is done, baseline: 2027-03-31, forecast: 2027-03-31, owner: sam-okoro}}
"""
TEAM = """sponsor:
  - {person: ines-roth, from: 2026-11-10, until: 2027-06-30, time: 1 %}
project-manager:
  - {person: sam-okoro, from: 2026-11-10, until: 2027-06-30, time: 1 %}
senior-user:
  - {person: paul-weber, from: 2026-11-10, until: 2027-06-30}
senior-supplier:
  - {person: nora-lind, from: 2026-11-10, until: 2027-06-30}
"""
WAIVER = """rule: required-role-lapsed
record: project/apollo
reason: Nobody has time.
risk: The plan is not kept.
compensation: The sponsor looks.
requested_by: li-wen
created: 2026-11-09
expires: 2026-12-31
approved: {outcome: approved, by: ana-keller, as: pmo-director, date: 2026-11-10}
"""
NAMES = {
    "people/juergen.yaml": "name: Jürgen Groß\n",
    "people/han.yaml": "name: 漢字 太郎\n",
    "people/layla.yaml": "name: ليلى حداد\n",
}
LESSON = "first: {title: Ask first, cause: We did not., recommendation: Ask., owner: ana-keller}\n"
IMPORTED = {
    f"projects/old-{number}/{name}": content
    for number in range(250)
    for name, content in (
        ("project.yaml", PROJECT.format(name=f"Old {number}")),
        ("lessons.yaml", LESSON),
    )
}


class Honest(NamedTuple):
    """One pull request, and the base where it is not the valid office."""

    files: dict[str, str | bytes | Blob]
    by: By
    before: dict[str, str | bytes | Blob] | None = None


HONEST = {
    "a sponsor edits her own project": Honest(
        {HERMES: text(HERMES).replace("One service that knows", "A service that knows")},
        By("ines-roth"),
    ),
    "a sponsor sets her project's tolerances": Honest(
        {HERMES: text(HERMES) + "tolerances: {time: 20 days}\n"}, By("ines-roth")
    ),
    "a new project brings its people, and the programme manager approves": Honest(
        {
            "projects/athena/project.yaml": PROJECT.format(name="Athena"),
            "assignments/athena.yaml": TEAM,
        },
        By("sam-okoro", approved=("li-wen",)),
    ),
    "a gate decision, written by the manager and approved by the sponsor": Honest(
        {
            "approvals/hermes/start-initiation.yaml": "gate: start-initiation\ndecision: "
            "{outcome: approved, by: ines-roth, as: sponsor, date: 2026-11-10}\n"
        },
        By("sam-okoro", approved=("ines-roth",)),
    ),
    "a status report": Honest(
        {
            "projects/apollo/reports/2026-11.yaml": text("projects/apollo/reports/2026-10.yaml")
            .replace("2026-11-02", "2026-11-10")
            .replace("2026-11-04", "2026-11-10")
        },
        By("tom-berg", approved=("maria-silva",)),
    ),
    "a project gets another name": Honest(
        {
            HERMES: text(HERMES).replace("Hermes address service", "Hermes addresses")
            + "former_names: [Hermes address service]\n"
        },
        By("sam-okoro"),
    ),
    "a project gets another id and says so": Honest(
        {
            **{p: "" for p in VALID if "/hermes/" in p or p.endswith("/hermes.yaml")},
            "projects/hermes-two/project.yaml": text(HERMES) + "former_ids: [hermes]\n",
            "assignments/hermes-two.yaml": text("assignments/hermes.yaml"),
            "projects/apollo/dependencies.yaml": text("projects/apollo/dependencies.yaml").replace(
                "project: hermes,", "project: hermes-two,"
            ),
        },
        By("sam-okoro", approved=("li-wen",)),
    ),
    "a project is closed": Honest(
        {"projects/mercury/project.yaml": text("projects/mercury/project.yaml")},
        By("ines-roth"),
        {
            "projects/mercury/project.yaml": text("projects/mercury/project.yaml")
            .replace("phase: closed", "phase: closing")
            .replace("status: closed", "status: active"),
            "approvals/mercury/close-project.yaml": "",
        },
    ),
    "somebody new, added by the PMO": Honest(
        {
            "people/zoe-hart.yaml": "name: Zoe Hart\nemail: zoe.hart@harbour.example\n"
            "identities: {github: {login: zoe-hart, id: 120}}\nactive_from: 2026-11-10\n"
        },
        By("ana-keller"),
    ),
    "the policy, by who owns it": Honest(
        {"policy/policy.yaml": text("policy/policy.yaml") + "people: {publish: initials}\n"},
        By("ana-keller"),
    ),
    "the policy, approved by who owns it": Honest(
        {"policy/policy.yaml": text("policy/policy.yaml") + "people: {publish: initials}\n"},
        By("omar-haddad", approved=("ana-keller",)),
    ),
    "a waiver, by who may grant it": Honest(
        {"policy/waivers/no-manager.yaml": WAIVER},
        By("ana-keller"),
        {
            "assignments/apollo.yaml": text("assignments/apollo.yaml").replace(
                "until: 2027-12-31, time: 80 %", "until: 2026-10-31, time: 80 %"
            )
        },
    ),
    "line ends of another system": Honest(
        {path: text(path).replace("\n", "\r\n") for path in (HERMES, "projects/apollo/pid.yaml")},
        By("sam-okoro"),
    ),
    "names in other scripts": Honest({**NAMES}, By("ana-keller")),
    "the base merged into it": Honest(
        {HERMES: text(HERMES).replace("One service", "The service")},
        By("sam-okoro", commits=("sam-okoro", "tom-berg")),
    ),
    "an import of five hundred files": Honest({**IMPORTED}, By("omar-haddad")),
}
HONEST["a project is closed"].files["approvals/mercury/close-project.yaml"] = text(
    "approvals/mercury/close-project.yaml"
)


@pytest.mark.parametrize("name", HONEST)
def test_passes(name: str) -> None:
    files, by, before = HONEST[name]
    base = with_files(before) if before else BASE
    head = with_files({**(before or {}), **files})
    verdict = judge_change(head, base, RULES, today=TODAY, pull_request=by.request)
    blocking = [str(f) for f in verdict.findings if f.severity is Severity.ERROR]
    assert blocking == []
