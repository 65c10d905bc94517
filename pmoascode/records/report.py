"""Status reports: where a project stood at the end of a period, in its manager's words."""

from functools import lru_cache
from typing import Annotated, ClassVar, Literal, get_args

from pmoascode.records.fields import (
    Amount,
    Date,
    Id,
    Line,
    PersonId,
    Prose,
    Rating,
    says,
)
from pmoascode.records.parts import Action, SignOff
from pmoascode.records.period import Period
from pmoascode.records.record import Part, Record

Dimension = Literal[
    "overall",
    "schedule",
    "cost",
    "scope",
    "resources",
    "risk",
    "benefits",
    "quality",
    "stakeholders",
]


class Ratings(Part, frozen=True, kw_only=True):
    """One rating for the whole, one for each dimension that is reported."""

    overall: Annotated[
        Rating | None,
        says("Overall", "The project as a whole; leave it out only if withheld.", "amber"),
    ] = None
    schedule: Annotated[
        Rating | None, says("Schedule", "Whether the dates can be kept.", "amber")
    ] = None
    cost: Annotated[Rating | None, says("Cost", "Whether the money will do.", "green")] = None
    scope: Annotated[
        Rating | None, says("Scope", "Whether all of it will be delivered.", "green")
    ] = None
    resources: Annotated[
        Rating | None, says("Resources", "Whether the people are there.", "green")
    ] = None
    risk: Annotated[Rating | None, says("Risk", "Whether the risks can be borne.", "green")] = None
    benefits: Annotated[
        Rating | None, says("Benefits", "Whether the benefits will come.", "green")
    ] = None
    quality: Annotated[
        Rating | None, says("Quality", "Whether it will be good enough.", "green")
    ] = None
    stakeholders: Annotated[
        Rating | None, says("Stakeholders", "Whether those concerned support it.", "green")
    ] = None

    def items(self) -> tuple[tuple[str, Rating], ...]:
        """Dimension and rating of those that are given, overall first."""
        return tuple(
            (name, rating)
            for name in self.__struct_fields__
            if (rating := getattr(self, name)) is not None
        )


class DecisionNeeded(Part, frozen=True, kw_only=True):
    """A decision that the project waits for."""

    what: Annotated[Line, says("What", "The question to decide.", "Move go-live to April?")]
    by: Annotated[Line, says("By", "The person, role or board that decides.", "sponsor")]
    needed_by: Annotated[
        Date, says("Needed by", "The last day on which the answer helps.", "2026-11-16")
    ]
    consequence: Annotated[
        Prose | None, says("Consequence", "What happens without it.", "The vendor leaves.")
    ] = None
    options: Annotated[
        tuple[Line, ...], says("Options", "The answers to choose from.", ["April", "June"])
    ] = ()


class Override(Part, frozen=True, kw_only=True):
    """Why the overall rating is better than its worst dimension."""

    reason: Annotated[Prose, says("Reason", "Why.", "The late milestone holds up nobody.")]
    by: Annotated[PersonId, says("By", "Who answers for it.", "maria-silva")]


class AnalystCheck(Part, frozen=True, kw_only=True):
    """The office has checked a jump of the rating."""

    by: Annotated[PersonId, says("By", "Who checked.", "ana-keller")]
    date: Annotated[Date, says("Date", "The day of the check.", "2026-11-03")]


class Figures(Part, frozen=True, kw_only=True):
    """The figures of that day; left out, they are taken from the records of that day."""

    milestones: Annotated[
        dict[Id, Date],
        says("Milestones", "Milestone to the date expected that day.", {"go-live": "2027-04-02"}),
    ] = {}
    finish: Annotated[
        Date | None, says("Finish", "The end of the project expected that day.", "2027-07-21")
    ] = None
    cost_baseline: Annotated[
        Amount | None, says("Cost baseline", "The approved cost of that day.", 1250000)
    ] = None
    cost_forecast: Annotated[
        Amount | None, says("Cost forecast", "The cost at completion expected.", 1300000)
    ] = None
    cost_actual: Annotated[
        Amount | None, says("Cost actual", "What had been spent that day.", 410000)
    ] = None
    exposure: Annotated[
        Amount | None,
        says("Exposure", "What the open risks would cost, weighed by probability.", 86000),
    ] = None


class Correction(Part, frozen=True, kw_only=True):
    """A mistake in the published report, put right without erasing it."""

    date: Annotated[Date, says("Date", "The day of the correction.", "2026-11-05")]
    by: Annotated[PersonId, says("By", "Who corrects.", "tom-berg")]
    field: Annotated[Line, says("Field", "The keys, with dots between.", "figures.cost_actual")]
    was: Annotated[Prose, says("Was", "What the report says.", "410000")]
    now: Annotated[Prose, says("Now", "What it should have said.", "401000")]
    reason: Annotated[Prose, says("Reason", "How the mistake came about.", "A typing error.")]


