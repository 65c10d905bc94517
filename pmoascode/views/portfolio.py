"""The portfolio in figures: colours, money, dates and reports, and how they went."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pmoascode.measures.colour import WEIGHT, Colour
from pmoascode.measures.freshness import Freshness
from pmoascode.measures.rollup import Totals, count, totals
from pmoascode.measures.schedule import slip
from pmoascode.office import Office
from pmoascode.records.project import Project
from pmoascode.records.report import Report
from pmoascode.views.matrix import HealthRow

AHEAD = 30  # days
MONTHS = 6


@dataclass(frozen=True, slots=True)
class Figures:
    """The key figures of the running projects."""

    running: int
    proposed: int
    ended: int
    colours: Mapping[Colour, int]
    money: Totals
    milestones: int  # open and expected within the next 30 days
    late: int  # of those, expected after their baseline
    reports_in_time: int  # running projects whose report is not overdue
    silent: int


@dataclass(frozen=True, slots=True)
class Course:
    """How the portfolio went, month by month, oldest first."""

    months: tuple[str, ...]  # as in 2026-10
    red: tuple[int, ...]  # projects that were red at the end of the month
    amber: tuple[int, ...]
    green: tuple[int, ...]


def figures(rows: Sequence[HealthRow], office: Office, today: dt.date) -> Figures:
    """The figures on the day; `rows` are the running projects."""
    running = [row.health for row in rows]
    until = today + dt.timedelta(days=AHEAD)
    near = [
        milestone
        for row in rows
        for milestone in row.work.milestones.values()
        if milestone.status == "planned"
        and milestone.actual is None
        and milestone.expected
        and today <= milestone.expected <= until
    ]
    silent = sum(_is_silent(health.freshness) for health in running)
    return Figures(
        running=len(rows),
        proposed=sum(p.status == "proposed" for p in office.projects),
        ended=sum(p.is_ended for p in office.projects),
        colours=count(running),
        money=totals(row.money for row in rows),
        milestones=len(near),
        late=sum((slip(milestone) or 0) > 0 for milestone in near),
        reports_in_time=len(rows) - silent,
        silent=silent,
    )


def course(office: Office, today: dt.date) -> Course:
    """The stated overall ratings at the end of each of the last months, today the last."""
    ends = [*_month_ends(today), today]
    counts: list[dict[str, int]] = [{} for _ in ends]
    for project in office.projects:
        reports = office.reports(project)
        for found, end in zip(counts, ends, strict=True):
            colour = _stated(project, reports, end)
            if colour:
                name = "red" if WEIGHT[colour] >= 4 else "amber" if WEIGHT[colour] >= 2 else "green"
                found[name] = found.get(name, 0) + 1
    return Course(
        tuple(f"{end:%Y-%m}" for end in ends),
        *(tuple(each.get(name, 0) for each in counts) for name in ("red", "amber", "green")),
    )


def _stated(project: Project, reports: Sequence[Report], end: dt.date) -> Colour | None:
    over = project.finish.actual if project.finish else None
    if project.is_ended and (over is None or over <= end):
        return None
    last = [report for report in reports if report.date <= end]
    return last[-1].rating.overall if last else None


def _month_ends(today: dt.date) -> list[dt.date]:
    ends, first = [], today.replace(day=1)
    for _ in range(MONTHS - 1):
        ends.append(first - dt.timedelta(days=1))
        first = ends[-1].replace(day=1)
    return ends[::-1]


def _is_silent(freshness: Freshness) -> bool:
    return freshness.is_overdue
