"""The milestones of a project: baseline, last forecast, forecast and how they moved."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from pmoascode.measures import schedule, tolerance
from pmoascode.measures.colour import Colour
from pmoascode.office import Office, Work
from pmoascode.records.days import later
from pmoascode.records.project import Milestone
from pmoascode.records.report import Report


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """One milestone as the plan and the last report have it."""

    id: str
    milestone: Milestone
    last_forecast: dt.date | None  # of the report before the last
    slip: int | None
    colour: Colour  # against tolerance; blue once reached, grey where it cannot be said
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class Trend:
    """One milestone as the reports saw it, oldest first."""

    title: str
    points: tuple[tuple[dt.date, dt.date], ...]  # report date, forecast date
    baseline: dt.date | None


def milestones(
    office: Office, work: Work, before: Report | None, today: dt.date
) -> tuple[MilestoneRow, ...]:
    """The milestones that are not dropped, by the day on which they are expected."""
    last = before.figures.milestones if before and before.figures else {}
    live = [(id, m) for id, m in work.milestones.items() if m.status != "dropped"]
    live.sort(key=lambda each: (each[1].expected or dt.date.max, each[0]))
    return tuple(
        MilestoneRow(
            id,
            milestone,
            last.get(id),
            schedule.slip(milestone, today),
            _colour(office, work, milestone, today),
            schedule.is_overdue(milestone, today),
        )
        for id, milestone in live
    )


def trends(work: Work, reports: Sequence[Report], today: dt.date) -> tuple[Trend, ...]:
    """The forecasts of each milestone by report; the plan of today is the last point."""
    found = []
    for id, milestone in work.milestones.items():
        points = [
            (report.date, report.figures.milestones[id])
            for report in reports
            if report.figures and id in report.figures.milestones
        ]
        now = milestone.actual or milestone.forecast
        if points and now and milestone.status == "planned":
            points.append((today, now))
        if len(points) > 1:
            found.append(Trend(milestone.title, tuple(points), milestone.baseline))
    return tuple(found)


def _colour(office: Office, work: Work, milestone: Milestone, today: dt.date) -> Colour:
    if milestone.actual or milestone.status == "reached":
        return "blue"
    days, baseline = schedule.slip(milestone, today), milestone.baseline
    if days is None or baseline is None:
        return "grey"
    limit = office.tolerance(work).time
    standing = tolerance.of_time(baseline, later(baseline, days), limit)
    colours: dict[tolerance.Standing, Colour] = {"within": "green", "breach": "amber", "far": "red"}
    return colours[standing]
