"""Pull requests about gates that may pass: refused and later approved, conditions met, signed."""

from tests.gate.branches import Pull, added, edit
from tests.gate.changes import GATE, POLICY, REQUESTS, gate
from tests.gate.requests import text

CASE = "projects/hermes/business-case.yaml"
SIGNED_CASE = """maturity: outline
reasons: One letter in nine comes back.
benefits: [fewer-letters]
run_cost: 4000
reviewed: 2026-11-02
approved: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-11-02}
"""
LONGER_PILOT = """longer-pilot:
  title: A longer pilot
  requested_by: tom-berg
  requested: 2026-11-02
  reason: Two branches opened late.
  status: decided
  impact: {time: 5 days, cost: 0, scope: none, quality: none, benefits: none, risk: none}
  changes:
    - path: pid.plan
      old: Pilot first, then the rest.
      new: A longer pilot, then the rest.
  decision: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-11-09, reason: Agreed.}
"""
REFUSED = "approvals/hermes/start-initiation-2026-10-20.yaml"
SECOND = "approvals/hermes/start-initiation-2026-11-10.yaml"
APPROVAL = "approvals/apollo/authorise-project.yaml"

AT_GATES = {
    "a gate that was refused is approved in a record of its own": Pull(
        {SECOND: gate()[GATE]},
        "ines-roth",
        before={REFUSED: gate(date="2026-10-20")[GATE].replace("approved", "rejected")},
    ),
    "a gate is refused": Pull(
        {GATE: gate()[GATE].replace("approved", "rejected")}, "sam-okoro", ("ines-roth",)
    ),
    "a condition of a gate is met": Pull(
        edit(APPROVAL, ("done: 2026-04-20", "done: 2026-11-10")),
        before=edit(APPROVAL, (", done: 2026-04-20", "")),
    ),
    "a review where the policy asks for signed commits": Pull(
        gate(), "sam-okoro", ("ines-roth",), before={POLICY: text(POLICY) + "signing: true\n"}
    ),
    "a signed plan changed by an approved request": Pull(
        edit("projects/apollo/pid.yaml", ("Pilot first, then", "A longer pilot, then")),
        before=added(REQUESTS, LONGER_PILOT),
    ),
    "a business case that nothing rests on yet, signed anew": Pull(
        {CASE: SIGNED_CASE.replace("4000", "9000").replace("11-02", "11-10")},
        "sam-okoro",
        ("ines-roth",),
        before={CASE: SIGNED_CASE},
    ),
}
