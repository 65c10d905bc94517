"""Pull requests that must not pass, each with the rule that must block it."""

from typing import NamedTuple

from pmoascode.fingerprint import subject_fingerprint
from pmoascode.records.project import Project
from tests.gate.branches import Entry, Pull, Push, added, edit
from tests.gate.requests import BASE, VALID, text

ACTIONS = "projects/apollo/actions.yaml"
APOLLO = "projects/apollo/project.yaml"
HERMES = "projects/hermes/project.yaml"
MERCURY = "projects/mercury/project.yaml"
OCTOBER = "projects/apollo/reports/2026-10.yaml"
REQUESTS = "projects/apollo/change-requests.yaml"
RISKS = "projects/apollo/risks.yaml"
POLICY = "policy/policy.yaml"
GATE = "approvals/hermes/start-initiation.yaml"
LENT = "policy/delegations.yaml"
MARIA = "people/maria-silva.yaml"
GO_LIVE = ("baseline: 2027-03-12", "baseline: 2027-05-12")
ONE_MORE = added(ACTIONS, "see-law: {do: Read the law, owner: tom-berg, due: 2026-12-01}\n")
RED = edit(
    OCTOBER,
    ("overall: green", "overall: red"),
    ("risk: green", "risk: red"),
    ("achieved:", "cause: The vendor.\ngreen_on: 2026-12-01\nactions:\n"
     "  - {do: Press the vendor, owner: tom-berg, due: 2026-11-27}\n"
     "decisions_needed:\n  - {what: Pay more, by: sponsor, needed_by: 2026-11-20,"
     " consequence: A delay}\nachieved:"),
)
OWN_RULE = """title: A project says what it is
judges: project
must: has(project.summary) && size(project.summary) < 80
message: '{project.name} has no short summary'
severity: {severity}
why: Readers begin with it.
"""
WAIVER = """rule: required-role-lapsed
record: project/apollo
reason: Nobody has time.
risk: Nobody looks.
compensation: The sponsor looks.
requested_by: li-wen
approved: {outcome: approved, by: ana-keller, as: pmo-director, date: 2026-11-10}
created: 2026-11-09
expires: 2026-12-31
"""
LAPSED = edit("assignments/apollo.yaml", ("until: 2027-12-31, time: 80 %", "until: 2026-10-31, time: 80 %"))


def gate(by: str = "ines-roth", date: str = "2026-11-10", more: str = "") -> dict[str, str]:
    """The decision to start Hermes."""
    signed = f"{{outcome: approved, by: {by}, as: sponsor, date: {date}}}"
    return {GATE: f"gate: start-initiation\ndecision: {signed}\n{more}"}


def lent(by: str, to: str, until: str, within: str = "hermes") -> dict[str, str]:
    """A delegation of the sponsor's power to approve."""
    days = f"from: 2026-11-01, until: {until}"
    entry = f"{{by: {by}, to: {to}, role: sponsor, powers: [approve], within: {within}, {days}}}"
    return {LENT: f"week: {entry}\n"}


def moved(old: str, new: str) -> dict[str, str]:
    """The files of one project under another id."""
    mine = [p for p in VALID if f"/{old}/" in p or p.endswith(f"/{old}.yaml")]
    return dict.fromkeys(mine, "") | {path.replace(old, new): text(path) for path in mine}


def pinned(kind: str) -> str:
    """The fingerprint of a record of Apollo."""
    apollo = BASE.find(Project, "apollo")
    assert apollo
    return f"subject: [{{record: {kind}, fingerprint: {subject_fingerprint(BASE, apollo, kind)}}}]\n"


class Hostile(NamedTuple):
    """A pull request, and the rule that must block it; none where the check refuses to judge."""

    rule: str
    pull: Pull


