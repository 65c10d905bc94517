"""Hostile pull requests that rewrite what was signed, promised or found, without a word."""

from tests.gate.branches import Pull, added, edit
from tests.gate.changes import APOLLO, GATE, LAPSED, OCTOBER, POLICY, REQUESTS, WAIVER, gate
from tests.gate.hostile import Hostile
from tests.gate.requests import text

APPROVAL = "approvals/apollo/authorise-project.yaml"
CONDITION = (
    "  owners: {text: Name an owner for each benefit, owner: tom-berg, due: 2026-04-30,"
    " done: 2026-04-20}\n"
)
LATE = CONDITION.replace(", done: 2026-04-20", "")
PARTS = "projects/apollo/deliverables.yaml"
ACCEPTED = text(PARTS) + (
    "  accepted: {outcome: approved, by: paul-weber, as: senior-user, date: 2026-11-05}\n"
)
PILOT = "assurance/apollo/pilot.yaml"
GO_LIVE = """  go-live:
    title: Portal open
    critical: true
    phase: delivery
    owner: tom-berg
    baseline: 2027-03-12
    forecast: 2027-03-12
"""
ASKED = """more:
  requested_by: tom-berg
  requested: 2026-11-01
  reason: It is dear.
  status: decided
  impact: {time: 0 days, cost: 10, scope: none, quality: none, benefits: none, risk: none}
  decision: {outcome: OUTCOME, by: maria-silva, as: sponsor, date: 2026-11-08, reason: So be it.}
"""

REWRITTEN = {
    "a refused gate turned into an approval": Hostile(
        "log-entry-rewritten",
        Pull(
            gate(date="2026-11-09"),
            "ines-roth",
            before={GATE: gate(date="2026-11-09")[GATE].replace("approved", "rejected")},
        ),
    ),
    "a refused change turned into an approved one": Hostile(
        "log-entry-rewritten",
        Pull(
            added(REQUESTS, ASKED.replace("OUTCOME", "approved")),
            "maria-silva",
            before=added(REQUESTS, ASKED.replace("OUTCOME", "rejected")),
        ),
    ),
    "a condition taken out of an approval": Hostile(
        "log-entry-rewritten",
        Pull(
            edit(APPROVAL, (f"conditions:\n{CONDITION}", "")),
            before=edit(APPROVAL, (CONDITION, LATE)),
        ),
    ),
    "a condition put off": Hostile(
        "log-entry-rewritten",
        Pull(
            edit(APPROVAL, (CONDITION, LATE.replace("2026-04-30", "2027-04-30"))),
            before=edit(APPROVAL, (CONDITION, LATE)),
        ),
    ),
    "the next gate passed over an open condition": Hostile(
        "gate-passed-with-open-condition",
        Pull(
            {
                **edit(APOLLO, ("phase: delivery\nstatus", "phase: closing\nstatus")),
                "approvals/apollo/accept-result.yaml": "gate: accept-result\ndecision:"
                " {outcome: approved, by: maria-silva, as: sponsor, date: 2026-11-10}\n",
            },
            "maria-silva",
            before=edit(APPROVAL, (CONDITION, LATE)),
        ),
    ),
    "a signed plan rewritten": Hostile(
        "approved-content-rewritten",
        Pull(edit("projects/apollo/pid.yaml", ("Pilot first, then", "No pilot, but"))),
    ),
    "a signed business case made dearer": Hostile(
        "approved-content-rewritten",
        Pull(edit("projects/apollo/business-case.yaml", ("run_cost: 90000", "run_cost: 190000"))),
    ),
    "an accepted deliverable made worse": Hostile(
        "approved-content-rewritten",
        Pull(
            {PARTS: ACCEPTED.replace("No severe defect", "Some severe defects")},
            before={PARTS: ACCEPTED},
        ),
    ),
    "a red review turned green": Hostile(
        "log-entry-rewritten",
        Pull({PILOT: text(PILOT)}, before=edit(PILOT, ("rating: green", "rating: amber"))),
    ),
    "a milestone under another name, two months later": Hostile(
        "baseline-moved-without-change",
        Pull(
            edit(APOLLO, (GO_LIVE, GO_LIVE.replace("go-live", "opening").replace("-03-", "-05-")))
        ),
    ),
    "a milestone taken away": Hostile(
        "baseline-moved-without-change", Pull(edit(APOLLO, (GO_LIVE, "")))
    ),
    "a promise of money taken away": Hostile(
        "baseline-moved-without-change",
        Pull(edit(APOLLO, ("budget: {baseline: 1250000, ", "budget: {"))),
    ),
    "a lower target for a benefit": Hostile(
        "baseline-moved-without-change",
        Pull(edit("projects/apollo/benefits.yaml", ("target: {value: 4", "target: {value: 8"))),
    ),
    "a wider scope": Hostile(
        "baseline-moved-without-change",
        Pull(edit(APOLLO, ("included: [Online claims]", "included: [Online claims, Sales]"))),
    ),
    "a project put to rest without a word": Hostile(
        "on-hold-without-plan", Pull(edit(APOLLO, ("status: active", "status: on-hold")))
    ),
    "a project taken off the site": Hostile(
        "own-limits-changed", Pull(added(APOLLO, "publish: false\n"))
    ),
    "a report of a month to come": Hostile(
        "report-dated-ahead",
        Pull(
            {
                "projects/apollo/reports/2026-12.yaml": text(OCTOBER)
                .partition("accepted")[0]
                .replace("2026-11-02", "2026-12-02")
            }
        ),
    ),
    "a waiver made longer by who gains from it": Hostile(
        "policy-changed-without-owner",
        Pull(
            {"policy/waivers/no-manager.yaml": WAIVER.replace("2026-12-31", "2027-01-31")},
            before={"policy/waivers/no-manager.yaml": WAIVER, **LAPSED},
        ),
    ),
    "who answers for what, in one's own favour": Hostile(
        "policy-changed-without-owner",
        Pull(
            edit(
                "policy/raci.yaml",
                ("{sponsor: A, project-manager: R, senior-user: C}", "{project-manager: AR}"),
            )
        ),
    ),
    "a rule put off for years": Hostile(
        "policy-changed-without-owner",
        Pull({POLICY: text(POLICY) + "rules: {green-but-late: {effective_from: 2030-01-01}}\n"}),
    ),
    "an unsigned commit where the policy asks for signatures": Hostile(
        "sign-off-in-another-name",
        Pull(gate(), "ines-roth", before={POLICY: text(POLICY) + "signing: true\n"}),
    ),
    "a file that gives one's commits to the sponsor": Hostile(
        "sign-off-in-another-name",
        Pull(
            {
                **gate(),
                "/.mailmap": "Ines Roth <ines.roth@harbour.example> <tom.berg@harbour.example>\n",
            }
        ),
    ),
}
