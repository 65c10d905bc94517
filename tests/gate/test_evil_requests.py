"""Pull requests that must not pass: each is blocked by the rule that is meant for it.

Some attacks on a repository of records are not about records, and nothing here sees them:

- another rule file or plugin, another version of the tool, a workflow that ends in `exit 0`, a
  second CODEOWNERS, a CODEOWNERS that ends in `* @mallory`, .gitattributes, .mailmap, mkdocs.yml:
  none of them is read by the check, which runs as the base branch says; the owners of these paths
  review them;
- a schema that accepts everything: the schemas come with the program and are read nowhere else;
- a status written with a commit of the year 2001: days come from the records and the clock, no
  rule reads the date of a commit;
- everything removed: the check refuses to judge it and ends with status 2.
"""

import datetime as dt
from typing import NamedTuple

import pytest

from pmoascode.document import Blob
from pmoascode.finding import Severity
from pmoascode.forge import Maker
from pmoascode.rules import RULES
from pmoascode.verdict import judge_change
from tests.gate.requests import BASE, VALID, By, account, blob, text, with_files

TODAY = dt.date(2026, 11, 10)
ACTIONS = "projects/apollo/actions.yaml"
ONE_MORE = text(ACTIONS) + "see-law:\n  do: Read the law\n  owner: tom-berg\n  due: 2026-12-01\n"
POLICY = text("policy/policy.yaml")
MARIA = text("people/maria-silva.yaml")
GATE = "approvals/hermes/start-initiation.yaml"
BY_INES = """gate: start-initiation
decision: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-11-09}
"""
WAIVER = """rule: project-without-manager
record: project/apollo
reason: Nobody has time.
risk: Nobody looks.
compensation: The sponsor looks.
requested_by: tom-berg
approved: {{outcome: approved, by: {by}, as: {role}, date: 2026-11-09}}
created: 2026-11-09
expires: {expires}
"""


class Evil(NamedTuple):
    """One pull request and the rule that must block it."""

    rule: str
    files: dict[str, str | bytes | Blob]
    by: By = By()


def waiver(by: str = "ana-keller", role: str = "pmo-director", expires: str = "2026-12-31") -> str:
    return WAIVER.format(by=by, role=role, expires=expires)


def appended(path: str, more: str) -> dict[str, str | bytes | Blob]:
    return {path: text(path) + more}


