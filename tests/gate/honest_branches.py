"""Pull requests of honest people, none of which may be blocked."""

from tests.gate.branches import Files, Pull, Push, added, edit
from tests.gate.hostile_branches import (
    ACTIONS,
    APOLLO,
    GATE,
    HERMES,
    LAPSED,
    MERCURY,
    OCTOBER,
    POLICY,
    REQUESTS,
    RISKS,
    WAIVER,
    gate,
    moved,
)
from tests.gate.requests import VALID, text
from tests.gate.test_honest_requests import PROJECT, TEAM

ISSUES = "projects/apollo/issues.yaml"
BENEFITS = "projects/mercury/benefits.yaml"
DEPENDENCIES = "projects/apollo/dependencies.yaml"
EXCEPTIONS = "projects/apollo/exceptions.yaml"
NOVEMBER = {
    "projects/apollo/reports/2026-11.yaml": text(OCTOBER)
    .partition("accepted:")[0]
    .replace("2026-11-02", "2026-11-10")
}
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
    "  decision: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-11-10, reason: Yes.}\n"
)
SLIPPED = (
    "baseline: 2027-03-12\n    forecast: 2027-03-12",
    "baseline: 2027-03-12\n    forecast: 2027-03-24\n    reason: The vendor is a week late.",
)
FAR = edit(
    APOLLO,
    (
        "baseline: 2027-03-12\n    forecast: 2027-03-12",
        "baseline: 2027-03-12\n    forecast: 2027-04-02\n    reason: The vendor is three weeks late.",
    ),
)
RED_NOW = {
    path: str(content)
    .replace("overall: green, schedule: green", "overall: amber, schedule: amber")
    .replace("achieved:", "change_reason: The vendor is late.\ncause: The vendor.\nactions:\n"
             "  - {do: Press the vendor, owner: tom-berg, due: 2026-11-27}\nachieved:")
    for path, content in NOVEMBER.items()
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
SUCCESSOR = edit(
    "assignments/hermes.yaml",
    (
        "project-manager:\n  - {person: sam-okoro, from: 2026-10-01, until: 2027-06-30, time: 40 %}",
        "project-manager:\n  - {person: sam-okoro, from: 2026-10-01, until: 2026-11-30, time: 40 %,"
        " change_reason: career-move}\n  - {person: li-wen, from: 2026-12-01, until: 2027-06-30,"
        " time: 40 %, change_reason: career-move}",
    ),
)
IMPORT = {
    f"projects/old-{number}/project.yaml": PROJECT.format(name=f"Old {number}")
    for number in range(60)
} | {f"assignments/old-{number}.yaml": TEAM.replace("time: 1 %", "time: 0 %") for number in range(60)}
WITH_COORDINATOR: Files = {
    **added("assignments/pmo.yaml", "pmo-coordinator:\n  - {person: lena-novak, from: 2026-01-01}\n"),
    **added("policy/raci.yaml", "report: {title: Status report, roles: {project-manager: A,"
            " pmo-coordinator: R}}\n"),
}
SPONSOR_LAPSED = edit(
    "assignments/apollo.yaml",
    ("until: 2027-12-31\n    time: 10 %", "until: 2026-10-31\n    time: 10 %"),
)
LISTED_APART = "a report although a sponsor has lapsed before"

OF_WORK = {
    "a gate decision that the sponsor approves": Pull(gate(), "sam-okoro", ("ines-roth",)),
    "a gate decision that the sponsor writes": Pull(gate(), "ines-roth"),
    "a report by the manager": Pull(NOVEMBER),
    "a report prepared by the coordinator": Pull(
        {path: f"{content}prepared_by: lena-novak\n" for path, content in NOVEMBER.items()},
        "lena-novak",
        before=WITH_COORDINATOR,
    ),
    "a report, accepted by the sponsor": Pull(
        {p: f"{c}accepted: {{outcome: approved, by: maria-silva, as: sponsor, date: 2026-11-10}}\n"
         for p, c in NOVEMBER.items()},
        approved=("maria-silva",),
    ),
    "a risk raised": Pull(added(RISKS, NEW_RISK), "lena-novak"),
    "a risk closed": Pull(
        edit(RISKS, ("status: open\n", "status: closed\n  closed: {date: 2026-11-10,"
                     " reason: They came., outcome: avoided}\n"))
    ),
    "an issue raised": Pull(added(ISSUES, NEW_ISSUE), "lena-novak"),
    "a critical issue raised": Pull(
        added(ISSUES, NEW_ISSUE.replace("severity: low", "severity: critical")), "lena-novak"
    ),
    "a high risk raised": Pull(
        added(RISKS, NEW_RISK.replace("probability: 2\n  impact: 3", "probability: 5\n  impact: 5"))
    ),
    "a change asked for": Pull(added(REQUESTS, ASKED)),
    "a change approved by the sponsor": Pull(
        added(REQUESTS, AGREED), approved=("maria-silva",), before=added(REQUESTS, ASKED)
    ),
    "a baseline moved with its change": Pull(
        {**edit(APOLLO, ("baseline: 2027-03-12\n    forecast: 2027-03-12",
                         "baseline: 2027-04-02\n    forecast: 2027-04-02")),
         **added(REQUESTS, AGREED.replace("status: decided", "status: implemented\n"
                                          "  implemented: 2026-11-10"))},
        before=added(REQUESTS, AGREED),
    ),
    "a milestone reached": Pull(
        edit(APOLLO, ("baseline: 2027-03-12\n    forecast: 2027-03-12",
                      "baseline: 2027-03-12\n    actual: 2026-11-09\n    status: reached"))
    ),
    "a forecast that slips within tolerance": Pull(edit(APOLLO, SLIPPED)),
    "an exception raised with its report": Pull({**FAR, **RED_NOW, EXCEPTIONS: EXCEPTION}),
    "an exception raised": Pull({**FAR, EXCEPTIONS: EXCEPTION}),
    "a project put on hold": Pull(
        edit(APOLLO, ("status: active", "status: on-hold")), approved=("maria-silva",)
    ),
    "a project closed with its end report": Pull(
        CLOSED, "sam-okoro", ("ines-roth",), before=STILL_CLOSING
    ),
    "a lesson": Pull(added("projects/apollo/lessons.yaml", NEW_LESSON), "omar-haddad"),
    "a benefit measured after the end": Pull(
        added(BENEFITS, "    - {date: 2026-09-30, value: 8, evidence: Post room, by: paul-weber}\n"),
        "paul-weber",
    ),
    "a dependency agreed by both": Pull(
        added(DEPENDENCIES, NEW_DEPENDENCY), approved=("sam-okoro",)
    ),
    "a published report corrected": Pull(
        added("projects/apollo/reports/2026-09.yaml", CORRECTION)
    ),
    "minutes of a meeting": Pull({"meetings/change-board/2026-11-09.yaml": MINUTES}, "omar-haddad"),
    LISTED_APART: Pull(NOVEMBER, before=SPONSOR_LAPSED),
}
OF_THE_OFFICE = {
    "a project with its people": Pull(
        {"projects/athena/project.yaml": PROJECT.format(name="Athena"), "assignments/athena.yaml": TEAM},
        "sam-okoro",
        ("li-wen",),
    ),
    "somebody new": Pull(
        {"people/zoe-hart.yaml": "name: Zoe Hart\nemail: zoe.hart@harbour.example\n"
         "identities: {github: {login: zoe-hart, id: 120}}\nactive_from: 2026-11-10\n"},
        "omar-haddad",
    ),
    "the policy by its owner": Pull(
        {POLICY: text(POLICY) + "people: {publish: initials}\n"}, "ana-keller"
    ),
    "a waiver by its owner": Pull(
        {"policy/waivers/no-manager.yaml": WAIVER}, "ana-keller", before=LAPSED
    ),
    "a role handed over": Pull(SUCCESSOR, "ines-roth"),
    "a project under another id": Pull(
        {**moved("hermes", "hermes-two"),
         "projects/hermes-two/project.yaml": text(HERMES) + "former_ids: [hermes]\n",
         **edit(DEPENDENCIES, ("project: hermes,", "project: hermes-two,"))},
        "sam-okoro",
        ("li-wen",),
    ),
    "sixty projects imported": Pull(IMPORT, "omar-haddad", ("ana-keller",)),
}
OF_TEXT = {
    "line ends of another system": Pull(
        {path: text(path).replace("\n", "\r\n") for path in (HERMES, "projects/apollo/pid.yaml")}
    ),
    "a mark at the beginning": Pull({HERMES: "\ufeff" + text(HERMES)}, "sam-okoro"),
    "names in other scripts": Pull(
        {"people/juergen.yaml": "name: Jürgen Groß\n", "people/han.yaml": "name: 漢字 太郎\n",
         "people/layla.yaml": "name: ليلى حداد\n"},
        "ana-keller",
    ),
    "comments only": Pull({path: "# looked at\n" + text(path) for path in (APOLLO, RISKS, OCTOBER)}),
    "another layout": Pull(
        edit(
            APOLLO,
            ("budget: {baseline: 1250000, forecast: 1250000, actual: 410000}",
             "budget:\n    actual: 410000\n    forecast: 1250000.0\n    baseline: 1250000"),
            ("name: Apollo claims portal", "name:   'Apollo claims portal'"),
        )
    ),
    "the base merged into it": Pull(
        edit(HERMES, ("One service", "The service")),
        "sam-okoro",
        meanwhile=added(ACTIONS, "call: {do: Call the vendor, owner: tom-berg, due: 2026-12-01}\n"),
        merges=True,
    ),
    "a base that has moved on": Pull(
        edit(HERMES, ("One service", "The service")),
        "sam-okoro",
        meanwhile={**edit(APOLLO, SLIPPED), "meetings/change-board/2026-11-09.yaml": MINUTES},
    ),
    "commits of two people": Pull(
        edit(HERMES, ("One service", "The service")),
        "sam-okoro",
        then=(Push("tom-berg", added(ISSUES, NEW_ISSUE)), Push("sam-okoro", gate(date="2026-11-10"))),
        approved=("ines-roth",),
    ),
    "a command in a title is only text": Pull(
        edit(ACTIONS, ("do: Tell the branches", 'do: "##[add-mask]::error::Tell the branches'),
             ("portal opens", 'portal opens"'))
    ),
}
HONEST: dict[str, Pull] = OF_WORK | OF_THE_OFFICE | OF_TEXT
assert GATE not in VALID
