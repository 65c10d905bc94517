"""Every milestone of the portfolio: its dates, how it moved, and what the reports forecast."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pmoascode.office import Office
from pmoascode.records.project import Project
from pmoascode.records.report import Report
from pmoascode.views.milestones import MilestoneRow, Trend, milestones, trends


@dataclass(frozen=True, slots=True)
class PlacedMilestone:
    """One milestone of one project."""

    project: Project
    row: MilestoneRow
    told: tuple[dt.date, ...]  # what each report forecast, oldest first
    is_critical: bool

    @property
    def moves(self) -> int | None:
        """Reports in which it moved against the one before; None where untold."""
        if len(self.told) < 2:
            return None
        return sum(one != other for one, other in pairwise(self.told))


@dataclass(frozen=True, slots=True)
class ProjectTrend:
    """The critical milestones of one project as its reports saw them."""

    project: Project
    trends: tuple[Trend, ...]


def every_milestone(office: Office, today: dt.date) -> tuple[PlacedMilestone, ...]:
    """The milestones of work that runs or is proposed; those to come first, the next first."""
    found = [each for project in _live(office) for each in _of(office, project, today)]
    return tuple(sorted(found, key=_order))


def moving(office: Office, today: dt.date, most: int) -> tuple[ProjectTrend, ...]:
    """The projects whose critical milestones moved most in days, at most so many."""
    found = []
    for project in _live(office):
        critical = {m.title for m in project.milestones.values() if m.critical}
        told = trends(project, office.reports(project), today)
        kept = tuple(each for each in told if each.title in critical) or told
        if kept and any(_moved(each) for each in kept):
            found.append(ProjectTrend(project, kept))
    found.sort(key=lambda each: (-max(map(_moved, each.trends)), each.project.name))
    return tuple(found[:most])


def _moved(trend: Trend) -> int:
    """Days between the earliest and the latest forecast."""
    dates = [date for _, date in trend.points]
    return (max(dates) - min(dates)).days


def _live(office: Office) -> Iterator[Project]:
    return (p for p in office.projects if p.is_running or p.status == "proposed")


def _of(office: Office, project: Project, today: dt.date) -> Iterator[PlacedMilestone]:
    reports = office.reports(project)
    before = reports[-2] if len(reports) > 1 else None
    for row in milestones(office, project, before, today):
        yield PlacedMilestone(project, row, _told(row.id, reports), row.milestone.critical)


def _told(id: str, reports: Sequence[Report]) -> tuple[dt.date, ...]:
    found = (r.figures.milestones.get(id) for r in reports if r.figures)
    return tuple(day for day in found if day)


def _order(each: PlacedMilestone) -> tuple[bool, dt.date, str, str]:
    milestone = each.row.milestone
    is_past = milestone.actual is not None
    return (is_past, milestone.expected or dt.date.max, each.project.name, each.row.id)