class Withheld(Part, frozen=True, kw_only=True):
    """A field that is kept from readers, and why that is allowed."""

    field: Annotated[Line, says("Field", "The keys, with dots between.", "rating.overall")]
    reason: Annotated[Prose, says("Reason", "The ground for it.", "A tender is under way.")]
    approved_by: Annotated[PersonId, says("Approved by", "Who allowed it.", "maria-silva")]
    review: Annotated[Date, says("Review", "The day on which it is decided anew.", "2027-01-15")]


class Report(Record, frozen=True, kw_only=True):
    """One status report; its file's name is its period."""

    kind: ClassVar[str] = "report"

    date: Annotated[Date, says("Date", "The day on which it was written.", "2026-11-02")]
    by: Annotated[PersonId, says("By", "Who answers for it.", "tom-berg")]
    rating: Annotated[
        Ratings, says("Rating", "How it stands.", {"overall": "amber", "schedule": "amber"})
    ]
    headline: Annotated[
        Line | None, says("Headline", "The one thing to know.", "Go-live three weeks late.")
    ] = None
    summary: Annotated[
        Prose | None,
        says("Summary", "The period in a paragraph.", "Tests began; the second drop is late."),
    ] = None
    comments: Annotated[
        dict[Dimension, Prose],
        says(
            "Comments",
            "Dimension to what stands behind it.",
            {"schedule": "Second drop late."},
            propertyNames={"enum": list(get_args(Dimension))},
        ),
    ] = {}
    achieved: Annotated[
        tuple[Line, ...], says("Achieved", "What was done in the period.", ["Pilot ended"])
    ] = ()
    planned: Annotated[
        tuple[Line, ...], says("Planned", "What is next.", ["Training for claims staff"])
    ] = ()
    cause: Annotated[
        Prose | None,
        says("Cause", "Why a rating is red or amber.", "The vendor lost two developers."),
    ] = None
    actions: Annotated[
        tuple[Action, ...],
        says("Actions", "The way back to green.", [{"do": "Agree the vendor's fix"}]),
    ] = ()
    green_on: Annotated[
        Date | None, says("Green on", "The day by which it is green again.", "2027-01-15")
    ] = None
    decisions_needed: Annotated[
        tuple[DecisionNeeded, ...],
        says("Decisions needed", "What the project waits for.", [{"what": "Move to April?"}]),
    ] = ()
    no_decision_needed: Annotated[
        Line | None,
        says("No decision needed", "Why a red project needs none.", "The fix is under way."),
    ] = None
    override: Annotated[
        Override | None,
        says("Override", "Why overall is better than the worst.", {"by": "maria-silva"}),
    ] = None
    change_reason: Annotated[
        Prose | None,
        says("Reason for the change", "Why a rating differs from the last.", "New date agreed."),
    ] = None
    analyst_check: Annotated[
        AnalystCheck | None,
        says("Analyst's check", "Needed where a rating jumps.", {"by": "ana-keller"}),
    ] = None
    figures: Annotated[
        Figures | None,
        says("Figures", "The figures of that day.", {"cost_forecast": 1300000}),
    ] = None
    tolerance_note: Annotated[
        Prose | None,
        says("Tolerance", "How much of the tolerance is used.", "Time: 14 of 14 days."),
    ] = None
    prepared_by: Annotated[
        PersonId | None,
        says("Prepared by", "Who wrote it, where somebody else answers.", "lena-novak"),
    ] = None
    accepted: Annotated[
        SignOff | None,
        says(
            "Accepted",
            "The sponsor's acceptance; may follow after publication.",
            {"outcome": "approved", "by": "maria-silva", "as": "sponsor", "date": "2026-11-04"},
        ),
    ] = None
    corrections: Annotated[
        tuple[Correction, ...],
        says("Corrections", "Mistakes put right later; only ever added.", [{"date": "2026-11-05"}]),
    ] = ()
    withheld: Annotated[
        tuple[Withheld, ...],
        says("Withheld", "Fields that readers do not get.", [{"field": "rating.overall"}]),
    ] = ()

    @property
    def period(self) -> Period | None:
        """The days that it reports on; nothing where its id is no period."""
        return _period(self.id)


@lru_cache(maxsize=1 << 10)  # the reports of an office share few periods
def _period(id_: str) -> Period | None:
    try:
        return Period.parse(id_)
    except ValueError:
        return None
