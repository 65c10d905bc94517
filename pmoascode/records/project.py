"""The project: what is delivered, by when, for how much, and where it stands."""

from typing import Annotated, ClassVar, Literal

from pmoascode.records.fields import (
    Amount,
    Date,
    Id,
    LifecycleId,
    Line,
    MilestoneId,
    ObjectiveId,
    PersonId,
    PhaseId,
    PortfolioId,
    ProgrammeId,
    Prose,
    RoleId,
    Scale5,
    Share,
    Status,
    Term,
    Tier,
    UnitId,
    says,
)
from pmoascode.records.parts import Forecast, Reference
from pmoascode.records.record import Part, Record

_APPROVED = {"x-approved": True}
RUNNING = ("active", "on-hold")
ENDED = ("closed", "cancelled", "rejected")


class Milestone(Forecast, frozen=True, kw_only=True):
    """A dated point of the plan that others rely on."""

    dates_after: ClassVar[str] = "owner"

    title: Annotated[Line, says("Title", "What is true once it is reached.", "Portal open")]
    kind: Annotated[
        Literal["delivery", "approval", "assurance", "benefit"],
        says("Kind", "What the milestone marks; gates are in approvals.", "delivery"),
    ] = "delivery"
    critical: Annotated[
        bool, says("Critical", "Whether a delay moves the end of the project.", True)
    ] = False
    phase: Annotated[PhaseId | None, says("Phase", "The phase it belongs to.", "delivery")] = None
    owner: Annotated[PersonId | None, says("Owner", "Who sees that it is reached.", "tom-berg")] = (
        None
    )
    status: Annotated[
        Literal["planned", "reached", "dropped"],
        says("Status", "`dropped` needs a reason.", "planned"),
    ] = "planned"
    reason: Annotated[
        Prose | None,
        says(
            "Reason",
            "Why it is late, or why it was dropped.",
            "The vendor's second drop came three weeks late.",
        ),
    ] = None
    replaced_by: Annotated[
        MilestoneId | None,
        says("Replaced by", "The milestone that took its place.", "go-live-2"),
    ] = None

    @property
    def expected(self) -> Date | None:
        """The day on which it happened, or is expected, or was planned: the first that is known."""
        return self.actual or self.forecast or self.baseline


class Budget(Part, frozen=True, kw_only=True):
    """The money of the whole project, in the organisation's currency."""

    baseline: Annotated[
        Amount | None,
        says("Baseline", "The approved cost at completion.", 1250000, **_APPROVED),
    ] = None
    forecast: Annotated[
        Amount | None, says("Forecast", "The cost at completion expected today.", 1300000)
    ] = None
    actual: Annotated[Amount | None, says("Actual", "What has been spent so far.", 410000)] = None
    reason: Annotated[
        Prose | None,
        says("Reason", "Why forecast and baseline differ.", "Two more months of the vendor."),
    ] = None


class Tolerance(Part, frozen=True, kw_only=True):
    """How far the forecast may leave the baseline before the level above must decide."""

    time: Annotated[Term | None, says("Time", "How much later, as a duration.", "14 days")] = None
    cost: Annotated[Share | None, says("Cost", "How much dearer, in percent.", "5 %")] = None
    scope: Annotated[
        Prose | None, says("Scope", "What may be left out.", "Any `could` requirement")
    ] = None
    quality: Annotated[
        Prose | None, says("Quality", "What may fall short.", "Up to ten minor defects")
    ] = None
    benefits: Annotated[
        Share | None, says("Benefits", "How much less benefit, in percent.", "10 %")
    ] = None
    risk: Annotated[
        int | None, says("Risk", "The highest score that may stay open, 1 to 25.", 15)
    ] = None


class Stage(Forecast, frozen=True, kw_only=True):
    """A management stage, from the decision that opens it to its end."""

    dates_after: ClassVar[str] = "start"

    title: Annotated[Line, says("Title", "What the stage is called.", "Build and pilot")]
    phase: Annotated[PhaseId | None, says("Phase", "The phase it belongs to.", "delivery")] = None
    start: Annotated[
        Date | None, says("Start", "The first day, planned or actual.", "2026-06-01")
    ] = None
    tolerance: Annotated[
        Tolerance | None,
        says(
            "Tolerance",
            "Not wider than the project's.",
            {"time": "7 days", "cost": "3 %"},
            **_APPROVED,
        ),
    ] = None


class Priority(Part, frozen=True, kw_only=True):
    """How the portfolio weighs the project."""

    scores: Annotated[
        dict[Id, Scale5],
        says("Scores", "Criterion to score, 1 to 5.", {"value": 5, "urgency": 3}),
    ]
    score: Annotated[
        Amount | None, says("Score", "The weighted score; leave it out to have it computed.", 4.1)
    ] = None
    scored_by: Annotated[
        PersonId | None, says("Scored by", "Who scored; not the sponsor.", "ana-keller")
    ] = None
    must_win: Annotated[
        bool, says("Must win", "Whether the board counts it among its must-wins.", True)
    ] = False


class Hold(Part, frozen=True, kw_only=True):
    """Why and until when the project rests."""

    reason: Annotated[Prose, says("Reason", "Why it rests.", "Waits for the new tariff law.")]
    review: Annotated[Date, says("Review", "The day on which it is decided anew.", "2026-12-15")]
    since: Annotated[Date | None, says("Since", "The first day.", "2026-09-30")] = None


