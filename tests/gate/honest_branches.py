"""Pull requests of honest people, none of which may be blocked."""

from tests.gate.branches import Pull, Push, added, edit
from tests.gate.changes import (
    ACTIONS,
    APOLLO,
    FRIEND,
    HERMES,
    LAPSED,
    NOVEMBER,
    OCTOBER,
    POLICY,
    REQUESTS,
    RISKS,
    WAIVER,
    WITHHELD,
    gate,
    moved,
    renamed,
)
from tests.gate.honest_changes import (
    ACCEPTED,
    AGREED,
    ASKED,
    BENEFITS,
    CLOSED,
    CORRECTION,
    DEPENDENCIES,
    EXCEPTION,
    EXCEPTIONS,
    FAR,
    IMPORT,
    ISSUES,
    LISTED_APART,
    MINUTES,
    NEW_DEPENDENCY,
    NEW_ISSUE,
    NEW_LESSON,
    NEW_RISK,
    RED_NOW,
    REPORT,
    SLIPPED,
    SPONSOR_LAPSED,
    STILL_CLOSING,
    SUCCESSOR,
    WITH_COORDINATOR,
    with_tests,
)
from tests.gate.honest_gates import AT_GATES
from tests.gate.honest_offices import OF_ONE
from tests.gate.requests import text
from tests.gate.test_honest_requests import PROJECT, TEAM

OF_WORK = {
    "a gate decision that the sponsor approves": Pull(gate(), "sam-okoro", ("ines-roth",)),
    "a gate decision that the sponsor writes": Pull(gate(), "ines-roth"),
    "a report by the manager": Pull(REPORT),
    "a report prepared by the coordinator": Pull(
        {path: f"{content}prepared_by: lena-novak\n" for path, content in REPORT.items()},
        "lena-novak",
        before=WITH_COORDINATOR,
    ),
    "a report, accepted by the sponsor": Pull(
        {p: f"{c}accepted: {ACCEPTED}\n" for p, c in REPORT.items()},
        approved=("maria-silva",),
    ),
    "a risk raised": Pull(added(RISKS, NEW_RISK), "lena-novak"),
    "a risk closed": Pull(
        edit(
            RISKS,
            (
                "status: open\n",
                (
                    "status: closed\n  closed: {date: 2026-11-10,"
                    " reason: They came., outcome: avoided}\n"
                ),
            ),
        )
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
        {
            **edit(
                APOLLO,
                (
                    "baseline: 2027-03-12\n    forecast: 2027-03-12",
                    "baseline: 2027-04-02\n    forecast: 2027-04-02",
                ),
            ),
            **added(
                REQUESTS,
                AGREED.replace("status: decided", "status: implemented\n  implemented: 2026-11-10"),
            ),
        },
        before=added(REQUESTS, AGREED),
    ),
    "a milestone reached": Pull(
        with_tests("forecast: 2026-11-13, actual: 2026-11-09, status: reached"),
        before=with_tests("forecast: 2026-11-13"),
    ),
    "a forecast that slips within tolerance": Pull(edit(APOLLO, SLIPPED)),
    "an exception raised with its report": Pull({**FAR, **RED_NOW, EXCEPTIONS: EXCEPTION}),
    "an exception raised": Pull({**FAR, EXCEPTIONS: EXCEPTION}),
    "a project put on hold": Pull(
        edit(
            APOLLO,
            (
                "status: active\n",
                "status: on-hold\nhold: {reason: The law is awaited., review: 2026-12-15}\n",
            ),
        ),
        approved=("maria-silva",),
    ),
    "a project closed with its end report": Pull(
        CLOSED, "sam-okoro", ("ines-roth",), before=STILL_CLOSING
    ),
    "a lesson": Pull(added("projects/apollo/lessons.yaml", NEW_LESSON), "omar-haddad"),
    "a benefit measured after the end": Pull(
        added(
            BENEFITS, "    - {date: 2026-09-30, value: 8, evidence: Post room, by: paul-weber}\n"
        ),
        "paul-weber",
    ),
    "a dependency agreed by both": Pull(
        added(DEPENDENCIES, NEW_DEPENDENCY), approved=("sam-okoro",)
    ),
    "a published report corrected": Pull(added("projects/apollo/reports/2026-09.yaml", CORRECTION)),
    "minutes of a meeting": Pull({"meetings/change-board/2026-11-09.yaml": MINUTES}, "omar-haddad"),
    LISTED_APART: Pull(REPORT, before=SPONSOR_LAPSED),
}
OF_THE_OFFICE = {
    "a project with its people": Pull(
        {
            "projects/athena/project.yaml": PROJECT.format(name="Athena"),
            "assignments/athena.yaml": TEAM,
        },
        "sam-okoro",
        ("li-wen",),
    ),
    "somebody new": Pull(
        {
            "people/zoe-hart.yaml": "name: Zoe Hart\nemail: zoe.hart@harbour.example\n"
            "identities: {github: {login: zoe-hart, id: 120}}\nactive_from: 2026-11-10\n"
        },
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
        {
            **moved("hermes", "hermes-two"),
            "projects/hermes-two/project.yaml": text(HERMES) + "former_ids: [hermes]\n",
            **edit(DEPENDENCIES, ("project: hermes,", "project: hermes-two,")),
        },
        "sam-okoro",
        ("li-wen",),
    ),
    "a running project under another id": Pull(renamed({}), approved=("maria-silva",)),
    "a report with a rating withheld": Pull({NOVEMBER: WITHHELD}, approved=("maria-silva",)),
    "a project moved to another programme with the sponsor's word": Pull(
        edit(APOLLO, ("programme: front-door", "programme: side")),
        approved=("maria-silva",),
        before=FRIEND,
    ),
    "sixty projects imported": Pull(IMPORT, "omar-haddad", ("ana-keller",)),
}
OF_TEXT = {
    "line ends of another system": Pull(
        {path: text(path).replace("\n", "\r\n") for path in (HERMES, "projects/apollo/pid.yaml")}
    ),
    "a mark at the beginning": Pull({HERMES: "\ufeff" + text(HERMES)}, "sam-okoro"),
    "names in other scripts": Pull(
        {
            "people/juergen.yaml": "name: Jürgen Groß\n",
            "people/han.yaml": "name: 漢字 太郎\n",
            "people/layla.yaml": "name: ليلى حداد\n",
        },
        "ana-keller",
    ),
    "comments only": Pull(
        {path: "# looked at\n" + text(path) for path in (APOLLO, RISKS, OCTOBER)}
    ),
    "another layout": Pull(
        edit(
            APOLLO,
            (
                "budget: {baseline: 1250000, forecast: 1250000, actual: 410000}",
                "budget:\n    actual: 410000\n    forecast: 1250000.0\n    baseline: 1250000",
            ),
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
        then=(
            Push("tom-berg", added(ISSUES, NEW_ISSUE)),
            Push("sam-okoro", gate(date="2026-11-10")),
        ),
        approved=("ines-roth",),
    ),
    "a command in a title is only text": Pull(
        edit(
            ACTIONS,
            ("do: Tell the branches", 'do: "##[add-mask]::error::Tell the branches'),
            ("portal opens", 'portal opens"'),
        )
    ),
}
HONEST: dict[str, Pull] = OF_WORK | AT_GATES | OF_THE_OFFICE | OF_ONE | OF_TEXT
