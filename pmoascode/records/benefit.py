"""Benefits: what gets better, how one measures it, who answers for it."""

from typing import Annotated, ClassVar, Literal

from msgspec import field

from pmoascode.records.fields import (
    Amount,
    Date,
    DeliverableId,
    Line,
    MilestoneId,
    Number,
    ObjectiveId,
    PersonId,
    Prose,
    RiskId,
    Share,
    Term,
    says,
)
from pmoascode.records.measurement import Measurement, Point
from pmoascode.records.record import Record

SETTLED = ("realised", "not-realised", "dropped")
_APPROVED = {"x-approved": True}


class Benefit(Record, frozen=True, kw_only=True):
    """One benefit, or one thing that gets worse."""

    kind: ClassVar[str] = "benefit"

    title: Annotated[Line, says("Title", "The benefit in one line.", "Claims settled sooner")]
    type_: Annotated[
        Literal["cashable", "non-cashable", "qualitative", "dis-benefit"],
        says(
            "Type",
            "Whether it frees money, time or neither; or harms.",
            "non-cashable",
            **_APPROVED,
        ),
    ] = field(name="type", default="non-cashable")
    category: Annotated[Line | None, says("Category", "A grouping of your own.", "Customers")] = (
        None
    )
    description: Annotated[
        Prose | None, says("Description", "What gets better, for whom.", "Customers wait less.")
    ] = None
    owner: Annotated[
        PersonId | None,
        says("Owner", "Who answers for it, from the business.", "paul-weber"),
    ] = None
    responsible: Annotated[
        PersonId | None, says("Responsible", "Who measures and reports it.", "ines-roth")
    ] = None
    after_closure_owner: Annotated[
        PersonId | None,
        says("Owner after closure", "Who answers once the project has ended.", "paul-weber"),
    ] = None
    outcome: Annotated[
        Line | None, says("Outcome", "The change that brings it.", "Claims arrive as data")
    ] = None
    objective: Annotated[
        ObjectiveId | None, says("Objective", "The objective that it serves.", "faster-claims")
    ] = None
    deliverables: Annotated[
        tuple[DeliverableId, ...],
        says("Deliverables", "What makes it possible.", ["claims-form"]),
    ] = ()
    measure: Annotated[
        Line | None, says("Measure", "What is measured.", "Days from claim to payment", **_APPROVED)
    ] = None
    unit: Annotated[Line | None, says("Unit", "The unit of every value.", "days", **_APPROVED)] = (
        None
    )
    baseline: Annotated[
        Point | None,
        says("Baseline", "Where it began.", {"value": 12, "date": "2025-12-31"}, **_APPROVED),
    ] = None
    target: Annotated[
        Point | None,
        says("Target", "Where it is to be.", {"value": 4, "date": "2028-06-30"}, **_APPROVED),
    ] = None
    forecast: Annotated[
        Number | None, says("Forecast", "The value expected on the target's day.", 5)
    ] = None
    worth: Annotated[
        Amount | None, says("Worth", "What it is worth a year, in money.", 350000, **_APPROVED)
    ] = None
    cost_to_realise: Annotated[
        Amount | None, says("Cost to realise", "What the business spends on it.", 20000)
    ] = None
    share: Annotated[
        Share | None,
        says("Share", "The part of the measure's change that this project claims.", "60 %"),
    ] = None
    method: Annotated[
        Prose | None, says("Method", "How it is measured.", "Median of the claims system.")
    ] = None
    every: Annotated[Term | None, says("Every", "Time between measurements.", "3 months")] = None
    priority: Annotated[
        Literal["low", "medium", "high"] | None,
        says("Priority", "How much it matters to the case.", "high"),
    ] = None
    milestones: Annotated[
        tuple[MilestoneId, ...],
        says("Milestones", "Milestones that mark its coming.", ["go-live"]),
    ] = ()
    risks: Annotated[
        tuple[RiskId, ...], says("Risks", "Risks that could undo it.", ["low-uptake"])
    ] = ()
    status: Annotated[
        Literal[
            "identified",
            "planned",
            "in-delivery",
            "realised",
            "partly-realised",
            "not-realised",
            "dropped",
        ],
        says("Status", "How far it has come.", "planned"),
    ] = "identified"
    measurements: Annotated[
        tuple[Measurement, ...],
        says("Measurements", "Only ever added.", [{"date": "2027-06-30", "value": 9.5}]),
    ] = ()
    review: Annotated[Date | None, says("Review", "The day of the next review.", "2027-09-30")] = (
        None
    )

    @property
    def is_open(self) -> bool:
        """Whether it is still to come, wholly or in part."""
        return self.status not in SETTLED

    @property
    def latest(self) -> Measurement | None:
        """The measurement of the latest day."""
        return max(self.measurements, key=lambda measurement: measurement.date, default=None)
