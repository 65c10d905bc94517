"""The money of a project in detail: funding, lines, periods, contingency."""

from typing import Annotated, ClassVar, Literal

from msgspec import field

from pmoascode.records.business_case import Appraisal
from pmoascode.records.fields import (
    Amount,
    DecisionId,
    Id,
    Line,
    Prose,
    Share,
    SignedAmount,
    refers,
    says,
)
from pmoascode.records.period import PERIOD_PATTERN
from pmoascode.records.project import Budget
from pmoascode.records.record import Part, Record

_APPROVED = {"x-approved": True}
ApprovalId = Annotated[str, refers("approval decision")]
PeriodId = Annotated[Id, says("Period", "A period.", "2026-10", pattern=PERIOD_PATTERN)]


class Funding(Part, frozen=True, kw_only=True):
    """Money that somebody has granted."""

    title: Annotated[Line, says("Title", "Where it comes from.", "Change fund 2026")]
    amount: Annotated[Amount, says("Amount", "How much, in money.", 1300000, **_APPROVED)]
    approved_by: Annotated[
        ApprovalId | None,
        says("Approved by", "The approval or decision that grants it.", "delivery-2026-03-02"),
    ] = None


class FinanceLine(Part, frozen=True, kw_only=True):
    """One line of the cost."""

    title: Annotated[Line, says("Title", "What the money is for.", "Licences")]
    type_: Annotated[
        Literal["capital", "resource", "contingency"],
        says("Type", "How it is booked.", "capital"),
    ] = field(name="type", default="resource")
    category: Annotated[Line | None, says("Category", "A grouping of your own.", "Software")] = None
    baseline: Annotated[
        Amount | None,
        says("Baseline", "The approved amount, in money.", 300000, **_APPROVED),
    ] = None
    forecast: Annotated[
        Amount | None, says("Forecast", "The amount at completion expected.", 310000)
    ] = None
    actual: Annotated[Amount | None, says("Actual", "What has been spent so far.", 120000)] = None


class FinancePeriod(Part, frozen=True, kw_only=True):
    """The money of one period alone, not summed up."""

    budget: Annotated[
        Amount | None, says("Budget", "What was to be spent.", 90000, **_APPROVED)
    ] = None
    forecast: Annotated[Amount | None, says("Forecast", "What is expected.", 95000)] = None
    actual: Annotated[Amount | None, says("Actual", "What was spent.", 93500)] = None
    planned_value: Annotated[
        SignedAmount | None,
        says("Planned value", "The budget of the work planned in the period.", 90000, **_APPROVED),
    ] = None
    earned_value: Annotated[
        SignedAmount | None,
        says("Earned value", "The budget of the work done in the period.", 82000),
    ] = None
    narrative: Annotated[
        Prose | None,
        says("Narrative", "Cause of the difference, and what is done.", "Two testers more."),
    ] = None


class Contingency(Part, frozen=True, kw_only=True):
    """Money set aside for risks."""

    set_aside: Annotated[Amount, says("Set aside", "The approved amount.", 80000, **_APPROVED)]
    drawn: Annotated[Amount | None, says("Drawn", "What has been used so far.", 15000)] = None
    decision: Annotated[
        DecisionId | None,
        says("Decision", "The decision behind the last draw.", "draw-contingency"),
    ] = None


class Finance(Record, frozen=True, kw_only=True):
    """The money of one project or programme, in the organisation's currency."""

    kind: ClassVar[str] = "finance"

    basis: Annotated[
        Literal["nominal", "real"],
        says("Basis", "Money of each year, or money of the index year.", "nominal", **_APPROVED),
    ] = "nominal"
    index_year: Annotated[
        int | None, says("Index year", "The year whose prices count, if real.", 2026, **_APPROVED)
    ] = None
    budget: Annotated[
        Budget | None,
        says("Budget", "The whole project.", {"baseline": 1250000, "forecast": 1300000}),
    ] = None
    funding: Annotated[
        dict[Id, Funding],
        says("Funding", "Id to granted money.", {"fund": {"title": "Fund", "amount": 1300000}}),
    ] = {}
    lines: Annotated[
        dict[Id, FinanceLine],
        says(
            "Lines", "Id to line; they add up to the budget.", {"licences": {"title": "Licences"}}
        ),
    ] = {}
    periods: Annotated[
        dict[PeriodId, FinancePeriod],
        says("Periods", "Period to its money, not summed up.", {"2026-10": {"actual": 93500}}),
    ] = {}
    percent_complete: Annotated[
        Share | None, says("Percent complete", "How much of the work is done.", "40 %")
    ] = None
    contingency: Annotated[
        Contingency | None,
        says("Contingency", "Money set aside for risks.", {"set_aside": 80000}),
    ] = None
    appraisal: Annotated[
        Appraisal | None, says("Appraisal", "Its worth in figures.", {"bcr": 1.4}, **_APPROVED)
    ] = None
