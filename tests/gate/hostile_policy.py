"""Hostile pull requests that change who may do what, or by what all are judged."""

from tests.gate.branches import Pull, edit
from tests.gate.changes import (
    APOLLO,
    GO_LIVE,
    HERMES,
    LAPSED,
    LENT,
    MARIA,
    OWN_RULE,
    POLICY,
    WAIVER,
    gate,
    lent,
)
from tests.gate.hostile import Hostile
from tests.gate.requests import text

GOVERNED = {
    "the policy weakened for one's own project": Hostile(
        "policy-mixed-with-records",
        Pull(
            {
                POLICY: text(POLICY) + "rules: {baseline-moved-without-change: info}\n",
                **edit(APOLLO, GO_LIVE),
            }
        ),
    ),
    "a weakened policy judges nothing yet": Hostile(
        "baseline-moved-without-change",
        Pull(
            {
                POLICY: text(POLICY) + "rules: {baseline-moved-without-change: info}\n",
                **edit(APOLLO, GO_LIVE),
            },
            "ana-keller",
        ),
    ),
    "the policy taken away": Hostile("policy-changed-without-owner", Pull({POLICY: ""})),
    "a policy beside the policy": Hostile(
        "file-in-unknown-place", Pull({"policy/policy.yml": "profile: starter\n"})
    ),
    "limits raised and used": Hostile(
        "policy-mixed-with-records",
        Pull(
            {
                **edit(POLICY, ("project-manager: 10000", "project-manager: 900000")),
                **edit(APOLLO, ("forecast: 1250000", "forecast: 1300000")),
            },
        ),
    ),
    "a copy of a schema": Hostile(
        "unknown-field",
        Pull(
            {
                "/schema/project.schema.json": "true\n",
                "/schema/.vscode/settings.json": "{}\n",
                HERMES: text(HERMES) + "colour: blue\n",
            }
        ),
    ),
    "a copy of a schema among the records": Hostile(
        "file-in-unknown-place", Pull({"schema/project.schema.json": "true\n"})
    ),
    "another catalogue of rules": Hostile(
        "baseline-moved-without-change",
        Pull(
            {
                "/pmoascode/rules/catalogue.yaml": "baseline-moved-without-change:\n"
                "  severity: info\n",
                "/pmoascode/__init__.py": "raise SystemExit(0)\n",
                **edit(APOLLO, GO_LIVE),
            }
        ),
    ),
    "a rule of the office's own softened": Hostile(
        "short-summary",
        Pull(
            {
                "policy/rules/short-summary.yaml": OWN_RULE.replace("{severity}", "info"),
                **edit(HERMES, ("One service that knows every address.", "x" * 90)),
            },
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
        Pull(
            {
                "policy/lifecycles/standard.yaml": text(
                    "policy/lifecycles/standard.yaml"
                ).partition("gates:")[0]
            }
        ),
    ),
    "a role that may be held twice": Hostile(
        "policy-changed-without-owner",
        Pull({"roles/sponsor.yaml": "title: Sponsor\nfamily: governance\nsingle_holder: false\n"}),
    ),
    "a waiver with what it excuses": Hostile(
        "waiver-arrives-with-violation",
        Pull(
            {
                "policy/waivers/no-manager.yaml": WAIVER.replace(
                    "required-role-lapsed", "forecast-already-past"
                ),
                **edit(APOLLO, ("forecast: 2027-03-12", "forecast: 2026-11-01")),
            },
            "ana-keller",
        ),
    ),
    "a waiver that hides what comes with it": Hostile(
        "required-role-lapsed",
        Pull({"policy/waivers/no-manager.yaml": WAIVER, **LAPSED}, "ana-keller"),
    ),
    "a waiver for what nobody may waive": Hostile(
        "protected-rule-waived",
        Pull(
            {"policy/waivers/mine.yaml": WAIVER.replace("required-role-lapsed", "record-removed")},
            "ana-keller",
        ),
    ),
    "a delegation made by who gains from it": Hostile(
        "policy-changed-without-owner",
        Pull(lent("maria-silva", "tom-berg", "2026-12-11", "apollo")),
    ),
    "a delegation beyond one's power": Hostile(
        "delegation-beyond-power", Pull(lent("tom-berg", "lena-novak", "2026-12-11", "apollo"))
    ),
    "a delegation passed on": Hostile(
        "delegation-passed-on",
        Pull(
            {
                LENT: lent("ines-roth", "paul-weber", "2026-12-11")[LENT]
                + lent("paul-weber", "lena-novak", "2026-12-11")[LENT].replace("week", "further")
            },
            "paul-weber",
            before=lent("ines-roth", "paul-weber", "2026-12-11"),
        ),
    ),
    "two people with one address": Hostile(
        "identity-shared-by-two-people",
        Pull(
            {
                "people/mary.yaml": "name: Mary Silver\nemail: Maria.Silva@harbour.example\n"
                "active_from: 2026-01-01\n"
            }
        ),
    ),
    "the number of an account replaced": Hostile(
        "policy-changed-without-owner", Pull(edit(MARIA, ("id: 105", "id: 4711")))
    ),
    "an account replaced and used": Hostile(
        "sign-off-in-another-name",
        Pull(
            {**edit("people/ines-roth.yaml", ("id: 102", "id: 109")), **gate()},
            "sam-okoro",
            ("sam-okoro",),
        ),
    ),
    "tolerances widened by the manager": Hostile(
        "own-limits-changed",
        Pull(edit(APOLLO, ("tolerances: {time: 14", "tolerances: {time: 140"))),
    ),
    "a level given to oneself": Hostile(
        "self-appointment", Pull(edit("people/tom-berg.yaml", ("level: 4", "level: 7")))
    ),
}
