"""The health matrix: one row a project, grouped by programme."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pmoascode.measures import cost, schedule
from pmoascode.measures.colour import Colour
from pmoascode.measures.cost import Money
from pmoascode.measures.health import DIMENSIONS, Health
from pmoascode.measures.rollup import Rollup, rollup
from pmoascode.office import Office, Work
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.views.holders import SPONSOR, holder, manager_role


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
    why_quiet: str  # why there are no ratings; empty where there are

    @property
    def word(self) -> str:
        """What to call the colour of work that does not run; empty for the colour's own word."""
        status = self.work.status
        return "" if self.work.is_running or status == "closed" else status.capitalize()


@dataclass(frozen=True, slots=True)
class HealthGroup:
    """The running projects of one programme; `programme` is None for those of no programme."""

    programme: Programme | None
    rollup: Rollup | None
    rows: tuple[HealthRow, ...]


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
        why_quiet=_why_quiet(health),
    )


def matrix(
    office: Office, healths: Mapping[str, Health], today: dt.date
) -> tuple[HealthGroup, ...]:
    """The running projects by programme, the programmes by name, those of no programme last."""
    groups = []
    running: dict[str, list[Project]] = {}
    for project in office.projects:
        if project.is_running:
            known = office.find(Programme, project.programme)
            running.setdefault(known.id if known else "", []).append(project)
    for programme in sorted(office.programmes, key=lambda p: (p.name, p.id)):
        if programme.is_running or programme.id in running:
            rows = _rows(office, running.get(programme.id, ()), healths, today)
            own = healths[programme.name_in_full]
            up = rollup([each.health for each in rows], own)
            groups.append(HealthGroup(programme, up, rows))
    if "" in running:
        groups.append(HealthGroup(None, None, _rows(office, running[""], healths, today)))
    return tuple(groups)


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
