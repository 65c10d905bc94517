"""The programme: projects led together for an outcome that none of them reaches alone."""

from typing import Annotated, ClassVar

from pmoascode.records.fields import (
    Date,
    Id,
    LifecycleId,
    Line,
    ObjectiveId,
    PhaseId,
    PortfolioId,
    Prose,
    RoleId,
    Status,
    Tier,
    UnitId,
    says,
)
from pmoascode.records.parts import Forecast, Reference
from pmoascode.records.project import (
    ENDED,
    RUNNING,
    Budget,
    Hold,
    Milestone,
    Stage,
    Tolerance,
    Vacancy,
)
from pmoascode.records.record import Record

_APPROVED = {"x-approved": True}


class Programme(Record, frozen=True, kw_only=True):
    """One programme; its projects name it, it does not list them."""

    kind: ClassVar[str] = "programme"

    name: Annotated[Line, says("Name", "What people call it.", "Front door")]
    summary: Annotated[
        Prose | None,
        says("Summary", "What it changes and for whom.", "One entrance for all customers."),
    ] = None
    former_names: Annotated[
        tuple[Line, ...], says("Former names", "Names it had before.", ["Customer first"])
    ] = ()
    former_ids: Annotated[
        tuple[Id, ...],
        says("Former ids", "Ids it had before; none is ever given to another.", ["customer-first"]),
    ] = ()
    external_ids: Annotated[
        dict[Id, Line],
        says("External ids", "Its number in other systems.", {"ledger": "G-0042"}),
    ] = {}
    portfolio: Annotated[
        PortfolioId | None, says("Portfolio", "The portfolio it belongs to.", "change")
    ] = None
    unit: Annotated[UnitId | None, says("Unit", "The unit that it serves.", "claims")] = None
    vision: Annotated[
        Prose | None,
        says(
            "Vision",
            "The better future that it leads to.",
            "Nobody tells us the same thing twice.",
            **_APPROVED,
        ),
    ] = None
    strategy: Annotated[
        Prose | None,
        says("Strategy", "How it gets there.", "Claims first, then sales.", **_APPROVED),
    ] = None
    objectives: Annotated[
        tuple[ObjectiveId, ...],
        says("Objectives", "The objectives that it serves.", ["faster-claims"]),
    ] = ()
    lifecycle: Annotated[
        LifecycleId | None,
        says("Lifecycle", "Its phases and gates; the policy's default if left out.", "programme"),
    ] = None
    phase: Annotated[
        PhaseId | None,
        says("Phase", "A phase of its lifecycle; the first if left out.", "delivery"),
    ] = None
    status: Annotated[Status, says("Status", "Whether work goes on.", "active")] = "proposed"
    tier: Annotated[
        Tier | None,
        says("Tier", "How much rigour it needs; the policy's default if left out.", "large"),
    ] = None
    start: Annotated[Forecast | None, says("Start", "The first day.", {"actual": "2025-09-01"})] = (
        None
    )
    finish: Annotated[
        Forecast | None, says("Finish", "The last day.", {"baseline": "2028-12-31"})
    ] = None
    budget: Annotated[
        Budget | None,
        says("Budget", "Its own money, without that of its projects.", {"baseline": 400000}),
    ] = None
    tolerances: Annotated[
        Tolerance | None,
        says(
            "Tolerances", "The policy's for its tier if left out.", {"time": "30 days"}, **_APPROVED
        ),
    ] = None
    milestones: Annotated[
        dict[Id, Milestone],
        says("Milestones", "Id to milestone.", {"one-login": {"title": "One login for all"}}),
    ] = {}
    tranches: Annotated[
        dict[Id, Stage],
        says("Tranches", "Id to tranche.", {"first": {"title": "Claims moved"}}),
    ] = {}
    hold: Annotated[
        Hold | None,
        says("Hold", "Needed while the status is on-hold.", {"reason": "Waits for the law."}),
    ] = None
    vacancies: Annotated[
        dict[RoleId, Vacancy],
        says("Vacancies", "Role to the plan that fills it.", {"sponsor": {"since": "2026-10-01"}}),
    ] = {}
    links: Annotated[
        tuple[Reference, ...],
        says(
            "Links", "Documents kept elsewhere.", [{"title": "Vision", "url": "https://x.example"}]
        ),
    ] = ()
    publish: Annotated[bool, says("Publish", "Whether the public site may show it.", True)] = True

    @property
    def is_running(self) -> bool:
        """Whether work goes on or rests for a while; neither proposed nor ended."""
        return self.status in RUNNING

    @property
    def is_ended(self) -> bool:
        """Whether it was closed, cancelled or rejected."""
        return self.status in ENDED

    @property
    def last_day(self) -> Date | None:
        """The day on which it ended or is expected to end, as far as known."""
        if self.finish is None:
            return None
        return self.finish.actual or self.finish.forecast or self.finish.baseline
