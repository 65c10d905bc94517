"""The money of a project or programme: variance at completion, and earned value.

All amounts are in the organisation's currency. The budget of finance.yaml wins over the budget
that the project states itself.
"""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from pmoascode.office import Office
from pmoascode.office.office import Work
from pmoascode.records.finance import Finance, FinancePeriod
from pmoascode.records.period import Period
from pmoascode.records.project import Budget
from pmoascode.records.record import At

KEPT_IN = ("finance.budget", "project.budget")  # the fields where the money is stated


@dataclass(frozen=True, slots=True)
class Money:
    """The figures of the whole work; None where a figure is not stated."""

    baseline: Decimal | None
    forecast: Decimal | None
    actual: Decimal | None
    at: At  # the budget's place in the records

    @property
    def variance(self) -> Decimal | None:
        """Variance at completion: forecast less baseline; above 0 is dearer.

        The opposite sign of VAC = BAC - EAC (PMI, Practice Standard for Earned Value Management),
        so that late and dear are both above 0.
        """
        if self.forecast is None or self.baseline is None:
            return None
        return self.forecast - self.baseline

    @property
    def variance_percent(self) -> Decimal | None:
        """The variance in percent of the baseline; None where the baseline is 0."""
        if self.variance is None or not self.baseline:
            return None
        return self.variance / self.baseline * 100

    @property
    def spent_percent(self) -> Decimal | None:
        """What is spent, in percent of the baseline."""
        if self.actual is None or not self.baseline:
            return None
        return self.actual / self.baseline * 100


@dataclass(frozen=True, slots=True)
class EarnedValue:
    """Planned value, earned value and actual cost up to a day, in money."""

    bac: Decimal  # budget at completion
    pv: Decimal | None  # budget of the work planned by then
    ev: Decimal | None  # budget of the work done by then, at most the BAC
    ac: Decimal | None  # what it has cost

    @property
    def cpi(self) -> Decimal | None:
        """Cost performance index, EV / AC; None where nothing is spent."""
        return _ratio(self.ev, self.ac)

    @property
    def spi(self) -> Decimal | None:
        """Schedule performance index, EV / PV; None where nothing was planned, or all is done.

        At completion EV is BAC and the index tends to 1 however late the work was: use dates.
        """
        return None if self.ev == self.bac else _ratio(self.ev, self.pv)

    @property
    def eac(self) -> Decimal | None:
        """Estimate at completion, BAC / CPI: the future costs as much as the past did."""
        return self.bac / self.cpi if self.cpi else None


def money(office: Office, work: Work) -> Money | None:
    """The money of the work, from finance.yaml if its budget is there, else from its own record."""
    finance = office.one(Finance, work)
    if finance and finance.budget:
        return _money(finance.budget, finance.at("budget"))
    return _money(work.budget, work.at("budget")) if work.budget else None


def earned_value(office: Office, work: Work, today: dt.date) -> EarnedValue | None:
    """Earned value up to the day; None without finance.yaml or a baseline.

    PV and EV are the sums of the periods that had ended; without them EV is the percentage
    complete of the baseline. AC is the money spent so far, else the sum of the periods.
    """
    finance, cost = office.one(Finance, work), money(office, work)
    if finance is None or cost is None or not cost.baseline:
        return None
    past = tuple(part for name, part in finance.periods.items() if _has_ended(name, today))
    earned = _sum(past, "earned_value")
    if earned is None and finance.percent_complete is not None:
        earned = finance.percent_complete.of(cost.baseline)
    spent = cost.actual if cost.actual is not None else _sum(past, "actual")
    planned = _sum(past, "planned_value")
    ev = None if earned is None else min(earned, cost.baseline)
    return EarnedValue(cost.baseline, planned, ev, spent)


def _money(budget: Budget, at: At) -> Money:
    return Money(budget.baseline, budget.forecast, budget.actual, at)


def _has_ended(period: str, today: dt.date) -> bool:
    try:
        return Period.parse(period).last <= today
    except ValueError:
        return False


def _sum(periods: tuple[FinancePeriod, ...], name: str) -> Decimal | None:
    given = [value for part in periods if (value := getattr(part, name)) is not None]
    return sum(given, Decimal(0)) if given else None


def _ratio(part: Decimal | None, whole: Decimal | None) -> Decimal | None:
    return part / whole if part is not None and whole and whole > 0 else None