SIGNED = {
    "a gate approved by its manager": Hostile(
        "sign-off-without-authority", Pull(gate("sam-okoro"), "sam-okoro")
    ),
    "a gate approved in the sponsor's name": Hostile(
        "sign-off-in-another-name", Pull(gate(), "sam-okoro")
    ),
    "a commit in the sponsor's name": Hostile(
        "sign-off-in-another-name", Pull(gate(), "sam-okoro", then=(Push("sam-okoro", name="ines-roth"),))
    ),
    "one's own report accepted": Hostile(
        "approver-is-author",
        Pull(
            {"projects/apollo/reports/2026-11.yaml": text(OCTOBER).replace("2026-11-02", "2026-11-10")
             .replace("2026-11-04", "2026-11-10").replace("by: tom-berg", "by: maria-silva")},
            "maria-silva",
        ),
    ),
    "the sponsor's role given to oneself and used": Hostile(
        "sign-off-without-authority",
        Pull(
            {**edit("assignments/hermes.yaml", ("person: ines-roth", "person: sam-okoro")),
             **gate("sam-okoro")},
            "sam-okoro",
        ),
    ),
    "the sponsor's role given to oneself": Hostile(
        "self-appointment",
        Pull(edit("assignments/hermes.yaml", ("person: ines-roth", "person: sam-okoro")), "sam-okoro"),
    ),
    "an approval dated before the sponsor was sponsor": Hostile(
        "sign-off-without-authority", Pull(gate(date="2026-09-30"), "ines-roth")
    ),
    "a report accepted before it was written": Hostile(
        "sign-off-backdated",
        Pull(edit(OCTOBER, ("date: 2026-11-04", "date: 2026-11-01")), "maria-silva"),
    ),
    "an approval dated ahead": Hostile(
        "sign-off-dated-ahead", Pull(gate(date="2026-11-11"), "ines-roth")
    ),
    "what was approved changed afterwards": Hostile(
        "stale-approval",
        Pull(
            edit("projects/apollo/business-case.yaml", ("run_cost: 90000", "run_cost: 190000")),
            before=added("approvals/apollo/authorise-project.yaml", pinned("business-case")),
        ),
    ),
    "what is approved changed in the same request": Hostile(
        "approved-in-same-pull-request",
        Pull(
            {**edit("projects/apollo/pid.yaml", ("No change of vendor", "Any vendor")),
             "approvals/apollo/again.yaml": "gate: authorise-project\ndecision: {outcome: approved,"
             " by: maria-silva, as: sponsor, date: 2026-11-10}\n" + pinned("pid")},
            approved=("maria-silva",),
        ),
    ),
    "an approval by an expired deputy": Hostile(
        "deputy-without-delegation",
        Pull(
            gate("paul-weber", more="delegate_of: ines-roth\n"),
            "paul-weber",
            before=lent("ines-roth", "paul-weber", "2026-11-09"),
        ),
    ),
    "a review of an older commit": Hostile(
        "sign-off-in-another-name",
        Pull(gate(), "sam-okoro", approved_first=("ines-roth",), then=(Push("sam-okoro", ONE_MORE),)),
    ),
    "an approval taken back": Hostile(
        "sign-off-in-another-name",
        Pull(gate(), "sam-okoro", ("ines-roth",), taken_back=(("ines-roth", "CHANGES_REQUESTED"),)),
    ),
    "an approval dismissed": Hostile(
        "sign-off-in-another-name",
        Pull(gate(), "sam-okoro", ("ines-roth",), taken_back=(("ines-roth", "DISMISSED"),)),
    ),
    "an approval by a program": Hostile(
        "sign-off-in-another-name", Pull(gate(), "sam-okoro", ("ines-roth-bot",))
    ),
    "an approval by who has left": Hostile(
        "sign-off-without-authority",
        Pull(
            gate(),
            "ines-roth",
            before=edit("people/ines-roth.yaml", ("2019-05-01", "2019-05-01\nactive_until: 2026-10-31"))
            | edit("assignments/hermes.yaml", ("until: 2027-06-30\n    time: 5 %", "until: 2026-10-31\n    time: 5 %")),
        ),
    ),
    "a change decided by who asked for it": Hostile(
        "approver-is-requester",
        Pull(
            added(
                REQUESTS,
                "more:\n  requested_by: maria-silva\n  requested: 2026-11-09\n  reason: I like it.\n"
                "  status: decided\n  impact: {time: 0 days, cost: 10, scope: none, quality: none,"
                " benefits: none, risk: none}\n  decision: {outcome: approved, by: maria-silva,"
                " as: sponsor, date: 2026-11-10, reason: Yes.}\n",
            ),
            "maria-silva",
        ),
    ),
    "a review by the delivery team": Hostile(
        "assurance-by-delivery-team",
        Pull(
            {"assurance/apollo/plan.yaml": "title: The plan\ntype: health-check\n"
             "reviewers: [tom-berg]\ndate: 2026-11-09\nrating: green\nsummary: A sound plan.\n"}
        ),
    ),
    "an account of nobody": Hostile("unknown-author", Pull(ONE_MORE, "mallory")),
    "commits of an account of nobody": Hostile(
        "unknown-author", Pull({}, then=(Push("mallory", ONE_MORE, "tom-berg"),))
    ),
}
GOVERNED = {
    "the policy weakened for one's own project": Hostile(
        "policy-mixed-with-records",
        Pull({POLICY: text(POLICY) + "rules: {baseline-moved-without-change: info}\n",
              **edit(APOLLO, GO_LIVE)}),
    ),
    "a weakened policy judges nothing yet": Hostile(
        "baseline-moved-without-change",
        Pull({POLICY: text(POLICY) + "rules: {baseline-moved-without-change: info}\n",
              **edit(APOLLO, GO_LIVE)}, "ana-keller"),
    ),
    "the policy taken away": Hostile("policy-changed-without-owner", Pull({POLICY: ""})),
    "a policy beside the policy": Hostile(
        "file-in-unknown-place", Pull({"policy/policy.yml": "profile: starter\n"})
    ),
    "limits raised and used": Hostile(
        "policy-mixed-with-records",
        Pull(
            {**edit(POLICY, ("project-manager: 10000", "project-manager: 900000")),
             **edit(APOLLO, ("forecast: 1250000", "forecast: 1300000"))},
        ),
    ),
    "a copy of a schema": Hostile(
        "unknown-field",
        Pull({"/schema/project.schema.json": "true\n", "/schema/.vscode/settings.json": "{}\n",
              HERMES: text(HERMES) + "colour: blue\n"}),
    ),
    "a copy of a schema among the records": Hostile(
        "file-in-unknown-place", Pull({"schema/project.schema.json": "true\n"})
    ),
    "another catalogue of rules": Hostile(
        "baseline-moved-without-change",
        Pull({"/pmoascode/rules/catalogue.yaml": "baseline-moved-without-change: {severity: info}\n",
              "/pmoascode/__init__.py": "raise SystemExit(0)\n", **edit(APOLLO, GO_LIVE)}),
    ),
    "a rule of the office's own softened": Hostile(
        "short-summary",
        Pull(
            {"policy/rules/short-summary.yaml": OWN_RULE.replace("{severity}", "info"),
             **edit(HERMES, ("One service that knows every address.", "x" * 90))},
            "ana-keller",
            before={"policy/rules/short-summary.yaml": OWN_RULE.replace("{severity}", "error")},
        ),
    ),
    "a rule of the office's own taken away": Hostile(
        "policy-changed-without-owner",
        Pull(
            {"policy/rules/short-summary.yaml": ""},
            before={"policy/rules/short-summary.yaml": OWN_RULE.replace("{severity}", "error")},
        ),
    ),
    "a lifecycle without gates": Hostile(
        "policy-changed-without-owner",
        Pull({"policy/lifecycles/standard.yaml": text("policy/lifecycles/standard.yaml").partition("gates:")[0]}),
    ),
    "a role that may be held twice": Hostile(
        "policy-changed-without-owner",
        Pull({"roles/sponsor.yaml": "title: Sponsor\nfamily: governance\nsingle_holder: false\n"}),
    ),
    "a waiver with what it excuses": Hostile(
        "waiver-arrives-with-violation",
        Pull({"policy/waivers/no-manager.yaml": WAIVER.replace("required-role-lapsed", "forecast-already-past"),
              **edit(APOLLO, ("forecast: 2027-03-12", "forecast: 2026-11-01"))}, "ana-keller"),
    ),
    "a waiver that hides what comes with it": Hostile(
        "required-role-lapsed", Pull({"policy/waivers/no-manager.yaml": WAIVER, **LAPSED}, "ana-keller")
    ),
    "a waiver for what nobody may waive": Hostile(
        "protected-rule-waived",
        Pull({"policy/waivers/mine.yaml": WAIVER.replace("required-role-lapsed", "record-removed")}, "ana-keller"),
    ),
    "a delegation made by who gains from it": Hostile(
        "policy-changed-without-owner", Pull(lent("maria-silva", "tom-berg", "2026-12-11", "apollo"))
    ),
    "a delegation beyond one's power": Hostile(
        "delegation-beyond-power", Pull(lent("tom-berg", "lena-novak", "2026-12-11", "apollo"))
    ),
    "a delegation passed on": Hostile(
        "delegation-passed-on",
        Pull(
            {LENT: lent("ines-roth", "paul-weber", "2026-12-11")[LENT]
             + lent("paul-weber", "lena-novak", "2026-12-11")[LENT].replace("week", "further")},
            "paul-weber",
            before=lent("ines-roth", "paul-weber", "2026-12-11"),
        ),
    ),
    "two people with one address": Hostile(
        "identity-shared-by-two-people",
        Pull({"people/mary.yaml": "name: Mary Silver\nemail: Maria.Silva@harbour.example\n"
              "active_from: 2026-01-01\n"}),
    ),
    "the number of an account replaced": Hostile(
        "policy-changed-without-owner", Pull(edit(MARIA, ("id: 105", "id: 4711")))
    ),
    "an account replaced and used": Hostile(
        "sign-off-in-another-name",
        Pull({**edit("people/ines-roth.yaml", ("id: 102", "id: 109")), **gate()}, "sam-okoro", ("sam-okoro",)),
    ),
    "tolerances widened by the manager": Hostile(
        "own-limits-changed", Pull(edit(APOLLO, ("tolerances: {time: 14", "tolerances: {time: 140")))
    ),
    "a level given to oneself": Hostile(
        "self-appointment", Pull(edit("people/tom-berg.yaml", ("level: 4", "level: 7")))
    ),
}
HISTORY = {
    "a baseline moved quietly": Hostile("baseline-moved-without-change", Pull(edit(APOLLO, GO_LIVE))),
    "a baseline moved with the folder": Hostile(
        "baseline-moved-without-change",
        Pull({**moved("apollo", "artemis"),
              "projects/artemis/project.yaml": edit(APOLLO, GO_LIVE)[APOLLO] + "former_ids: [apollo]\n"}),
    ),
    "a baseline moved in another layout": Hostile(
        "baseline-moved-without-change",
        Pull(
            edit(
                APOLLO,
                ("budget: {baseline: 1250000, forecast: 1250000, actual: 410000}",
                 "# tidied\nbudget:\n    actual: 410000\n    forecast: 1_250_000\n    baseline: 1350000"),
                ("    title: ", "    # the name\n    title:   "),
                ("1_250_000", "1250000.00"),
            )
        ),
    ),
    "a baseline moved by more than was approved": Hostile(
        "baseline-moved-without-change",
        Pull(
            {**edit(APOLLO, GO_LIVE),
             **added(REQUESTS, "go-live-april:\n  requested_by: tom-berg\n  reason: Late.\n  status: decided\n"
                     "  impact: {time: 0 days, cost: 0, scope: none, quality: none, benefits: none,"
                     " risk: none}\n  changes:\n    - {path: project.milestones.go-live.baseline,"
                     " old: 2027-03-12, new: 2027-04-12}\n  decision: {outcome: approved,"
                     " by: maria-silva, as: sponsor, date: 2026-11-10, reason: Yes.}\n")},
            approved=("maria-silva",),
        ),
    ),
    "a red report taken away": Hostile("record-removed", Pull({OCTOBER: ""}, before=RED)),
    "a red report broken so that nobody reads it": Hostile(
        "merge-conflict", Pull({OCTOBER: "<<<<<<< HEAD\n" + str(RED[OCTOBER])}, before=RED)
    ),
    "a red report turned green": Hostile(
        "published-report-rewritten", Pull({OCTOBER: text(OCTOBER)}, before=RED)
    ),
    "a published report edited": Hostile(
        "published-report-rewritten", Pull(edit(OCTOBER, ("two days early", "ten days early")))
    ),
    "a report moved to another period": Hostile(
        "record-removed", Pull({OCTOBER: "", "projects/apollo/reports/2026-q4.yaml": text(OCTOBER)})
    ),
    "the id of a former project used again": Hostile(
        "record-renamed",
        Pull(
            {"projects/quicksilver/project.yaml": text(HERMES)},
            "sam-okoro",
            before={MERCURY: text(MERCURY) + "former_ids: [quicksilver]\n"},
        ),
    ),
    "the id of a closed project used again": Hostile(
        "closed-record-changed", Pull({MERCURY: text(HERMES)}, "sam-okoro")
    ),
    "a closed project opened again": Hostile(
        "transition-outside-lifecycle",
        Pull(edit(MERCURY, ("status: closed", "status: active"), ("phase: closed", "phase: delivery")), "sam-okoro"),
    ),
    "a gate passed without its decision": Hostile(
        "phase-without-gate-approval",
        Pull(edit(HERMES, ("phase: idea", "phase: initiation"), ("proposed", "active")), "sam-okoro"),
    ),
    "an approval rewritten": Hostile(
        "log-entry-rewritten",
        Pull(edit("approvals/apollo/authorise-project.yaml", ("amount: 1250000", "amount: 2250000")), "maria-silva"),
    ),
    "a day that has been moved": Hostile(
        "actual-date-rewritten", Pull(edit(APOLLO, ("actual: 2026-10-14", "actual: 2026-10-10")))
    ),
    "spent money taken back": Hostile(
        "past-period-rewritten",
        Pull(edit("projects/apollo/finance.yaml", ("actual: 150000", "actual: 140000"))),
    ),
    "a decision rewritten": Hostile(
        "decision-rewritten",
        Pull(edit("projects/apollo/decisions.yaml", ("chosen: buy", "chosen: build"))),
    ),
    "a risk under another id": Hostile(
        "record-renamed", Pull(edit(RISKS, ("vendor-late:", "vendor-on-time:"), ("probability: 3", "probability: 1")))
    ),
    "a risk taken away": Hostile(
        "record-removed", Pull({RISKS: "few-testers:" + text(RISKS).partition("few-testers:")[2]})
    ),
}
TREES = {
    "everything taken away": Hostile("", Pull(dict.fromkeys(VALID, ""))),
    "a file in other capitals": Hostile(
        "file-in-unknown-place", Pull({RISKS: "", "projects/apollo/Risks.yaml": text(RISKS)})
    ),
    "a folder in other capitals": Hostile(
        "file-in-unknown-place", Pull({"projects/Apollo/project.yaml": edit(APOLLO, GO_LIVE)[APOLLO]})
    ),
    "a link out of the tree": Hostile("not-a-plain-file", Pull({ACTIONS: Entry("120000", "/etc/passwd")})),
    "a link for a folder": Hostile(
        "not-a-plain-file", Pull({"projects/apollo/reports": Entry("120000", "../../../../etc")})
    ),
    "a submodule for a folder": Hostile(
        "not-a-plain-file", Pull({"projects/apollo/reports": Entry("160000")})
    ),
    "a submodule for the records of a project": Hostile("not-a-plain-file", Pull({"projects/hermes": Entry("160000")})),
    "a program for a file": Hostile("not-a-plain-file", Pull({ACTIONS: Entry("100755", text(ACTIONS))})),
    "a shadow that ends in .yml": Hostile(
        "file-in-unknown-place", Pull({"projects/apollo/risks.yml": text(RISKS)})
    ),
    "a file set aside": Hostile("record-removed", Pull({RISKS: "", "projects/apollo/risks.yaml.bak": text(RISKS)})),
    "a command in a file's name": Hostile(
        "file-in-unknown-place", Pull({"projects/apollo/x\n::stop-commands::now\n.yaml": "{}\n"})
    ),
    "a command in a value": Hostile(
        "value-not-allowed",
        Pull(edit(HERMES, ("status: proposed", 'status: "x\\n::error::no\\n##[add-mask]green"'))),
    ),
    "aliases of aliases": Hostile("alias", Pull(added(ACTIONS, "x_a: &a [1, 1]\nx_b: [*a, *a]\n"))),
    "a key behind a hidden line break": Hostile(
        "hidden-line-break", Pull(added(HERMES, "# no change\N{LINE SEPARATOR}tier: large\n"))
    ),
    "one key from each side of a merge": Hostile(
        "duplicate-key",
        Pull(
            added(HERMES, "publish: true\npriority: {scores: {value: 5}, scored_by: omar-haddad}\n"
                  "summary: Another.\n"),
            "sam-okoro",
            meanwhile=edit(HERMES, ("One service", "The service")),
            merges=True,
        ),
    ),
    "a program in a value": Hostile(
        "tag", Pull(added(ACTIONS, "see: {do: !!python/object/apply:os.system [id], owner: tom-berg}\n"))
    ),
    "bytes that are no text": Hostile("not-utf8", Pull({ACTIONS: text(ACTIONS).encode() + b"# caf\xe9\n"})),
    "a file too large to read": Hostile("too-big", Pull({ACTIONS: text(ACTIONS) + "# x\n" * 300_000})),
}
HOSTILE = SIGNED | GOVERNED | HISTORY | TREES
