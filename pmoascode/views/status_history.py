"""How the overall ratings of all projects went, period by period, and how honest they were."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pmoascode.measures.colour import WEIGHT, Colour
from pmoascode.measures.health import Health
from pmoascode.office import Office
from pmoascode.records.project import Project
from pmoascode.records.report import Report
from pmoascode.views.parents import Parent, by_parent

LONGEST = 12  # periods shown


@dataclass(frozen=True, slots=True)
class Line:
    """The overall ratings of one project, a period each, oldest first.

    None is not reported; empty is before its first report, or after it ended.
    """

    project: Project
    ratings: tuple[Colour | Literal[""] | None, ...]
    now: Colour  # as stated in the last report that counts; grey where the next one is overdue
    calculated: Colour | None  # as the data says today

    @property
    def is_compared(self) -> bool:
        """Whether there is a rating that counts, and figures to hold it against."""
        return bool(self.calculated and WEIGHT[self.now] and WEIGHT[self.calculated])

    @property
    def is_better_than_data(self) -> bool:
        """Whether it is stated better than its data says: green outside, red inside."""
        if self.calculated is None or not self.is_compared:
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
    rated: dict[str, Colour | Literal[""] | None] = {r.id: r.rating.overall for r in reports}
    first, last = min(rated), max(rated)
    ratings = tuple(
        rated.get(period, "" if period < first or (project.is_ended and period > last) else None)
        for period in periods
    )
    now: Colour = "grey" if health.is_silent else health.overall.stated
    return Line(project, ratings, now, health.overall.calculated)
