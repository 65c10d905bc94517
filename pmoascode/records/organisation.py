"""The organisation: its money, its units and positions, and where the PMO stands in it."""

from typing import Annotated, ClassVar, Literal

from msgspec import field

from pmoascode.records.fields import (
    Id,
    Line,
    ObjectiveId,
    PersonId,
    PositionId,
    Prose,
    UnitId,
    says,
)
from pmoascode.records.record import Part, Record


class Unit(Part, frozen=True, kw_only=True):
    """A part of the organisation."""

    title: Annotated[Line, says("Title", "What the unit is called.", "Project office")]
    type_: Annotated[
        Literal["executive-office", "department", "pmo", "team"],
        says("Type", "What kind of unit it is.", "pmo"),
    ] = field(name="type")
    parent: Annotated[
        UnitId | None, says("Parent", "The unit that it belongs to.", "executive-office")
    ] = None
    head: Annotated[
        PositionId | None, says("Head", "The position that leads it.", "head-of-pmo")
    ] = None
    purpose: Annotated[
        Prose | None, says("Purpose", "What it is there for.", "It helps projects succeed.")
    ] = None
    services: Annotated[
        tuple[Line, ...],
        says("Services", "What others can ask of it.", ["Help with a business case"]),
    ] = ()
    reports_to: Annotated[
        PositionId | None,
        says("Reports to", "For a PMO: the position that it answers to.", "chief-operations"),
    ] = None
    senior_leadership_line: Annotated[
        PositionId | None,
        says(
            "Senior leadership line",
            "For a PMO that answers to no executive: the executive who speaks for it.",
            "chief-executive",
        ),
    ] = None
    reporting_rationale: Annotated[
        Prose | None,
        says(
            "Reporting rationale",
            "For a PMO: why it reports there.",
            "Most of our projects change operations.",
        ),
    ] = None
    strategy: Annotated[
        Prose | None, says("Strategy", "How it means to get better.", "One method by next year.")
    ] = None
    objectives: Annotated[
        tuple[ObjectiveId, ...],
        says("Objectives", "The objectives that it serves.", ["faster-claims"]),
    ] = ()


class Position(Part, frozen=True, kw_only=True):
    """A post in the organisation, filled or not."""

    title: Annotated[Line, says("Title", "What the post is called.", "Head of the PMO")]
    level: Annotated[
        Literal["executive", "department-head", "manager", "staff"],
        says("Level", "How high it stands.", "department-head"),
    ]
    unit: Annotated[UnitId | None, says("Unit", "The unit that it belongs to.", "pmo")] = None
    reports_to: Annotated[
        PositionId | None,
        says("Reports to", "The position above it.", "chief-operating-officer"),
    ] = None
    holder: Annotated[
        PersonId | None, says("Holder", "Who fills it; left out while vacant.", "ana-keller")
    ] = None


class Organisation(Record, frozen=True, kw_only=True):
    """The organisation whose projects these are."""

    kind: ClassVar[str] = "organisation"

    name: Annotated[Line, says("Name", "What it is called.", "Harbour Mutual")]
    currency: Annotated[
        str,
        says("Currency", "The three letters of ISO 4217.", "EUR", pattern="^[A-Z]{3}$"),
    ]
    fiscal_year_start: Annotated[
        str,
        says(
            "Fiscal year start",
            "Month and day on which the fiscal year begins, in quotes.",
            "04-01",
            pattern="^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
        ),
    ] = "01-01"
    vision: Annotated[
        Prose | None,
        says("Vision", "What it wants to become.", "The insurer that answers the same day."),
    ] = None
    units: Annotated[
        dict[Id, Unit],
        says("Units", "Id to unit.", {"pmo": {"title": "Project office", "type": "pmo"}}),
    ] = {}
    positions: Annotated[
        dict[Id, Position],
        says(
            "Positions",
            "Id to position.",
            {"head-of-pmo": {"title": "Head of the PMO", "level": "department-head"}},
        ),
    ] = {}
