"""The project initiation documentation: what was agreed before delivery began."""

from typing import Annotated, ClassVar, Literal, get_args

from pmoascode.records.fields import Line, Prose, Term, says
from pmoascode.records.parts import SignOff
from pmoascode.records.record import Part, Record

Approach = Literal[
    "quality", "risk", "change", "communication", "benefits", "issue", "sustainability", "data"
]
_APPROVED = {"x-approved": True}


class Controls(Part, frozen=True, kw_only=True):
    """How the project is steered."""

    report_every: Annotated[
        Term | None, says("Report every", "Time between status reports.", "1 month")
    ] = None
    checkpoint_every: Annotated[
        Term | None, says("Checkpoint every", "Time between the team's own reports.", "1 week")
    ] = None
    board_every: Annotated[
        Term | None, says("Board every", "Time between meetings of the board.", "2 months")
    ] = None
    escalation: Annotated[
        Prose | None,
        says("Escalation", "Who is told what, and how fast.", "The sponsor, within two days."),
    ] = None


class Pid(Record, frozen=True, kw_only=True):
    """The agreed definition of one project and the way it is managed."""

    kind: ClassVar[str] = "pid"

    version: Annotated[Line | None, says("Version", "Its number, as text.", "1.0")] = None
    background: Annotated[
        Prose | None, says("Background", "How it came about.", "The audit of 2025.", **_APPROVED)
    ] = None
    objectives: Annotated[
        tuple[Line, ...],
        says("Objectives", "What the project is to reach.", ["Claims in 4 days"], **_APPROVED),
    ] = ()
    outcomes: Annotated[
        tuple[Line, ...],
        says("Outcomes", "What is different afterwards.", ["Fewer calls"], **_APPROVED),
    ] = ()
    scope_included: Annotated[
        tuple[Line, ...],
        says("In scope", "What is delivered.", ["Online claims"], **_APPROVED),
    ] = ()
    scope_excluded: Annotated[
        tuple[Line, ...], says("Out of scope", "What is not.", ["Claims by post"], **_APPROVED)
    ] = ()
    constraints: Annotated[
        tuple[Line, ...],
        says("Constraints", "What limits the way.", ["No change of vendor"], **_APPROVED),
    ] = ()
    assumptions: Annotated[
        tuple[Line, ...],
        says("Assumptions", "What is taken for true.", ["The law stays"], **_APPROVED),
    ] = ()
    users: Annotated[
        tuple[Line, ...],
        says("Users", "Who uses it and who else is concerned.", ["Claims staff"]),
    ] = ()
    interfaces: Annotated[
        tuple[Line, ...], says("Interfaces", "What it touches.", ["Payment system"])
    ] = ()
    approach: Annotated[
        Prose | None,
        says("Approach", "How the work is done.", "A product, fitted in stages.", **_APPROVED),
    ] = None
    organisation: Annotated[
        Prose | None,
        says("Organisation", "How the team is built; names stand in assignments.", "Two teams."),
    ] = None
    approaches: Annotated[
        dict[Approach, Prose],
        says(
            "Approaches",
            "Topic to how it is managed.",
            {"risk": "Monthly."},
            **_APPROVED,
            propertyNames={"enum": list(get_args(Approach))},
        ),
    ] = {}
    plan: Annotated[
        Prose | None,
        says(
            "Plan",
            "The plan in words; dates stand in milestones.",
            "Pilot, then the rest.",
            **_APPROVED,
        ),
    ] = None
    controls: Annotated[
        Controls | None,
        says("Controls", "How it is steered.", {"report_every": "1 month"}, **_APPROVED),
    ] = None
    tailoring: Annotated[
        Prose | None,
        says("Tailoring", "What is done in another way.", "No stage plans.", **_APPROVED),
    ] = None
    lessons_reviewed: Annotated[
        Prose | None,
        says("Lessons reviewed", "Which earlier lessons were used.", "Those of the intranet."),
    ] = None
    approved: Annotated[
        SignOff | None,
        says(
            "Approved",
            "Who approved it, in which role, when.",
            {"outcome": "approved", "by": "maria-silva", "as": "sponsor", "date": "2026-03-02"},
        ),
    ] = None
