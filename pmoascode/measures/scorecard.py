"""How well the office itself works, from its own records: each figure with what it counts.

A figure over fewer than `ENOUGH` cases says too little to be shown as one. Sources: P3O (AXELOS,
2013) asks a portfolio office for value of its own; the figures are those that its readers ask for.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from statistics import median
from typing import Literal

from pmoascode.measures import cost, tolerance
from pmoascode.measures.colour import WEIGHT
from pmoascode.office import Office, Work
from pmoascode.records.approval import Approval
from pmoascode.records.benefit import Benefit
from pmoascode.records.change_request import ChangeRequest
from pmoascode.records.project import Project
from pmoascode.records.report import Report
from pmoascode.records.tier_policy import Rigour

ENOUGH = 3  # cases from which on a figure is shown
_YEAR = 365  # days that most figures look back
_LEAD = 90  # days before a milestone at which its forecast is held against what came

Unit = Literal["%", "days"]


@dataclass(frozen=True, slots=True)
class Score:
    """One figure about the office."""

    id: str
    title: str
    unit: Unit
    value: Decimal | None  # None where there are fewer than ENOUGH cases
    cases: int
    definition: str  # what is counted, over which time
    better: Literal["higher", "lower"]
    grounds: Sequence[str]  # the kinds and fields without which there is nothing to count


def scorecard(office: Office, today: dt.date) -> tuple[Score, ...]:
    """Every figure, in the order in which the card shows them."""
    return tuple(make(office, today) for make in _SCORES)


def _share(id: str, title: str, definition: str, cases: Sequence[bool], *grounds: str) -> Score:
    value = Decimal(100 * sum(cases)) / len(cases) if len(cases) >= ENOUGH else None
    return Score(id, title, "%", value, len(cases), definition, "higher", grounds)


def _days(id: str, title: str, definition: str, cases: Sequence[int], *grounds: str) -> Score:
    value = Decimal(str(median(cases))) if len(cases) >= ENOUGH else None
    return Score(id, title, "days", value, len(cases), definition, "lower", grounds)


def _closed(office: Office, today: dt.date) -> Iterator[Project]:
    """The projects closed in the last two years."""
    first = today - dt.timedelta(days=2 * _YEAR)
    for project in office.projects:
        ended = project.finish.actual if project.finish else None
        if project.status == "closed" and ended and first <= ended <= today:
            yield project


def _on_time(office: Office, today: dt.date) -> Score:
    cases = []
    for project in _closed(office, today):
        finish = project.finish
        if finish and finish.actual and finish.baseline:
            limit = office.tolerance(project).time
            cases.append(tolerance.of_time(finish.baseline, finish.actual, limit) == "within")
    said = "Projects closed in the last two years whose end was within its tolerance of time."
    return _share("on-time", "Projects on time", said, cases, "project.finish")


def _on_budget(office: Office, today: dt.date) -> Score:
    cases = []
    for project in _closed(office, today):
        money = cost.money(office, project)
        if money and money.baseline and money.actual is not None:
            over = (money.actual - money.baseline) / money.baseline * 100
            cases.append(tolerance.of_cost(over, office.tolerance(project).cost) == "within")
    said = "Projects closed in the last two years whose cost was within its tolerance."
    return _share("on-budget", "Projects within budget", said, cases, *cost.KEPT_IN)


def _benefits(office: Office, today: dt.date) -> Score:
    cases = [
        benefit.status == "realised"
        for benefit in office.all(Benefit)
        if benefit.target and benefit.target.date and benefit.target.date <= today
        if benefit.status != "dropped"
    ]
    said = "Benefits whose target's day has come that are realised in full."
    return _share("benefits", "Benefits realised", said, cases, "benefit")


def _reports_in_time(office: Office, today: dt.date) -> Score:
    first = today - dt.timedelta(days=_YEAR)
    cases = [
        is_timely
        for work in _works(office)
        for day, is_timely in _reporting(office, work, today)
        if first <= day <= today
    ]
    said = (
        "Status reports due in the last year that were written within the grace after their"
        " period; a missing one counts as late."
    )
    return _share("reports", "Reports in time", said, cases, "report")


def _reporting(office: Office, work: Work, today: dt.date) -> Iterator[tuple[dt.date, bool]]:
    """The last day for each report that was due, and whether it was written by then."""
    rigour = office.rigour(work)
    written = [r for r in office.reports(work) if r.period and r.date <= today]
    reported: dt.date | None = None
    for report in written:
        last = report.period.last if report.period else report.date
        if reported:
            yield from _missed(rigour, reported, last)
        due = rigour.grace.after(last)
        yield due, report.date <= due
        reported = last
    if reported and work.is_running:
        yield from _missed(rigour, reported, today)


def _missed(rigour: Rigour, after: dt.date, until: dt.date) -> Iterator[tuple[dt.date, bool]]:
    """The reports that should have come between two, or before the day."""
    last = rigour.report_every.after(after)
    while rigour.grace.after(last) < until and last < until:
        yield rigour.grace.after(last), False
        last = rigour.report_every.after(last)


def _forecasts(office: Office, today: dt.date) -> Score:
    first = today - dt.timedelta(days=_YEAR)
    cases: list[int] = []
    for project in office.projects:
        told = [r for r in office.reports(project) if r.figures]
        for id, milestone in project.milestones.items():
            if milestone.actual and first <= milestone.actual <= today:
                said = _forecast_before(told, id, milestone.actual - dt.timedelta(days=_LEAD))
                if said:
                    cases.append(abs((milestone.actual - said).days))
    said_ = (
        f"Half of the milestones reached in the last year came at most so many days beside what"
        f" was forecast {_LEAD} days before."
    )
    return _days(
        "forecasts", "Accuracy of forecasts", said_, cases, "project.milestones", "report.figures"
    )


def _forecast_before(told: Sequence[Report], id: str, day: dt.date) -> dt.date | None:
    """What the last report on or before the day forecast for the milestone."""
    dated = [r for r in told if r.date <= day and r.figures and id in r.figures.milestones]
    return dated[-1].figures.milestones[id] if dated and dated[-1].figures else None


def _change_decisions(office: Office, today: dt.date) -> Score:
    first = today - dt.timedelta(days=_YEAR)
    cases = [
        (request.decision.date - request.requested).days
        for request in office.all(ChangeRequest)
        if request.decision and request.requested and first <= request.decision.date <= today
    ]
    said = "Half of the change requests decided in the last year waited at most so many days."
    return _days("changes", "Change requests decided in", said, cases, "change-request")


def _conditions(office: Office, today: dt.date) -> Score:
    cases = [
        condition.done is not None and condition.done <= condition.due
        for approval in office.all(Approval)
        for condition in approval.conditions.values()
        if condition.due <= today
    ]
    said = "Conditions of gate decisions that have fallen due and were met in time."
    return _share("conditions", "Conditions met in time", said, cases, "approval")


def _warning_time(office: Office, today: dt.date) -> Score:
    cases: list[int] = []
    for work in _works(office):
        rated = [
            (report.date, WEIGHT[report.rating.overall])
            for report in office.reports(work)
            if report.rating.overall and report.date <= today
        ]
        cases += _amber_before_red(rated)
    said = (
        "Half of the projects that turned red had been amber for at least so many days before;"
        " 0 is red without a warning."
    )
    made = _days("warning", "Warning before red", said, cases, "report.rating")
    return replace(made, better="higher")


def _amber_before_red(rated: Sequence[tuple[dt.date, float]]) -> Iterator[int]:
    """Days of amber before each turn to red; 0 where it came out of green."""
    amber, red = WEIGHT["amber"], WEIGHT["red"]
    since: dt.date | None = None
    was: float = WEIGHT["green"]
    for day, now in rated:
        if now == red and was != red:
            yield (day - since).days if since else 0
        if now < amber:
            since = None
        elif was < amber:
            since = day
        was = now


def _works(office: Office) -> tuple[Work, ...]:
    return (*office.programmes, *office.projects)


_SCORES: tuple[Callable[[Office, dt.date], Score], ...] = (
    _on_time,
    _on_budget,
    _benefits,
    _reports_in_time,
    _forecasts,
    _warning_time,
    _change_decisions,
    _conditions,
)
