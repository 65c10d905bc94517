"""The lifecycle: the phases a project goes through, and the gates between them."""

from typing import Annotated, ClassVar, get_args

from msgspec import Meta, field

from pmoascode.records.fields import Id, Line, PhaseId, PhaseStage, Prose, RoleId, Tier, says
from pmoascode.records.record import Part, Record

PerTier = Annotated[
    dict[Tier, tuple[RoleId, ...]],
    Meta(extra_json_schema={"propertyNames": {"enum": list(get_args(Tier))}}),
]


class Phase(Part, frozen=True, kw_only=True):
    """One phase; the order in the file is the order of the phases."""

    title: Annotated[Line, says("Title", "What the phase is called.", "Delivery")]
    stage: Annotated[
        PhaseStage,
        says("Stage", "What kind of phase it is, so that rules know it.", "delivery"),
    ]
    summary: Annotated[
        Prose | None, says("Summary", "What is done in it.", "It is built and handed over.")
    ] = None


class Move(Part, frozen=True, kw_only=True):
    """A way from one phase to another that is not simply the next one."""

    from_: Annotated[PhaseId, says("From", "The phase that is left.", "delivery")] = field(
        name="from"
    )
    to: Annotated[PhaseId, says("To", "The phase that is entered.", "initiation")]


class Gate(Part, frozen=True, kw_only=True):
    """A decision without which the phase behind it may not begin."""

    title: Annotated[Line, says("Title", "What is decided.", "Authorise the project")]
    before: Annotated[
        PhaseId | None,
        says("Before", "The phase that it opens; left out for the end of the last.", "delivery"),
    ] = None
    approvers: Annotated[
        tuple[RoleId, ...] | PerTier,
        says("Approvers", "Roles that may decide; one list, or one a tier.", ["sponsor"]),
    ] = ()
    requires: Annotated[
        tuple[Id, ...],
        says("Requires", "Kinds of record that must be there.", ["business-case", "pid"]),
    ] = ()
    checklist: Annotated[
        tuple[Line, ...],
        says("Checklist", "What the approver looks at.", ["The benefits have owners"]),
    ] = ()

    def approvers_for(self, tier: Tier) -> tuple[RoleId, ...]:
        """The roles that may decide about a project of the tier."""
        if isinstance(self.approvers, dict):
            return self.approvers.get(tier, ())
        return self.approvers


class Lifecycle(Record, frozen=True, kw_only=True):
    """One way of going from idea to end."""

    kind: ClassVar[str] = "lifecycle"

    title: Annotated[Line, says("Title", "What the lifecycle is called.", "Standard")]
    summary: Annotated[
        Prose | None, says("Summary", "For which projects it is meant.", "For most projects.")
    ] = None
    phases: Annotated[
        dict[Id, Phase],
        says(
            "Phases",
            "Id to phase, in order.",
            {"delivery": {"title": "Delivery", "stage": "delivery"}},
            minProperties=1,
        ),
    ]
    moves: Annotated[
        tuple[Move, ...],
        says(
            "Moves",
            "Moves allowed besides the one to the next phase.",
            [{"from": "delivery", "to": "initiation"}],
        ),
    ] = ()
    gates: Annotated[
        dict[Id, Gate],
        says(
            "Gates",
            "Id to gate, in order.",
            {"authorise": {"title": "Authorise the project", "before": "delivery"}},
        ),
    ] = {}

    @property
    def order(self) -> tuple[Id, ...]:
        """The ids of the phases, in order."""
        return tuple(self.phases)

    def allows(self, old: Id, new: Id) -> bool:
        """Whether a project may go from the old phase to the new one in one move."""
        if old == new or (old, new) in zip(self.order, self.order[1:], strict=False):
            return True
        return any((move.from_, move.to) == (old, new) for move in self.moves)

    def gates_before(self, phase: Id) -> tuple[Id, ...]:
        """The gates that must be passed to be in the phase, in the order of the phases."""
        order = self.order
        reached = order[: order.index(phase) + 1] if phase in order else ()
        return tuple(
            gate for each in reached for gate, its in self.gates.items() if its.before == each
        )
