"""Hostile pull requests that sign what they may not, or as whom they may not."""

from tests.gate.branches import Pull, Push, added, edit
from tests.gate.changes import (
    APOLLO,
    GO_LIVE,
    OCTOBER,
    ONE_MORE,
    REQUESTS,
    gate,
    lent,
    pinned,
)
from tests.gate.hostile import Hostile
from tests.gate.requests import text

SIGNED = {
    "a gate approved by its manager": Hostile(
        "sign-off-without-authority", Pull(gate("sam-okoro"), "sam-okoro")
    ),
    "a gate approved in the sponsor's name": Hostile(
        "sign-off-in-another-name", Pull(gate(), "sam-okoro")
    ),
    "a commit in the sponsor's name": Hostile(
        "sign-off-in-another-name",
        Pull(gate(), "sam-okoro", then=(Push("sam-okoro", name="ines-roth"),)),
    ),
    "one's own report accepted": Hostile(
        "approver-is-author",
        Pull(
            {
                "projects/apollo/reports/2026-11.yaml": text(OCTOBER)
                .replace("2026-11-02", "2026-11-10")
                .replace("2026-11-04", "2026-11-10")
                .replace("by: tom-berg", "by: maria-silva")
            },
            "maria-silva",
        ),
    ),
    "the sponsor's role given to oneself and used": Hostile(
        "sign-off-without-authority",
        Pull(
            {
                **edit("assignments/hermes.yaml", ("person: ines-roth", "person: sam-okoro")),
                **gate("sam-okoro"),
            },
            "sam-okoro",
        ),
    ),
    "the sponsor's role given to oneself": Hostile(
        "self-appointment",
        Pull(
            edit("assignments/hermes.yaml", ("person: ines-roth", "person: sam-okoro")), "sam-okoro"
        ),
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
            {
                **edit("projects/apollo/pid.yaml", ("No change of vendor", "Any vendor")),
                "approvals/apollo/again.yaml": "gate: authorise-project\ndecision:"
                " {outcome: approved,"
                " by: maria-silva, as: sponsor, date: 2026-11-10}\n" + pinned("pid"),
            },
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
        Pull(
            gate(), "sam-okoro", approved_first=("ines-roth",), then=(Push("sam-okoro", ONE_MORE),)
        ),
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
            before=edit(
                "people/ines-roth.yaml", ("2019-05-01", "2019-05-01\nactive_until: 2026-10-31")
            )
            | edit(
                "assignments/hermes.yaml",
                ("until: 2027-06-30\n    time: 5 %", "until: 2026-10-31\n    time: 5 %"),
            ),
        ),
    ),
    "a change decided by who asked for it": Hostile(
        "approver-is-requester",
        Pull(
            added(
                REQUESTS,
                "more:\n  requested_by: maria-silva\n  requested: 2026-11-09\n  reason: Mine.\n"
                "  status: decided\n  impact: {time: 0 days, cost: 10, scope: none, quality: none,"
                " benefits: none, risk: none}\n  decision: {outcome: approved, by: maria-silva,"
                " as: sponsor, date: 2026-11-10, reason: Yes.}\n",
            ),
            "maria-silva",
        ),
    ),
    "a baseline moved by a change that the manager approves": Hostile(
        "approver-is-project-manager",
        Pull(
            {
                **edit(APOLLO, GO_LIVE),
                **added(
                    REQUESTS,
                    "later:\n  requested_by: lena-novak\n  requested: 2026-11-09\n"
                    "  reason: It is late.\n  status: decided\n"
                    "  impact: {time: 10 days, cost: 10, scope: none, quality: none,"
                    " benefits: none, risk: none}\n  changes:\n"
                    "    - {path: project.milestones.go-live.baseline, old: 2027-03-12,"
                    " new: 2027-05-12}\n  decision: {outcome: approved, by: tom-berg,"
                    " as: project-manager, date: 2026-11-10, reason: Yes.}\n",
                ),
            }
        ),
    ),
    "a review by the delivery team": Hostile(
        "assurance-by-delivery-team",
        Pull(
            {
                "assurance/apollo/plan.yaml": "title: The plan\ntype: health-check\n"
                "reviewers: [tom-berg]\ndate: 2026-11-09\nrating: green\nsummary: A sound plan.\n"
            }
        ),
    ),
    "an account of nobody": Hostile("unknown-author", Pull(ONE_MORE, "mallory")),
    "commits of an account of nobody": Hostile(
        "unknown-author", Pull({}, then=(Push("mallory", ONE_MORE, "tom-berg"),))
    ),
}
