"""The health matrix: one row a project, grouped by programme, portfolio or unit."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pmoascode.measures import cost, schedule
from pmoascode.measures.colour import WEIGHT, Colour
from pmoascode.measures.cost import Money
from pmoascode.measures.health import DIMENSIONS, Health
from pmoascode.measures.rollup import Rollup, rollup
from pmoascode.office import Office, Work
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.records.report import Report
from pmoascode.views.holders import SPONSOR, holder, manager_role
from pmoascode.views.parents import Parent, by_parent

TOLD = 6  # reports


@dataclass(frozen=True, slots=True)
class HealthRow:
    """One project or programme as the matrix and the lists show it."""

    work: Work
    health: Health
    ratings: tuple[Colour, ...]  # stated, in the order of DIMENSIONS
    phase: str  # title
    finish: dt.date | None  # actual, else forecast, else baseline
    slip: int | None  # days of the finish, actual or forecast less baseline
    next_milestone: tuple[str, str, dt.date] | None  # id, title, day expected
    money: Money | None
    sponsor: str  # person; empty where vacant
    manager: str
    reported: dt.date | None
    told: tuple[Colour, ...]  # overall ratings of the last reports, oldest first
    why_quiet: str  # why there are no ratings; empty where there are

    @property
    def word(self) -> str:
        """What to call the colour of work that does not run; empty for the colour's own word."""
        status = self.work.status
        return "" if self.work.is_running or status == "closed" else status.capitalize()


@dataclass(frozen=True, slots=True)
class HealthGroup:
    """The running projects of one programme, portfolio or unit."""

    parent: Parent
    rollup: Rollup
    rows: tuple[HealthRow, ...]

    @property
    def worst(self) -> tuple[HealthRow, ...]:
        """The rows that are not green or better, the worst first."""
        bad = [row for row in self.rows if WEIGHT[row.health.shown] > WEIGHT["green"]]
        return tuple(sorted(bad, key=lambda row: -WEIGHT[row.health.shown]))


def row(office: Office, health: Health, today: dt.date) -> HealthRow:
    """The row of one project or programme."""
    work = health.work
    phase = office.phase(work)
    after = schedule.next_milestone(work, today)
    stated = {each.name: each.stated for each in health.dimensions}
    return HealthRow(
        work=work,
        health=health,
        ratings=tuple(stated.get(name, "grey") for name in DIMENSIONS),
        phase=phase.title if phase else "",
        finish=work.last_day,
        slip=schedule.slip(work.finish) if work.finish else None,
        next_milestone=(after[0], after[1].title, after[1].expected or today) if after else None,
        money=cost.money(office, work),
        sponsor=holder(office, work, SPONSOR, today),
        manager=holder(office, work, manager_role(work), today),
        reported=health.report.date if health.report else None,
        told=tuple(r.rating.overall or "grey" for r in _last_reports(office, work, today)),
        why_quiet=_why_quiet(health),
    )


def _last_reports(office: Office, work: Work, today: dt.date) -> list[Report]:
    return [report for report in office.reports(work) if report.date <= today][-TOLD:]


def matrix(
    office: Office, healths: Mapping[str, Health], today: dt.date
) -> tuple[HealthGroup, ...]:
    """The running projects by programme, else portfolio, else unit; those of none come last."""
    running = [project for project in office.projects if project.is_running]
    groups = dict(by_parent(office, running))
    if not groups or any(parent.kind == "programme" for parent in groups):
        empty = [p for p in office.programmes if p.is_running]
        groups = {Parent("programme", p.id, p.name, p): () for p in empty} | groups
    ordered = sorted(groups, key=lambda p: (not p.id, p.title, p.id))
    return tuple(_group(office, parent, groups[parent], healths, today) for parent in ordered)


def _group(
    office: Office,
    parent: Parent,
    projects: Iterable[Project],
    healths: Mapping[str, Health],
    today: dt.date,
) -> HealthGroup:
    rows = _rows(office, projects, healths, today)
    own = healths[parent.record.name_in_full] if isinstance(parent.record, Programme) else None
    return HealthGroup(parent, rollup([each.health for each in rows], own), rows)


def _rows(
    office: Office, projects: Iterable[Project], healths: Mapping[str, Health], today: dt.date
) -> tuple[HealthRow, ...]:
    ordered = sorted(projects, key=lambda p: (p.name, p.id))
    return tuple(row(office, healths[p.name_in_full], today) for p in ordered)


def _why_quiet(health: Health) -> str:
    work = health.work
    if not work.is_running:
        return work.status.replace("-", " ")
    if health.report is None:
        return "no report yet" if not health.is_silent else "no report, overdue"
    return "report overdue" if health.is_silent else ""
