"""Hostile pull requests that alter what was told, promised or decided."""

from tests.gate.branches import Pull, added, edit
from tests.gate.changes import (
    APOLLO,
    GO_LIVE,
    HERMES,
    MERCURY,
    OCTOBER,
    RED,
    REQUESTS,
    RISKS,
    renamed,
)
from tests.gate.hostile import Hostile
from tests.gate.requests import text

HISTORY = {
    "a baseline moved quietly": Hostile(
        "baseline-moved-without-change", Pull(edit(APOLLO, GO_LIVE))
    ),
    "a baseline moved with the folder": Hostile(
        "baseline-moved-without-change",
        Pull(renamed({APOLLO: GO_LIVE})),
    ),
    "a baseline moved in another layout": Hostile(
        "baseline-moved-without-change",
        Pull(
            edit(
                APOLLO,
                (
                    "budget: {baseline: 1250000, forecast: 1250000, actual: 410000}",
                    (
                        "# tidied\nbudget:\n    actual: 410000\n    forecast: 1_250_000\n"
                        "    baseline: 1350000"
                    ),
                ),
                ("    title: ", "    # the name\n    title:   "),
                ("1_250_000", "1250000.00"),
            )
        ),
    ),
    "a baseline moved by more than was approved": Hostile(
        "baseline-moved-without-change",
        Pull(
            {
                **edit(APOLLO, GO_LIVE),
                **added(
                    REQUESTS,
                    "go-live-april:\n  requested_by: tom-berg\n  reason: Late.\n  status: decided\n"
                    "  impact: {time: 0 days, cost: 0, scope: none, quality: none, benefits: none,"
                    " risk: none}\n  changes:\n    - {path: project.milestones.go-live.baseline,"
                    " old: 2027-03-12, new: 2027-04-12}\n  decision: {outcome: approved,"
                    " by: maria-silva, as: sponsor, date: 2026-11-10, reason: Yes.}\n",
                ),
            },
            approved=("maria-silva",),
        ),
    ),
    "a published report edited with its folder": Hostile(
        "published-report-rewritten", Pull(renamed({OCTOBER: ("two days early", "ten days early")}))
    ),
    "a decision rewritten with its folder": Hostile(
        "decision-rewritten",
        Pull(renamed({"projects/apollo/decisions.yaml": ("chosen: buy", "chosen: build")})),
    ),
    "an agreed day moved with the folder": Hostile(
        "dependency-moved-without-consent",
        Pull(
            renamed(
                {
                    "projects/apollo/dependencies.yaml": (
                        "need_by: 2027-02-12",
                        "need_by: 2027-01-12",
                    )
                }
            )
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
        Pull(
            edit(
                MERCURY, ("status: closed", "status: active"), ("phase: closed", "phase: delivery")
            ),
            "sam-okoro",
        ),
    ),
    "a gate passed without its decision": Hostile(
        "phase-without-gate-approval",
        Pull(
            edit(HERMES, ("phase: idea", "phase: initiation"), ("proposed", "active")), "sam-okoro"
        ),
    ),
    "an approval rewritten": Hostile(
        "log-entry-rewritten",
        Pull(
            edit("approvals/apollo/authorise-project.yaml", ("amount: 1250000", "amount: 2250000")),
            "maria-silva",
        ),
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
        "record-renamed",
        Pull(
            edit(RISKS, ("vendor-late:", "vendor-on-time:"), ("probability: 3", "probability: 1"))
        ),
    ),
    "a risk taken away": Hostile(
        "record-removed", Pull({RISKS: "few-testers:" + text(RISKS).partition("few-testers:")[2]})
    ),
}
