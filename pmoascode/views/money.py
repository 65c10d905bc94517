"""Money: what was approved, spent and is expected, by period, programme, project and type."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from pmoascode.measures import cost
from pmoascode.measures.cost import EarnedValue, Money
from pmoascode.measures.rollup import Totals, totals
from pmoascode.office import Office, Work
from pmoascode.records.change_request import ChangeRequest
from pmoascode.records.finance import Contingency, Finance, FinancePeriod
from pmoascode.records.period import Period
from pmoascode.views.parents import Parent, by_parent

Points = tuple[tuple[dt.date, Decimal], ...]
TYPES = ("capital", "resource", "contingency")
NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Amounts:
    """The money of one stretch of time; None where no record says anything."""

    period: Period
    budget: Decimal | None
    forecast: Decimal | None
    actual: Decimal | None
    earned: Decimal | None
    outlook: Decimal | None  # what was spent and, where nothing is yet, what is expected

    @property
    def variance(self) -> Decimal | None:
        """The outlook less the budget; above 0 is dearer."""
        if self.outlook is None or self.budget is None:
            return None
        return self.outlook - self.budget


@dataclass(frozen=True, slots=True)
class Curves:
    """The money summed up from the start, at the end of each period."""

    budget: Points
    forecast: Points
    actual: Points  # up to the last period that has one
    earned: Points

    @property
    def rows(self) -> tuple[tuple[dt.date, tuple[Decimal | None, ...]], ...]:
        """The day, then budget, forecast, actual and earned value until then."""
        series: tuple[Mapping[dt.date, Decimal], ...] = (
            dict(self.budget),
            dict(self.forecast),
            dict(self.actual),
            dict(self.earned),
        )
        days = sorted({day for each in series for day in each})
        return tuple((day, tuple(each.get(day) for each in series)) for day in days)


@dataclass(frozen=True, slots=True)
class TypeSum:
    """The lines of the budgets that are booked in one way."""

    type: str
    lines: int
    baseline: Decimal
    forecast: Decimal
    actual: Decimal


@dataclass(frozen=True, slots=True)
class Reserves:
    """Money set aside for risks and for changes, and what is left of it."""

    contingency: Contingency | None
    change_budget: Decimal | None
    changes: Decimal  # net cost of approved changes that no other decision pays

    @property
    def drawn(self) -> Decimal | None:
        """What has been drawn of the contingency."""
        return None if self.contingency is None else self.contingency.drawn or NOTHING

    @property
    def contingency_left(self) -> Decimal | None:
        """What may still be drawn; below 0 where more is drawn than was set aside."""
        if self.contingency is None or self.drawn is None:
            return None
        return self.contingency.set_aside - self.drawn

    @property
    def change_left(self) -> Decimal | None:
        """What is left for changes; below 0 where they cost more than was set aside."""
        return None if self.change_budget is None else self.change_budget - self.changes


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """The money of one project or programme."""

    work: Work
    money: Money
    earned: EarnedValue | None
    reserves: Reserves
    told: tuple[Decimal, ...]  # what each report forecast, oldest first


def money_rows(office: Office, works: Iterable[Work], today: dt.date) -> tuple[MoneyRow, ...]:
    """The works that state money, the largest overrun first."""
    found = [
        MoneyRow(
            work,
            money,
            cost.earned_value(office, work, today),
            reserves(office, work),
            _told(office, work, today),
        )
        for work in works
        if (money := cost.money(office, work)) is not None
    ]
    return tuple(sorted(found, key=lambda r: (-(r.money.variance or NOTHING), r.work.name_in_full)))


def _told(office: Office, work: Work, today: dt.date) -> tuple[Decimal, ...]:
    figures = (r.figures for r in office.reports(work) if r.figures and r.date <= today)
    found = (each.cost_forecast for each in figures)
    return tuple(amount for amount in found if amount is not None and amount.is_finite())


def reserves(office: Office, work: Work) -> Reserves:
    """Contingency and change budget of the work."""
    finance = office.one(Finance, work)
    approved = (c for c in office.within(ChangeRequest, work) if c.is_approved and not c.funded_by)
    used = sum((c.impact.cost or NOTHING for c in approved if c.impact), NOTHING)
    return Reserves(
        finance.contingency if finance else None, getattr(work, "change_budget", None), used
    )


def by_programme(office: Office, rows: Sequence[MoneyRow]) -> tuple[tuple[Parent, Totals], ...]:
    """The sums of each programme, or of what else divides the projects."""
    known = {row.work.id: row.money for row in rows}
    projects = [project for project in office.projects if project.id in known]
    return tuple(
        (parent, totals(known[project.id] for project in its))
        for parent, its in by_parent(office, projects)
    )


def by_type(office: Office, works: Iterable[Work]) -> tuple[TypeSum, ...]:
    """The sums of the budgets' lines, by how they are booked; types without lines are left out."""
    finances = [finance for work in works if (finance := office.one(Finance, work))]
    lines = [line for finance in finances for line in finance.lines.values()]
    return tuple(
        TypeSum(
            name,
            len(its),
            _sum(line.baseline for line in its),
            _sum(line.forecast for line in its),
            _sum(line.actual for line in its),
        )
        for name in TYPES
        if (its := [line for line in lines if line.type_ == name])
    )


