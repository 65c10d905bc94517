"""What honest people write into the records."""

from tests.gate.branches import Files, added, edit
from tests.gate.changes import (
    APOLLO,
    MERCURY,
    NOVEMBER,
    OCTOBER,
)
from tests.gate.requests import text
from tests.gate.test_honest_requests import PROJECT, TEAM

ISSUES = "projects/apollo/issues.yaml"
BENEFITS = "projects/mercury/benefits.yaml"
DEPENDENCIES = "projects/apollo/dependencies.yaml"
EXCEPTIONS = "projects/apollo/exceptions.yaml"
ACCEPTED = "{outcome: approved, by: maria-silva, as: sponsor, date: 2026-11-10}"
REPORT = {NOVEMBER: text(OCTOBER).partition("accepted:")[0].replace("2026-11-02", "2026-11-10")}
IMPACT = "{time: 21 days, cost: 0, scope: none, quality: none, benefits: none, risk: none}"
ASKED = f"""go-live-april:
  title: Go-live in April
  requested_by: tom-berg
  requested: 2026-11-03
  reason: The vendor is three weeks late.
  effect_of_not: We open with half the forms.
  category: Schedule
  urgency: high
  status: submitted
  impact: {IMPACT}
  changes:
    - {{path: project.milestones.go-live.baseline, old: 2027-03-12, new: 2027-04-02}}
"""
AGREED = ASKED.replace("status: submitted", "status: decided") + (
    "  decision: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-11-10,"
    " reason: Yes.}\n"
)
SLIPPED = (
    "baseline: 2027-03-12\n    forecast: 2027-03-12",
    "baseline: 2027-03-12\n    forecast: 2027-03-24\n    reason: The vendor is a week late.",
)
FAR = edit(
    APOLLO,
    (
        "baseline: 2027-03-12\n    forecast: 2027-03-12",
        "baseline: 2027-03-12\n    forecast: 2027-04-02\n    reason: The vendor is late.",
    ),
)
RED_NOW = {
    path: str(content)
    .replace("overall: green, schedule: green", "overall: amber, schedule: amber")
    .replace(
        "achieved:",
        "change_reason: The vendor is late.\ncause: The vendor.\nactions:\n"
        "  - {do: Press the vendor, owner: tom-berg, due: 2026-11-27}\nachieved:",
    )
    for path, content in REPORT.items()
}
EXCEPTION = """go-live-late:
  title: Go-live three weeks late
  dimension: time
  raised: 2026-11-10
  raised_by: tom-berg
  cause: The vendor lost two developers.
  consequences: The peak of spring comes by phone.
  options:
    wait: {title: Wait, effect: Later.}
    pay: {title: Pay for two more, effect: Dearer., cost: 40000}
  recommendation: Wait.
"""
NEW_RISK = """no-testers:
  title: Testers leave
  cause: Their contracts end.
  event: Two testers leave in January.
  effect: Tests take a month more.
  category: People
  owner: lena-novak
  raised: 2026-11-10
  raised_by: tom-berg
  probability: 2
  impact: 3
  residual: {probability: 1, impact: 3}
  response: reduce
  actions:
    - {do: Ask for longer contracts, owner: lena-novak, due: 2026-12-04}
  status: open
  reviewed: 2026-11-10
  review: 2026-12-10
"""
NEW_ISSUE = """slow-forms:
  title: The forms are slow
  type: problem
  description: A form takes nine seconds.
  severity: low
  priority: low
  impact: Customers wait.
  owner: tom-berg
  raised: 2026-11-10
  raised_by: lena-novak
  due: 2026-12-11
  status: open
"""
NEW_DEPENDENCY = """address-tests:
  title: Addresses for tests
  giver: {project: hermes, milestone: service-open}
  receiver_milestone: go-live
  description: A set of addresses for tests.
  need_by: 2027-02-12
  status: agreed
  confirmed:
    giver: {by: sam-okoro, date: 2026-11-10}
    receiver: {by: tom-berg, date: 2026-11-10}
  owner: tom-berg
  review: 2026-12-01
  fallback: Invented addresses.
  probability: 2
  impact: 2
"""
TESTS = "  tests-done: {title: Tests done, owner: tom-berg, baseline: 2026-11-13, "
NEW_LESSON = """ask-twice:
  title: Ask the branches twice
  event: The first answers were wrong.
  cause: They had not seen the portal.
  effect: Two weeks were lost.
  recommendation: Show something before you ask.
  category: Requirements
  priority: medium
  owner: omar-haddad
  recorded: 2026-11-10
"""
CORRECTION = """corrections:
  - date: 2026-11-10
    by: tom-berg
    field: headline
    was: The pilot runs.
    now: The pilot runs in two branches.
    reason: It said too little.
"""
MINUTES = """title: Change board, November
chair: maria-silva
attendees: [maria-silva, ana-keller, paul-weber, ines-roth]
decisions:
  - {text: Go-live stays, reference: project/apollo}
actions:
  - {do: Tell the branches, owner: nora-lind, due: 2026-11-20}
"""
STILL_CLOSING = {
    **edit(MERCURY, ("phase: closed", "phase: closing"), ("status: closed", "status: active")),
    **edit("assignments/mercury.yaml", ("until: 2026-03-31", "until: 2026-12-31")),
    "approvals/mercury/close-project.yaml": "",
    "projects/mercury/end-report.yaml": "",
}
CLOSED = {
    MERCURY: text(MERCURY),
    "approvals/mercury/close-project.yaml": "gate: close-project\ndecision: {outcome: approved,"
    " by: ines-roth, as: sponsor, date: 2026-11-10}\n",
    "projects/mercury/end-report.yaml": text("projects/mercury/end-report.yaml")
    .replace("2026-02-25", "2026-11-09")
    .replace("2026-03-06", "2026-11-10"),
}
LEADS = "project-manager:\n  - {person: sam-okoro, from: 2026-10-01, "
SUCCESSOR = edit(
    "assignments/hermes.yaml",
    (
        f"{LEADS}until: 2027-06-30, time: 40 %}}",
        (
            f"{LEADS}until: 2026-11-30, time: 40 %, change_reason: career-move}}\n"
            "  - {person: li-wen, from: 2026-12-01, until: 2027-06-30, time: 40 %,"
            " change_reason: career-move}"
        ),
    ),
)
IMPORT = {
    f"projects/old-{number}/project.yaml": PROJECT.format(name=f"Old {number}")
    for number in range(60)
} | {
    f"assignments/old-{number}.yaml": TEAM.replace("time: 1 %", "time: 0 %") for number in range(60)
}
WITH_COORDINATOR: Files = {
    **added(
        "assignments/pmo.yaml", "pmo-coordinator:\n  - {person: lena-novak, from: 2026-01-01}\n"
    ),
    **added(
        "policy/raci.yaml",
        "report: {title: Status report, roles: {project-manager: A, pmo-coordinator: R}}\n",
    ),
}
SPONSOR_LAPSED = edit(
    "assignments/apollo.yaml",
    ("until: 2027-12-31\n    time: 10 %", "until: 2026-10-31\n    time: 10 %"),
)
LISTED_APART = "a report although a sponsor has lapsed before"


def with_tests(dates: str) -> Files:
    """Apollo with one more milestone."""
    return edit(APOLLO, ("  go-live:\n", f"{TESTS}{dates}}}\n  go-live:\n"))
