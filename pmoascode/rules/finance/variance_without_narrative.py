"""variance-without-narrative."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal

from pmoascode.finding import Severity
from pmoascode.measures.cost import money
from pmoascode.measures.wording import amount, called
from pmoascode.office import Office
from pmoascode.records.amounts import Percent
from pmoascode.records.finance import Finance, FinancePeriod
from pmoascode.records.period import Period
from pmoascode.records.programme import Programme
from pmoascode.records.project import Budget, Project
from pmoascode.rule import Problems, rule

_FIVE = Percent(Decimal(5))


@rule(
    Severity.WARNING,
    profile="full",
    source="UK GMPP return; measured on UK major projects: half exceed 5 %",
    bad=(
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        unit: it
        tier: small
        objectives: [fewer-errors]
        start: {baseline: 2026-12-01}
        finish: {baseline: 2027-03-31}
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # projects/hermes/finance.yaml
        budget:  # <--
          baseline: 80000
          forecast: 75999
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        unit: it
        tier: small
        objectives: [fewer-errors]
        start: {baseline: 2026-12-01}
        finish: {baseline: 2027-03-31}
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # projects/hermes/finance.yaml
        budget:  # <--
          baseline: 80000
          forecast: 84001
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        unit: it
        tier: small
        objectives: [fewer-errors]
        budget: {baseline: 80000, forecast: 70000}  # <--
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        """,
        """
        # projects/hermes/finance.yaml
        periods:
          2026-11: {budget: 10000, forecast: 10000}
          2026-12: {budget: 10000, forecast: 10000, actual: 8999}  # <--
          2027-q1: {budget: 60000, forecast: 61001}
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        unit: it
        tier: small
        budget: {baseline: 80000, forecast: 70000}  # <--
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # projects/hermes/reports/2026-w44.yaml
        date: 2026-11-02
        by: sam-okoro
        rating: {overall: green}
        comments: {cost: A cheaper server was found.}
        # projects/hermes/reports/2026-w45.yaml
        date: 2026-11-09
        by: sam-okoro
        rating: {overall: green}
        comments: {schedule: The server comes in January.}
        """,
    ),
    good=(
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        budget: {baseline: 80000, forecast: 70000}
        # projects/hermes/finance.yaml
        periods:
          2026-11: {budget: 10000, forecast: 5000}
        # projects/hermes/reports/2026-w45.yaml
        date: 2026-11-09
        by: sam-okoro
        rating: {overall: green}
        comments: {cost: A cheaper server was found; the rest goes back.}
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        # projects/hermes/finance.yaml
        budget: {baseline: 80000, forecast: 84000}
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        # projects/hermes/finance.yaml
        budget: {baseline: 80000, forecast: 70000, reason: A cheaper server; the rest goes back.}
        periods:
          2027-q1: {budget: 60000, forecast: 50000}
        """,
        """
        # projects/hermes/finance.yaml
        periods:
          2026-11: {budget: 10000, forecast: 10000, narrative: The server comes in January.}
          2026-12: {budget: 10000, actual: 8000}
          2027-q1: {budget: 60000, forecast: 63000}
          2028: {forecast: 1000}
          2029: {budget: 1000}
        """,
        """
        # projects/mercury/finance.yaml
        budget: {baseline: 60000, forecast: 50000}
        periods:
          2026-q1: {budget: 10000, forecast: 0}
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        budget: {baseline: 80000, forecast: 70000, reason: A cheaper server; the rest goes back.}
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        # projects/hermes/finance.yaml
        lines:
          licences: {title: Licences}
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        budget: {baseline: 0, forecast: 70000}
        """,
    ),
)
def variance_without_narrative(
    work: Project | Programme, office: Office, *, percent: Percent = _FIVE
) -> Problems:
    """Forecast and budget differ by more than five percent and nothing names cause and action.

    A variance by itself says neither whether it grows nor what is done about it. The British
    government asks for a word on each one above five percent; half of its major projects have such
    a variance in a year, and nearly all of them then say why. Judged are the whole and each
    calendar year of the periods; what was spent counts as the forecast of its period. A comment on
    cost in the newest status report is a word on all of them. The limit is `percent`.

    To put it right, say what caused the difference and what is done: in the next status report as
    the comment on cost (`comments.cost`), in the budget's `reason`, or in the `narrative` of a
    period of that year.
    """
    whole, finances = money(office, work), office.within(Finance, work)
    newest = office.last_report(work)
    if work.is_ended or (newest and "cost" in newest.comments):
        return
    if any(_reason(each.budget) for each in (work, *finances)):
        return
    name = called(work.name, work.id)
    if whole and abs(whole.variance_percent or Decimal(0)) > percent.number:
        yield (
            whole.at._replace(of_key=True),
            (
                f"the forecast of {name} differs from its budget by more than {percent}; no reason"
                " says why"
            ),
        )
    for finance in finances:
        for year, periods in _years(finance).items():
            budget, forecast = _sums(periods)
            told = any(period.narrative for period in periods.values())
            if not told and abs(forecast - budget) > percent.of(budget):
                yield (
                    finance.at("periods", max(periods)),
                    (
                        f"in {year} {name} spends {amount(forecast, office.currency)} instead"
                        f" of {amount(budget, office.currency)}; no narrative says why"
                    ),
                )


def _reason(budget: Budget | None) -> bool:
    return bool(budget and budget.reason)


def _years(finance: Finance) -> Mapping[int, Mapping[str, FinancePeriod]]:
    """The periods with both figures, by the year of their last day."""
    found: dict[int, dict[str, FinancePeriod]] = defaultdict(dict)
    for period in _periods(finance):
        stated = finance.periods[period.id]
        if stated.budget is not None and (stated.forecast, stated.actual) != (None, None):
            found[period.last.year][period.id] = stated
    return found


def _sums(periods: Mapping[str, FinancePeriod]) -> tuple[Decimal, Decimal]:
    budget = sum((period.budget or Decimal(0) for period in periods.values()), Decimal(0))
    spent = (p.forecast if p.actual is None else p.actual for p in periods.values())
    return budget, sum((value or Decimal(0) for value in spent), Decimal(0))


def _periods(finance: Finance) -> Iterator[Period]:
    for id in finance.periods:
        try:
            yield Period.parse(id)
        except ValueError:
            continue  # a name such as 2026-w53 where the year has no such week
