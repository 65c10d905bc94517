"""total-differs-from-parts."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from pmoascode.finding import Severity
from pmoascode.measures.cost import Money, money
from pmoascode.measures.wording import amount, called
from pmoascode.office import Office
from pmoascode.records.finance import Finance, FinancePeriod
from pmoascode.records.project import Budget
from pmoascode.rule import Problems, rule

FIGURES = ("baseline", "forecast", "actual")


@rule(
    Severity.ERROR,
    profile="standard",
    source="Bookkeeping: totals are sums",
    bad=(
        """
        # projects/hermes/finance.yaml
        lines:  # <--
          licences: {title: Licences, baseline: 30000, forecast: 30000}
          people: {title: People, baseline: 49999, forecast: 50000}
        """,
        """
        # projects/hermes/finance.yaml
        periods:  # <--
          2026-12: {budget: 20000}
          2027-q1: {budget: 60001}
        """,
        """
        # projects/hermes/finance.yaml
        budget:
          baseline: 80000
          forecast: 79000  # <--
        """,
    ),
    good=(
        """
        # projects/hermes/finance.yaml
        budget: {baseline: 80000, forecast: 80000}
        lines:
          licences: {title: Licences, baseline: 30000.50, forecast: 30000}
          people: {title: People, baseline: 49999.50, forecast: 50000}
        periods:
          2026-12: {budget: 20000}
          2027-q1: {budget: 60000}
        """,
        """
        # projects/hermes/finance.yaml
        lines:
          licences: {title: Licences, baseline: 30000}
          people: {title: People}
        periods:
          2026-12: {budget: 20000}
        """,
    ),
)
def total_differs_from_parts(
    finance: Finance, office: Office, *, rounding: int | Decimal = 0
) -> Problems:
    """A total is not the sum of its lines, periods or parts.

    Of two figures for the same money one is wrong, and each page or board may show another. Lines
    that all state a figure add up to the total. Periods may be written for a part of the time, so
    that their sum may be smaller than the total, never larger. A budget that the project's record
    and `finance.yaml` both state is the same in both. Amounts are added exactly; the limit
    `rounding` is what they may differ by where they were rounded.

    To put it right, correct the figure that is wrong, or leave the total to one of the two files.
    """
    work = office.owner(finance)
    total = money(office, work) if work else None
    if work is None or total is None or work.is_ended:
        return
    name, currency = called(work.name, work.id), office.currency
    for key, sum_ in (*_lines(finance, total), *_periods(finance, total)):
        if abs(sum_.parts - sum_.total) > rounding:
            yield (
                finance.at_key(key),
                (
                    f"the {sum_.figure} of the {key} of {name} adds up to"
                    f" {amount(sum_.parts, currency)}; its total is {amount(sum_.total, currency)}"
                ),
                (total.at,),
            )
    for figure, ours, theirs in _twice(finance.budget, work.budget):
        if abs(ours - theirs) > rounding:
            yield (
                finance.at("budget", figure),
                (
                    f"the {figure} of the budget of {name} is {amount(ours, currency)} in its"
                    f" finances and {amount(theirs, currency)} in its own record"
                ),
                (work.at("budget", figure),),
            )


class Sum(NamedTuple):
    """What the parts add up to, and what the total says."""

    figure: str
    parts: Decimal
    total: Decimal


def _lines(finance: Finance, total: Money) -> Iterator[tuple[str, Sum]]:
    for figure in FIGURES:
        whole = getattr(total, figure)
        stated = [getattr(line, figure) for line in finance.lines.values()]
        if whole is not None and stated and None not in stated:
            yield "lines", Sum(figure, sum(stated, Decimal(0)), whole)


def _periods(finance: Finance, total: Money) -> Iterator[tuple[str, Sum]]:
    """The sums of the periods that are above their total."""
    columns = {"budget": total.baseline, "forecast": total.forecast, "actual": total.actual}
    for figure, whole in columns.items():
        parts = sum((_of(period, figure) for period in finance.periods.values()), Decimal(0))
        if whole is not None and parts > whole:
            yield "periods", Sum(figure, parts, whole)


def _of(period: FinancePeriod, figure: str) -> Decimal:
    """The figure of the period; what was spent counts as its forecast."""
    value: Decimal | None = getattr(period, figure)
    if figure == "forecast" and period.actual is not None:
        value = period.actual
    return value or Decimal(0)


def _twice(ours: Budget | None, theirs: Budget | None) -> Iterator[tuple[str, Decimal, Decimal]]:
    """The figures that both budgets state."""
    for figure in FIGURES:
        pair = (getattr(ours, figure, None), getattr(theirs, figure, None))
        if pair[0] is not None and pair[1] is not None:
            yield figure, pair[0], pair[1]
