"""Hostile pull requests that put a friend, or oneself, where decisions are taken."""

from tests.gate.branches import Pull, edit
from tests.gate.hostile import Hostile

PMO = "assignments/pmo.yaml"
HERMES_TEAM = "assignments/hermes.yaml"
APOLLO_TEAM = "assignments/apollo.yaml"
BOARD = "portfolios/change.yaml"
FRIEND_DIRECTS = edit(
    PMO, ("pmo-analyst:", "  - {person: lena-novak, from: 2026-11-10, time: 5 %}\npmo-analyst:")
)
TENURE = "  - person: ines-roth\n    from: 2026-10-01\n    until: "
SUCCESSOR = (
    "  - {person: lena-novak, from: 2026-11-10, until: 2027-06-30, time: 5 %,"
    " change_reason: reorganisation,"
    " appointment: {date: 2026-11-10, accountable_to: chief-project-officer}}\n"
)
FRIEND_SPONSORS = edit(HERMES_TEAM, (f"{TENURE}2027-06-30", f"{SUCCESSOR}{TENURE}2026-11-09"))

APPOINTED = {
    "a friend made director of the PMO": Hostile(
        "role-given-without-authority", Pull(FRIEND_DIRECTS, approved=("lena-novak",))
    ),
    "a friend made sponsor of one's own project": Hostile(
        "role-given-without-authority",
        Pull(FRIEND_SPONSORS, "sam-okoro", ("lena-novak",)),
    ),
    "a friend put in charge of assurance": Hostile(
        "role-given-without-authority",
        Pull(
            edit(
                APOLLO_TEAM,
                (
                    "project-assurance:",
                    "project-assurance:\n  - {person: nora-lind, from: 2026-11-10, time: 5 %}",
                ),
            )
        ),
    ),
    "a sponsor from before she was one": Hostile(
        "role-given-without-authority",
        Pull(
            edit(
                APOLLO_TEAM,
                ("maria-silva\n    from: 2026-01-05", "maria-silva\n    from: 2025-01-05"),
            )
        ),
    ),
    "the head of the PMO replaced by oneself": Hostile(
        "self-appointment",
        Pull(edit("organisation.yaml", ("holder: ana-keller", "holder: tom-berg"))),
    ),
    "the portfolio taken over": Hostile(
        "self-appointment", Pull(edit(BOARD, ("manager: ana-keller", "manager: tom-berg")))
    ),
    "a chair taken": Hostile(
        "self-appointment", Pull(edit(BOARD, ("chair: maria-silva", "chair: tom-berg")))
    ),
}
