"""How the overall ratings of all projects went, period by period, and how honest they were."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pmoascode.measures.colour import WEIGHT, Colour
from pmoascode.measures.health import Health
from pmoascode.office import Office
from pmoascode.records.project import Project
from pmoascode.records.report import Report
from pmoascode.views.parents import Parent, by_parent

LONGEST = 12  # periods shown


@dataclass(frozen=True, slots=True)
class Line:
    """The overall ratings of one project, a period each, oldest first; None: not reported."""

    project: Project
    ratings: tuple[Colour | None, ...]
    now: Colour  # as stated in the last report that counts
    calculated: Colour | None  # as the data says today

    @property
    def is_better_than_data(self) -> bool:
        """Whether it is stated better than its data says: green outside, red inside."""
        if self.calculated is None or not WEIGHT[self.now]:
            return False
        return WEIGHT[self.now] < WEIGHT[self.calculated]


@dataclass(frozen=True, slots=True)
class Group:
    """The projects of one programme, portfolio or unit."""

    parent: Parent
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class StatusHistory:
    """The last periods and every project's ratings in them."""

    periods: tuple[str, ...]
    groups: tuple[Group, ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every line, group by group."""
        return tuple(line for group in self.groups for line in group.lines)


def status_history(office: Office, healths: Mapping[str, Health], today: dt.date) -> StatusHistory:
    """The overall ratings of the projects that have reported in the last periods."""
    reports = {project.id: _until(office.reports(project), today) for project in office.projects}
    periods = sorted({r.id for told in reports.values() for r in told})[-LONGEST:]
    told = [p for p in office.projects if any(r.id in periods for r in reports[p.id])]
    groups = []
    for parent, projects in by_parent(office, told):
        lines = tuple(_line(p, reports[p.id], periods, healths[p.name_in_full]) for p in projects)
        groups.append(Group(parent, tuple(sorted(lines, key=lambda line: line.project.name))))
    return StatusHistory(tuple(periods), tuple(groups))


def _until(reports: Sequence[Report], today: dt.date) -> tuple[Report, ...]:
    return tuple(report for report in reports if report.date <= today)


def _line(
    project: Project, reports: Sequence[Report], periods: Sequence[str], health: Health
) -> Line:
    rated = {report.id: report.rating.overall for report in reports}
    ratings = tuple(rated.get(period) for period in periods)
    return Line(project, ratings, health.overall.stated, health.overall.calculated)
