"""One portfolio as its board sees it: its work, its money year by year, the objectives served."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from pmoascode.measures.health import Health
from pmoascode.measures.rollup import Rollup, Totals, rollup, totals
from pmoascode.office import Office, Work
from pmoascode.records.objective import Objective
from pmoascode.records.portfolio import Portfolio
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.views.matrix import HealthRow, row
from pmoascode.views.money import dated_periods
from pmoascode.views.programme import Children, children

_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Year:
    """The money of one fiscal year: what may be spent, and what the plans would spend."""

    year: int  # in which the fiscal year begins
    envelope: Decimal | None
    committed: Decimal  # of each period what was spent, else forecast, else budgeted

    @property
    def left(self) -> Decimal | None:
        """What the plans leave over; below 0 is too much."""
        return None if self.envelope is None else self.envelope - self.committed


@dataclass(frozen=True, slots=True)
class Served:
    """An objective and the running or proposed projects that serve it."""

    objective: Objective
    projects: tuple[Project, ...]
    forecast: Decimal  # of the projects, each in full


@dataclass(frozen=True, slots=True)
class Board:
    """Everything that the page of one portfolio shows."""

    portfolio: Portfolio
    works: tuple[Work, ...]  # all of its programmes and projects that are not over
    programmes: tuple[tuple[Programme, Children], ...]  # with what is under each
    rows: tuple[HealthRow, ...]  # running projects, by name
    waiting: tuple[HealthRow, ...]  # proposed ones
    ended: int
    rollup: Rollup
    totals: Totals  # of the running projects
    years: tuple[Year, ...]
    unspread: tuple[HealthRow, ...]  # running projects whose money is not planned by period
    served: tuple[Served, ...]
    aimless: tuple[HealthRow, ...]  # running projects that serve none of its objectives


def board(
    office: Office, portfolio: Portfolio, healths: Mapping[str, Health], today: dt.date
) -> Board:
    """The portfolio on the day."""
    projects = [p for p in office.projects if office.portfolio_of(p) == portfolio]
    rows = tuple(
        row(office, healths[p.name_in_full], today)
        for p in sorted(projects, key=lambda p: (p.name, p.id))
    )
    running = tuple(each for each in rows if each.work.is_running)
    under = [p for p in office.programmes if office.portfolio_of(p) == portfolio]
    open_ = [p for p in projects if not p.is_ended]
    aims = set(portfolio.objectives)
    return Board(
        portfolio,
        (*(p for p in under if not p.is_ended), *open_),
        tuple((p, children(office, p, healths, today)) for p in under if not p.is_ended),
        running,
        tuple(r for r in rows if not r.work.is_running and not r.work.is_ended),
        sum(p.is_ended for p in projects),
        rollup([each.health for each in running]),
        totals(each.money for each in running),
        _years(office, portfolio, (*projects, *under)),
        tuple(r for r in running if r.money and not dated_periods(office, (r.work,))),
        tuple(_served(o, open_, rows) for o in office.all(Objective) if o.id in aims),
        tuple(r for r in running if not aims & {*r.work.objectives}),
    )


def _served(objective: Objective, projects: Iterable[Project], rows: Iterable[HealthRow]) -> Served:
    money = {each.work.id: each.money for each in rows}
    found = tuple(p for p in projects if objective.id in p.objectives)
    forecasts = (its.forecast or its.baseline for p in found if (its := money[p.id]))
    return Served(objective, found, sum((f for f in forecasts if f is not None), _NOTHING))


def _years(
    office: Office, portfolio: Portfolio, works: Iterable[Project | Programme]
) -> tuple[Year, ...]:
    """The years that have an envelope or planned money, in order."""
    stated = {each.year: each.amount for each in portfolio.envelope}
    planned: dict[int, Decimal] = {}
    start = office.organisation.fiscal_year_start if office.organisation else "01-01"
    for end, part in dated_periods(office, works):
        said = part.forecast if part.actual is None else part.actual
        said = part.budget if said is None else said
        year = _fiscal_year(end, start)
        planned[year] = planned.get(year, _NOTHING) + (said or _NOTHING)
    return tuple(
        Year(year, stated.get(year), planned.get(year, _NOTHING))
        for year in sorted({*stated, *planned})
    )


def _fiscal_year(day: dt.date, start: str) -> int:
    """The year in which the fiscal year of the day begins; `start` as in "04-01"."""
    return day.year if f"{day:%m-%d}" >= start else day.year - 1
