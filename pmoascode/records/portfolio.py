"""The portfolio: the projects and programmes that one board weighs against each other."""

from decimal import Decimal
from typing import Annotated, ClassVar

from pmoascode.records.amounts import Percent
from pmoascode.records.fields import (
    Amount,
    Id,
    Line,
    ObjectiveId,
    PersonId,
    Prose,
    RoleId,
    Share,
    SkillId,
    Term,
    says,
)
from pmoascode.records.record import Part, Record


class Board(Part, frozen=True, kw_only=True):
    """The people who decide together."""

    name: Annotated[Line, says("Name", "What the board is called.", "Change board")]
    chair: Annotated[PersonId | None, says("Chair", "Who leads the board.", "maria-silva")] = None
    members: Annotated[
        tuple[PersonId, ...],
        says("Members", "Who has a vote, besides the chair.", ["ana-keller", "li-wen"]),
    ] = ()
    quorum: Annotated[
        int | None,
        says("Quorum", "How many must be there, with the chair, to decide.", 2, minimum=1),
    ] = None


class Envelope(Part, frozen=True, kw_only=True):
    """The money of one fiscal year."""

    year: Annotated[
        int, says("Year", "The year in which the fiscal year begins.", 2026, minimum=1900)
    ]
    amount: Annotated[Amount, says("Amount", "What may be spent in it.", 4000000)]


class Capacity(Part, frozen=True, kw_only=True):
    """How many people of a role, or with a skill, there are in a month."""

    month: Annotated[
        str,
        says("Month", "Year and month.", "2026-11", pattern="^[0-9]{4}-(0[1-9]|1[0-2])$"),
    ]
    role: Annotated[
        RoleId | None, says("Role", "The role; or else name a skill.", "business-analyst")
    ] = None
    skill: Annotated[
        SkillId | None, says("Skill", "The skill; or else name a role.", "data-migration")
    ] = None
    fte: Annotated[
        Amount,
        says("Full-time equivalents", "People counted by their share of full time.", 6.5),
    ]


class Criterion(Part, frozen=True, kw_only=True):
    """One thing that counts when projects are compared."""

    title: Annotated[Line, says("Title", "What is scored.", "Value to customers")]
    weight: Annotated[
        Share, says("Weight", "How much it counts; all weights add up to 100 %.", "40 %")
    ]


class PriorityModel(Part, frozen=True, kw_only=True):
    """How the portfolio scores its projects."""

    criteria: Annotated[
        dict[Id, Criterion],
        says("Criteria", "Id to criterion.", {"value": {"title": "Value", "weight": "60 %"}}),
    ] = {}

    @property
    def total(self) -> Percent:
        """The sum of the weights, 100 % where the model is sound."""
        weights = (criterion.weight.number for criterion in self.criteria.values())
        return Percent(sum(weights, Decimal(0)))


class Portfolio(Record, frozen=True, kw_only=True):
    """One portfolio; its projects and programmes name it, it does not list them."""

    kind: ClassVar[str] = "portfolio"

    name: Annotated[Line, says("Name", "What people call it.", "Change the company")]
    former_ids: Annotated[
        tuple[Id, ...],
        says("Former ids", "Ids it had before; none is ever given to another.", ["transformation"]),
    ] = ()
    summary: Annotated[
        Prose | None, says("Summary", "What belongs to it.", "All that changes how we work.")
    ] = None
    manager: Annotated[
        PersonId | None, says("Manager", "Who manages the portfolio.", "ana-keller")
    ] = None
    board: Annotated[
        Board | None,
        says("Board", "Who decides.", {"name": "Change board", "chair": "maria-silva"}),
    ] = None
    strategy: Annotated[
        Prose | None, says("Strategy", "What it puts first, and why.", "Claims before sales.")
    ] = None
    objectives: Annotated[
        tuple[ObjectiveId, ...],
        says("Objectives", "The objectives that it serves.", ["faster-claims"]),
    ] = ()
    envelope: Annotated[
        tuple[Envelope, ...],
        says("Envelope", "Its money, year by year.", [{"year": 2026, "amount": 4000000}]),
    ] = ()
    capacity: Annotated[
        tuple[Capacity, ...],
        says(
            "Capacity",
            "Its people, month by month.",
            [{"role": "business-analyst", "month": "2026-11", "fte": 6.5}],
        ),
    ] = ()
    priority_model: Annotated[
        PriorityModel | None,
        says(
            "Priority model",
            "How projects are scored.",
            {"criteria": {"value": {"title": "Value", "weight": "100 %"}}},
        ),
    ] = None
    review_every: Annotated[
        Term | None, says("Review every", "How often the board reviews it.", "3 months")
    ] = None
