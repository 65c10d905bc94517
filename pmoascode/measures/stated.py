"""What a status report states, as of its own day: ratings with corrections, dates, money.

A published report is never altered, and the plan moves on after it. Where a report names its
figures, it is held against them; where it names none, against the records as they are.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from msgspec import structs

from pmoascode.measures import tolerance
from pmoascode.measures.cost import Money, money
from pmoascode.measures.schedule import Slip, worst_open_slip
from pmoascode.office import Office, Work
from pmoascode.records.exception import ExceptionReport
from pmoascode.records.fields import Rating
from pmoascode.records.parts import Forecast
from pmoascode.records.project import Milestone
from pmoascode.records.report import Report

DatedT = TypeVar("DatedT", bound=Forecast)

BETWEEN: tuple[Rating, ...] = ("amber-green", "amber", "amber-red")  # neither green nor red


def reported_work(office: Office, report: Report) -> Work | None:
    """The running project or programme whose newest report it is; None for every other report."""
    work = office.owner(report)
    if work is None or not work.is_running:
        return None
    newest = office.last_report(work)
    return work if newest and newest.id == report.id else None


def ratings(report: Report) -> Mapping[str, Rating]:
    """Dimension to rating, overall first, with the later corrections of the report put in."""
    found = dict(report.rating.items())
    for correction in report.corrections:
        dimension = correction.field.removeprefix("rating.")
        if dimension in found and correction.now in _RATINGS:
            found[dimension] = _RATINGS[correction.now]
    return found


def rating_of(report: Report, dimension: str) -> tuple[str, Rating] | None:
    """The dimension and its rating; the overall one where the dimension is not rated."""
    found = ratings(report)
    name = dimension if dimension in found else "overall"
    return (name, found[name]) if name in found else None


def slip(report: Report, work: Work) -> Slip | None:
    """The largest slip of the finish and the critical milestones still to come on that day."""
    figures = report.figures
    dates = figures.milestones if figures else {}
    finish = figures.finish if figures else None
    then = structs.replace(
        work,
        finish=work.finish and _as_of(work.finish, finish, report.date),
        milestones={
            id: _as_of(milestone, dates.get(id), report.date)
            for id, milestone in work.milestones.items()
        },
    )
    return worst_open_slip(then, report.date)


def cost(office: Office, report: Report, work: Work) -> Money | None:
    """The money of the work on that day."""
    known, figures = money(office, work), report.figures
    if figures is None or known is None:
        return known
    baseline, forecast = figures.cost_baseline, figures.cost_forecast
    return replace(
        known,
        baseline=known.baseline if baseline is None else baseline,
        forecast=known.forecast if forecast is None else forecast,
    )


def is_overtaken(report: Report, work: Work, office: Office, dimension: str) -> bool:
    """Whether an exception report has told since what a report without figures could not know."""
    return report.figures is None and any(
        each.dimension == dimension and each.raised > report.date
        for each in office.within(ExceptionReport, work)
    )


_RATINGS: Mapping[str, Rating] = {
    "green": "green",
    "amber-green": "amber-green",
    "amber": "amber",
    "amber-red": "amber-red",
    "red": "red",
}


def _as_of(date: DatedT, stated: dt.date | None, day: dt.date) -> DatedT:
    """The dates with the forecast that the report states; what came true later was still open."""
    if stated is None:
        return date
    happened = date.actual if date.actual and date.actual <= day else None
    then = structs.replace(date, forecast=stated, actual=happened)
    if isinstance(then, Milestone) and then.status == "reached" and not happened:
        return structs.replace(then, status="planned")
    return then


def is_beyond(report: Report, work: Work, office: Office, dimension: str) -> bool:
    """Whether the schedule or the cost, as the report gives it, is beyond the tolerance."""
    allowed = office.tolerance(work)
    if dimension == "schedule":
        late = slip(report, work)
        limit = allowed.time or tolerance.NO_DURATION
        return (
            late is not None and tolerance.of_time(late.baseline, late.expected, limit) != "within"
        )
    money = cost(office, report, work)
    variance = money.variance_percent if money else None
    limit_of_cost = allowed.cost or tolerance.NO_SHARE
    return variance is not None and tolerance.of_cost(variance, limit_of_cost) != "within"
