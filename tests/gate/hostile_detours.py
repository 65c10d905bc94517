"""Hostile pull requests that take a way round: another programme, another id, many at once."""

from tests.gate.branches import Pull, edit
from tests.gate.changes import (
    APOLLO,
    FRIEND,
    HERMES,
    MANY,
    NOVEMBER,
    OCTOBER,
    WITHHELD,
    gate,
    lent,
    renamed,
)
from tests.gate.hostile import Hostile
from tests.gate.requests import text

FOUND = {
    "limits widened under a friend's programme": Hostile(
        "own-limits-changed",
        Pull(
            edit(
                APOLLO, ("tolerances: {time: 14", "tolerances: {time: 140"), ("front-door", "side")
            ),
            approved=("lena-novak",),
            before=FRIEND,
        ),
    ),
    "a role given under a friend's programme": Hostile(
        "self-appointment",
        Pull(
            {
                **edit("assignments/hermes.yaml", ("person: ines-roth", "person: tom-berg")),
                **edit(HERMES, ("front-door", "side")),
            },
            approved=("lena-novak",),
            before=FRIEND,
        ),
    ),
    "a gate approved under a friend's programme": Hostile(
        "sign-off-without-authority",
        Pull(
            {**gate("lena-novak"), **edit(HERMES, ("front-door", "side"))},
            "lena-novak",
            before={
                **FRIEND,
                "assignments/side.yaml": "sponsor:\n  - {person: lena-novak, from: 2026-01-01}\n",
            },
        ),
    ),
    "a lifecycle without gates chosen by the manager": Hostile(
        "own-limits-changed",
        Pull(
            edit(
                HERMES,
                ("phase: idea", "phase: initiation\nlifecycle: light"),
                ("proposed", "active"),
            ),
            "sam-okoro",
            before={
                "policy/lifecycles/light.yaml": text("policy/lifecycles/standard.yaml").partition(
                    "gates:"
                )[0]
            },
        ),
    ),
    "a project moved under a friend's programme": Hostile(
        "own-limits-changed",
        Pull(edit(APOLLO, ("front-door", "side")), approved=("lena-novak",), before=FRIEND),
    ),
    "a delegation made and used at once": Hostile(
        "deputy-without-delegation",
        Pull(
            {
                **lent("ines-roth", "paul-weber", "2026-12-09"),
                **gate("paul-weber", more="delegate_of: ines-roth\n"),
            },
            "paul-weber",
            ("ines-roth",),
        ),
    ),
    "thirty projects at once": Hostile(
        "too-many-projects-touched",
        Pull(
            {path: content.replace("One service", "A service") for path, content in MANY.items()},
            "omar-haddad",
            before=MANY,
        ),
    ),
    "a branch from before the role was taken away": Hostile(
        "sign-off-without-authority",
        Pull(
            gate(),
            "ines-roth",
            meanwhile=edit("assignments/hermes.yaml", ("person: ines-roth", "person: maria-silva")),
            merges=True,
        ),
    ),
    "a report in the manager's name": Hostile(
        "report-in-another-name",
        Pull(
            {NOVEMBER: text(OCTOBER).partition("accepted")[0].replace("2026-11-02", "2026-11-10")},
            "lena-novak",
        ),
    ),
    "a word given for the other side": Hostile(
        "dependency-confirmed-for-other-side",
        Pull(
            edit(
                "projects/apollo/dependencies.yaml",
                ("{by: sam-okoro, date: 2026-10-12}", "{by: sam-okoro, date: 2026-11-10}"),
            )
        ),
    ),
    "more money than one may give": Hostile(
        "sign-off-over-limit", Pull(gate(more="amount: 3000000\n"), "ines-roth")
    ),
    "a project cancelled without a word": Hostile(
        "cancelled-without-decision", Pull(edit(APOLLO, ("status: active", "status: cancelled")))
    ),
    "a rating withheld in the sponsor's name": Hostile(
        "sign-off-in-another-name",
        Pull({NOVEMBER: WITHHELD}),
    ),
    "approvals lost in a renaming": Hostile(
        "record-removed",
        Pull({path: held for path, held in renamed({}).items() if "approvals/artemis" not in path}),
    ),
    "a former id that was somebody else's": Hostile(
        "record-renamed",
        Pull({"projects/athena/project.yaml": text(HERMES) + "former_ids: [apollo]\n"}),
    ),
}