class Vacancy(Part, frozen=True, kw_only=True):
    """A role that nobody holds for now, said openly."""

    since: Annotated[Date, says("Since", "The first day without a holder.", "2026-10-01")]
    plan: Annotated[Prose, says("Plan", "How and when it is filled.", "Interviews in week 46.")]
    owner: Annotated[PersonId, says("Owner", "Who fills it.", "maria-silva")]
    time: Annotated[
        Share | None,
        says("Time", "How much of full time it will take, in percent.", "60 %"),
    ] = None


class Project(Record, frozen=True, kw_only=True):
    """One project: the smallest has a name, a phase, a status, dates and a budget."""

    kind: ClassVar[str] = "project"

    name: Annotated[Line, says("Name", "What people call it.", "Apollo claims portal")]
    summary: Annotated[
        Prose | None,
        says("Summary", "What it delivers and for whom, in two sentences.", "A portal for claims."),
    ] = None
    former_names: Annotated[
        tuple[Line, ...], says("Former names", "Names it had before.", ["Claims 2.0"])
    ] = ()
    former_ids: Annotated[
        tuple[Id, ...],
        says("Former ids", "Ids it had before; none is ever given to another.", ["claims-two"]),
    ] = ()
    external_ids: Annotated[
        dict[Id, Line],
        says("External ids", "Its number in other systems.", {"ledger": "P-10432"}),
    ] = {}
    programme: Annotated[
        ProgrammeId | None, says("Programme", "The programme it belongs to.", "front-door")
    ] = None
    portfolio: Annotated[
        PortfolioId | None,
        says("Portfolio", "The portfolio, where it belongs to no programme.", "change"),
    ] = None
    unit: Annotated[UnitId | None, says("Unit", "The unit that it serves.", "claims")] = None
    category: Annotated[
        Line | None, says("Category", "A grouping of your own.", "Transformation")
    ] = None
    phase: Annotated[
        PhaseId | None,
        says("Phase", "A phase of its lifecycle; the first if left out.", "delivery"),
    ] = None
    status: Annotated[Status, says("Status", "Whether work goes on.", "active")] = "proposed"
    tier: Annotated[
        Tier | None,
        says("Tier", "How much rigour it needs; the policy's default if left out.", "medium"),
    ] = None
    lifecycle: Annotated[
        LifecycleId | None,
        says("Lifecycle", "Its phases and gates; the policy's default if left out.", "standard"),
    ] = None
    delivery_method: Annotated[
        Literal["plan-driven", "agile", "hybrid"] | None,
        says("Delivery method", "How the work is done.", "hybrid"),
    ] = None
    objectives: Annotated[
        tuple[ObjectiveId, ...],
        says("Objectives", "The objectives that it serves.", ["faster-claims"]),
    ] = ()
    people_impact: Annotated[
        Literal["none", "low", "medium", "high"] | None,
        says("People impact", "How much it changes people's daily work.", "high"),
    ] = None
    start: Annotated[Forecast | None, says("Start", "The first day.", {"actual": "2026-01-12"})] = (
        None
    )
    finish: Annotated[
        Forecast | None, says("Finish", "The last day of delivery.", {"baseline": "2027-06-30"})
    ] = None
    budget: Annotated[
        Budget | None,
        says("Budget", "Its money, unless finance.yaml keeps it.", {"baseline": 1250000}),
    ] = None
    tolerances: Annotated[
        Tolerance | None,
        says(
            "Tolerances", "The policy's for its tier if left out.", {"time": "14 days"}, **_APPROVED
        ),
    ] = None
    change_budget: Annotated[
        Amount | None,
        says("Change budget", "Money set aside for approved changes.", 50000, **_APPROVED),
    ] = None
    milestones: Annotated[
        dict[Id, Milestone],
        says("Milestones", "Id to milestone.", {"go-live": {"title": "Portal open"}}),
    ] = {}
    stages: Annotated[
        dict[Id, Stage], says("Stages", "Id to stage.", {"pilot": {"title": "Pilot"}})
    ] = {}
    scope_included: Annotated[
        tuple[Line, ...],
        says("In scope", "What is delivered.", ["Online claims"], **_APPROVED),
    ] = ()
    scope_excluded: Annotated[
        tuple[Line, ...],
        says("Out of scope", "What is not.", ["Claims by post"], **_APPROVED),
    ] = ()
    priority: Annotated[
        Priority | None, says("Priority", "Its weight.", {"scores": {"value": 5}})
    ] = None
    hold: Annotated[
        Hold | None,
        says("Hold", "Needed while the status is on-hold.", {"reason": "Waits for the law."}),
    ] = None
    vacancies: Annotated[
        dict[RoleId, Vacancy],
        says(
            "Vacancies", "Role to the plan that fills it.", {"senior-user": {"since": "2026-10-01"}}
        ),
    ] = {}
    links: Annotated[
        tuple[Reference, ...],
        says(
            "Links",
            "Documents kept elsewhere.",
            [{"title": "Contract", "url": "https://example.org"}],
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
        """The day on which delivery ended or is expected to end, as far as known."""
        if self.finish is None:
            return None
        return self.finish.actual or self.finish.forecast or self.finish.baseline
