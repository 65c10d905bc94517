"""The responsibility matrix: which role does what for each kind of record."""

from typing import Annotated, ClassVar, Literal

from pmoascode.records.fields import Line, PhaseStage, RoleId, Tier, says
from pmoascode.records.record import Record

Code = Literal["R", "A", "S", "C", "I", "AR"]


class RaciRow(Record, frozen=True, kw_only=True):
    """The roles' parts in one kind of record, which is its key."""

    kind: ClassVar[str] = "raci"

    title: Annotated[
        Line | None, says("Title", "What the row is called on the page.", "Business case")
    ] = None
    roles: Annotated[
        dict[RoleId, Code],
        says(
            "Roles",
            "Role to its part: R does, A answers, AR both, S helps, C is asked, I is told.",
            {"sponsor": "A", "project-manager": "R"},
        ),
    ]
    tiers: Annotated[
        tuple[Tier, ...],
        says("Tiers", "The tiers for which it holds; all if left out.", ["medium", "large"]),
    ] = ()

    stages: Annotated[
        tuple[PhaseStage, ...],
        says(
            "Stages",
            "The stages of a project in which it is written or kept; all if left out.",
            ["initiation", "delivery"],
        ),
    ] = ()

    def is_for(self, tier: Tier) -> bool:
        """Whether it holds for work of the tier."""
        return not self.tiers or tier in self.tiers

    @property
    def accountable(self) -> tuple[RoleId, ...]:
        """The roles that answer for it; exactly one where the row is sound."""
        return tuple(role for role, code in self.roles.items() if "A" in code)

    @property
    def responsible(self) -> tuple[RoleId, ...]:
        """The roles that do the work."""
        return tuple(role for role, code in self.roles.items() if "R" in code)