EVIL = {
    "the policy weakened, with a record": Evil(
        "policy-mixed-with-records",
        {"policy/policy.yaml": POLICY.replace("full", "starter"), ACTIONS: ONE_MORE},
        By("ana-keller"),
    ),
    "the policy weakened by somebody else": Evil(
        "policy-changed-without-owner",
        {"policy/policy.yaml": POLICY.replace("full", "starter")},
        By(approved=("maria-silva",)),
    ),
    "a limit raised and used": Evil(
        "policy-mixed-with-records",
        {
            "policy/policy.yaml": POLICY.replace("10000}", "900000}"),
            "projects/apollo/change-requests.yaml": text("projects/apollo/change-requests.yaml")
            + "more:\n  requested_by: lena-novak\n  reason: It is dear.\n"
            "  impact: {time: 0 days, cost: 500000, scope: none, quality: none, benefits: none,"
            " risk: none}\n  status: decided\n"
            "  decision: {outcome: approved, by: tom-berg, as: project-manager, date: 2026-11-09,"
            " reason: Yes.}\n",
        },
    ),
    "a policy that does not fit its schema": Evil(
        "unknown-field", {"policy/policy.yaml": POLICY + "schemas: true\n"}, By("ana-keller")
    ),
    "a role record that lets one hold both": Evil(
        "policy-changed-without-owner",
        {"roles/sponsor.yaml": "title: Sponsor\nfamily: governance\nsingle_holder: false\n"},
    ),
    "the number of her account replaced": Evil(
        "policy-changed-without-owner",
        {"people/maria-silva.yaml": MARIA.replace("id: 105", "id: 4711")},
    ),
    "the number replaced, with a record": Evil(
        "policy-mixed-with-records",
        {"people/maria-silva.yaml": MARIA.replace("id: 105", "id: 4711"), ACTIONS: ONE_MORE},
    ),
    "a second person with her account": Evil(
        "identity-shared-by-two-people",
        {
            "people/mary-silver.yaml": "name: Mary Silver\nemail: mary@harbour.example\n"
            "identities: {github: {login: mary, id: 105}}\nactive_from: 2026-01-01\n"
        },
    ),
    "commits that bear her name, by somebody unknown": Evil(
        "unknown-author",
        {ACTIONS: ONE_MORE},
        By("mallory", makers=(Maker("Maria Silva", "maria.silva@harbour.example"),)),
    ),
    "a signature by commits that bear her name": Evil(
        "sign-off-in-another-name",
        {GATE: BY_INES},
        By("tom-berg", makers=(Maker("Ines Roth", "ines.roth@harbour.example"),)),
    ),
    "an empty commit in her name at the end": Evil(
        "sign-off-in-another-name",
        {GATE: BY_INES},
        By(
            "tom-berg",
            makers=(Maker("Ines Roth", "ines.roth@harbour.example", account("tom-berg")),),
        ),
    ),
    "approved by one who also has commits in it": Evil(
        "approver-is-author",
        {
            "projects/apollo/pid.yaml": text("projects/apollo/pid.yaml")
            .replace("No change of vendor", "Any vendor")
            .replace("date: 2026-02-27", "date: 2026-11-09")
        },
        By("tom-berg", commits=("tom-berg", "maria-silva"), approved=("maria-silva",)),
    ),
    "an approval of an older commit": Evil(
        "sign-off-in-another-name", {GATE: BY_INES}, By(approved_before=("ines-roth",))
    ),
    "approved in a role that begins in the same pull request": Evil(
        "sign-off-without-authority",
        {
            "assignments/hermes.yaml": text("assignments/hermes.yaml").replace(
                "ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %",
                "paul-weber, from: 2026-10-01, until: 2027-06-30, time: 5 %",
            ),
            GATE: BY_INES.replace("ines-roth", "paul-weber"),
        },
        By("paul-weber"),
    ),
    "approved by a program": Evil(
        "sign-off-in-another-name", {GATE: BY_INES}, By(approved=("ines-roth-bot",))
    ),
    "a waiver in the pull request that needs it": Evil(
        "required-role-lapsed",
        {
            "policy/waivers/no-manager.yaml": waiver().replace(
                "project-without-manager", "required-role-lapsed"
            ),
            "assignments/apollo.yaml": text("assignments/apollo.yaml").replace(
                "until: 2027-12-31, time: 80 %", "until: 2026-10-31, time: 80 %"
            ),
        },
        By("ana-keller"),
    ),
    "a waiver until 2099": Evil(
        "waiver-too-long",
        {"policy/waivers/no-manager.yaml": waiver(expires="2099-12-31")},
        By("ana-keller"),
    ),
    "a waiver given to oneself": Evil(
        "waiver-approved-by-beneficiary",
        {"policy/waivers/no-manager.yaml": waiver("tom-berg", "project-manager")},
    ),
    "a waiver without its owners": Evil(
        "policy-changed-without-owner", {"policy/waivers/no-manager.yaml": waiver()}
    ),
    "a record removed": Evil("record-removed", {"projects/apollo/risks.yaml": ""}),
    "a project removed": Evil(
        "record-removed", {path: "" for path in VALID if path.startswith("projects/mercury/")}
    ),
    "an approval removed": Evil("record-removed", {"approvals/apollo/authorise-project.yaml": ""}),
    "a risk renamed and edited": Evil(
        "record-renamed",
        {
            "projects/apollo/risks.yaml": text("projects/apollo/risks.yaml")
            .replace("vendor-late:", "vendor-on-time:")
            .replace("probability: 3", "probability: 1")
        },
    ),
    "a project renamed and edited, its former id named": Evil(
        "record-removed",
        {
            **{path: "" for path in VALID if "/mercury/" in path or path.endswith("mercury.yaml")},
            **{
                path.replace("mercury", "hg"): text(path)
                for path in VALID
                if ("/mercury/" in path or path.endswith("mercury.yaml")) and "risks" not in path
            },
            "projects/hg/project.yaml": text("projects/mercury/project.yaml")
            + "former_ids: [mercury]\n",
        },
    ),
    "a file that ends in .yml": Evil(
        "file-in-unknown-place", {"projects/apollo/risks.yml": text("projects/apollo/risks.yaml")}
    ),
    "a file in a folder below": Evil(
        "file-in-unknown-place", {"projects/apollo/old/risks.yaml": "{}\n"}
    ),
    "a link in place of a file": Evil(
        "not-a-plain-file", {ACTIONS: blob(ACTIONS, "/etc/passwd", "120000")}
    ),
    "a submodule in place of a folder": Evil(
        "not-a-plain-file", {"projects/apollo/reports": blob("reports", "0123", "160000")}
    ),
    "a key twice": Evil(
        "duplicate-key", appended("projects/hermes/project.yaml", "status: active\n")
    ),
    "a key in a comment": Evil(
        "hidden-line-break",
        appended("projects/hermes/project.yaml", "# no change\N{LINE SEPARATOR}tier: large\n"),
    ),
    "a budget that is no number": Evil(
        "quote-this",
        {
            "projects/hermes/project.yaml": text("projects/hermes/project.yaml").replace(
                "forecast: 80000", "forecast: .nan"
            )
        },
    ),
    "an id that ends in a line break": Evil(
        "file-in-unknown-place", {"projects/athena\n/project.yaml": "name: Athena\n"}
    ),
    "an id in other digits": Evil(
        "file-in-unknown-place", {"projects/athena-\u0661/project.yaml": "name: Athena\n"}
    ),
    "a person by a letter that looks the same": Evil(
        "reference-to-missing-record",
        {ACTIONS: ONE_MORE.replace("owner: tom-berg", "owner: tim-berg")},
    ),
    "aliases of aliases": Evil(
        "alias",
        appended(ACTIONS, "x_a: &a [1, 1]\nx_b: [*a, *a]\n"),
    ),
    "a command in a file's name": Evil(
        "file-in-unknown-place", {"projects/apollo/\n::stop-commands::.yaml": "{}\n"}
    ),
    "a published report rewritten": Evil(
        "published-report-rewritten",
        {
            "projects/apollo/reports/2026-09.yaml": text(
                "projects/apollo/reports/2026-09.yaml"
            ).replace("The pilot runs.", "The pilot has ended.")
        },
    ),
    "tolerances widened by the manager": Evil(
        "own-limits-changed",
        {
            "projects/apollo/project.yaml": text("projects/apollo/project.yaml").replace(
                "tolerances: {time: 14 days", "tolerances: {time: 140 days"
            )
        },
    ),
    "oneself made sponsor": Evil(
        "self-appointment",
        appended(
            "assignments/hermes.yaml",
            "pmo-coordinator:\n  - {person: tom-berg, from: 2026-11-10}\n",
        ),
        By(approved=("lena-novak",)),
    ),
    "power lent in her name": Evil(
        "policy-changed-without-owner",
        {
            "policy/delegations.yaml": "week:\n  {by: maria-silva, to: tom-berg, role: sponsor,"
            " powers: [approve], within: apollo, from: 2026-11-10, until: 2026-12-11}\n"
        },
    ),
}


@pytest.mark.parametrize("name", EVIL)
def test_is_blocked_by_the_rule_for_it(name: str) -> None:
    rule, files, by = EVIL[name]
    verdict = judge_change(with_files(files), BASE, RULES, today=TODAY, pull_request=by.request)
    blocking = sorted({f.rule for f in verdict.findings if f.severity is Severity.ERROR})
    assert rule in blocking


def test_a_script_in_a_title_passes_as_the_text_it_is() -> None:
    title = "<script>alert(1)</script>"
    head = with_files({ACTIONS: ONE_MORE.replace("Read the law", title)})
    verdict = judge_change(head, BASE, RULES, today=TODAY, pull_request=By().request)
    assert verdict.findings == ()