def by_period(office: Office, works: Iterable[Work]) -> tuple[Amounts, ...]:
    """The money of each calendar quarter, to which a period belongs by its last day."""
    found: dict[Period, list[FinancePeriod]] = {}
    for end, part in dated_periods(office, works):
        found.setdefault(Period.holding(end, "quarter"), []).append(part)
    return tuple(
        Amounts(
            period,
            _given(part.budget for part in parts),
            _given(part.forecast for part in parts),
            _given(part.actual for part in parts),
            _given(part.earned_value for part in parts),
            _given(part.forecast if part.actual is None else part.actual for part in parts),
        )
        for period, parts in sorted(found.items())
    )


def curves(office: Office, works: Iterable[Work], today: dt.date) -> Curves:
    """The S-curves of the works together; a period counts at its end.

    Where a period has no forecast, what was spent in it stands for it.
    """
    parts = dated_periods(office, works)
    past = [(end, part) for end, part in parts if end <= today]
    return Curves(
        _summed(parts, lambda part: part.budget),
        _summed(parts, lambda part: part.actual if part.forecast is None else part.forecast),
        _summed(past, lambda part: part.actual),
        _summed(past, lambda part: part.earned_value),
    )


def dated_periods(office: Office, works: Iterable[Work]) -> list[tuple[dt.date, FinancePeriod]]:
    """Every period of the works with its last day; those whose name is none are left out."""
    finances = [finance for work in works if (finance := office.one(Finance, work))]
    return [
        (end, part)
        for finance in finances
        for name, part in finance.periods.items()
        if (end := _end(name)) is not None
    ]


def _end(name: str) -> dt.date | None:
    try:
        return Period.parse(name).last
    except ValueError:
        return None


def _summed(
    parts: Sequence[tuple[dt.date, FinancePeriod]],
    value: Callable[[FinancePeriod], Decimal | None],
) -> Points:
    """The running sum at each day for which any part says something."""
    by_day: dict[dt.date, Decimal] = {}
    for end, part in parts:
        said = value(part)
        if said is not None:
            by_day[end] = by_day.get(end, NOTHING) + said
    days = sorted(by_day)
    return tuple(zip(days, accumulate(by_day[day] for day in days), strict=True))


def _given(values: Iterable[Decimal | None]) -> Decimal | None:
    said = [value for value in values if value is not None]
    return sum(said, NOTHING) if said else None


def _sum(values: Iterable[Decimal | None]) -> Decimal:
    return sum((value for value in values if value is not None), NOTHING)
