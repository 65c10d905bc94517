"""The portfolio in figures: colours, money, dates and reports, and how they went."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal

from pmoascode.measures.colour import WEIGHT, Colour
from pmoascode.measures.freshness import Freshness, freshness
from pmoascode.measures.rollup import Totals, count, totals
from pmoascode.measures.schedule import slip
from pmoascode.office import Office
from pmoascode.records.days import later
from pmoascode.records.project import Project
from pmoascode.records.report import Report
from pmoascode.views.matrix import HealthRow
from pmoascode.views.month_ends import month_ends

AHEAD = 30  # days
PERIODS = 6
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


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
    quiet: Totals  # the money of those that are silent


@dataclass(frozen=True, slots=True)
class Course:
    """How the portfolio went in steps of its reports' own rhythm, oldest first."""

    step: Literal["month", "quarter", "year"]
    ends: tuple[dt.date, ...]  # the last days looked at; today is the last
    counts: Mapping[Colour, tuple[int, ...]]  # projects of each colour that was ever reported


def figures(rows: Sequence[HealthRow], office: Office, today: dt.date) -> Figures:
    """The figures on the day; `rows` are the running projects."""
    running = [row.health for row in rows]
    until = later(today, AHEAD)
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
        quiet=totals(row.money for row in rows if row.health.is_silent),
    )


def course(office: Office, today: dt.date) -> Course:
    """The stated overall ratings at the end of each of the last periods, today the last."""
    step = _rhythm(office.reports(project) for project in office.projects)
    ends = month_ends(today, PERIODS - 1, _MONTHS[step])
    found = [Counter(_stated(office, project, end) for project in office.projects) for end in ends]
    seen = [colour for colour in [*WEIGHT][::-1] if any(each[colour] for each in found)]
    return Course(step, ends, {colour: tuple(each[colour] for each in found) for colour in seen})


def _rhythm(reports: Iterable[Sequence[Report]]) -> Literal["month", "quarter", "year"]:
    """How far apart most projects' last two reports are."""
    gaps = [(its[-1].date - its[-2].date).days for its in reports if len(its) > 1]
    usual = median(gaps) if gaps else 0
    return "month" if usual < 60 else "quarter" if usual < 200 else "year"


def _stated(office: Office, project: Project, end: dt.date) -> Colour | None:
    """The rating that counted on the day; none of work that had ended or owed a report by then."""
    over = project.finish.actual if project.finish else None
    if project.is_ended and (over is None or over <= end):
        return None
    then = freshness(office, project, end)
    return None if then.is_overdue or then.report is None else then.report.rating.overall


def _is_silent(freshness: Freshness) -> bool:
    return freshness.is_overdue
