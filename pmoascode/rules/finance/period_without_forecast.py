"""period-without-forecast."""

import datetime as dt

from pmoascode.finding import Severity
from pmoascode.measures.cost import money
from pmoascode.measures.wording import called
from pmoascode.office import Office
from pmoascode.records.finance import Finance
from pmoascode.records.period import Period
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="full",
    source="Earned value: estimate to complete",
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
        budget: {baseline: 80000}
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # projects/hermes/finance.yaml
        periods:
          2026-10: {budget: 5000}
          2026-11: {budget: 15000}  # <--
          2026-12: {budget: 0, forecast: 0}
          2027-q1: {budget: 40000}  # <--
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        unit: it
        tier: small
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # projects/hermes/finance.yaml
        periods:
          2027-q1: {budget: 40000}  # <--
        """,
    ),
    good=(
        """
        # projects/hermes/finance.yaml
        periods:
          2027-q1: {budget: 60000}
        """,
        """
        # today: 2026-11-30
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        budget: {baseline: 80000}
        # projects/hermes/finance.yaml
        periods:
          2026-11: {budget: 15000}
          2026-12: {budget: 15000, actual: 1000}
        """,
        """
        # projects/mercury/finance.yaml
        budget: {baseline: 60000}
        periods:
          2027-q1: {budget: 60000}
        """,
        """
        # projects/nobody/finance.yaml
        periods:
          2027-q1: {budget: 60000}
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        # projects/hermes/finance.yaml
        periods:
          2026-w54: {budget: 60000}
          2027-w53: {budget: 60000}
        """,
    ),
)
def period_without_forecast(finance: Finance, office: Office, today: dt.date) -> Problems:
    """A period to come has no forecast, so the cost at completion cannot be told.

    The estimate at completion is what was spent and what each period to come will take. With a gap
    in between nobody can say what the whole will cost. Where the budget states a forecast of its
    own for the whole, the periods may be left open; a period that ends today is over.

    To put it right, forecast each period to come, 0 where nothing is spent; or state the whole in
    the `forecast` of the budget.
    """
    work = office.owner(finance)
    whole = money(office, work) if work else None
    if work is None or work.is_ended or (whole and whole.forecast is not None):
        return
    for id, period in finance.periods.items():
        if period.forecast is None and period.actual is None and _is_to_come(id, today):
            yield (
                finance.at("periods", id),
                (
                    f"{called(work.name, work.id)} has no forecast for {id}, and none for its whole"
                    f" cost"
                ),
            )


def _is_to_come(id: str, today: dt.date) -> bool:
    try:
        return Period.parse(id).last > today
    except ValueError:  # a name such as 2026-w53 where the year has no such week
        return False
