"""forecast-below-actual."""

from pmoascode.finding import Severity
from pmoascode.measures.cost import money
from pmoascode.measures.wording import amount, called
from pmoascode.office import Office
from pmoascode.records.finance import Finance
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.records.record import At
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="full",
    source="Earned value: EAC = AC + ETC",
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
        budget:
          baseline: 80000
          forecast: 79999.99  # <--
          actual: 80000
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        """,
        """
        # projects/apollo/finance.yaml
        lines:
          licences: {title: Licences, forecast: 119999, actual: 120000}  # <--
          people: {title: People, actual: 290000}
        """,
    ),
    good=(
        """
        # projects/apollo/finance.yaml
        lines:
          licences: {title: Licences, forecast: 120000, actual: 120000}
          people: {title: People, actual: 290000}
          tests: {title: Tests, forecast: 20000}
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        budget: {forecast: 80000, actual: 80000}
        """,
        """
        # projects/mercury/finance.yaml
        budget: {forecast: 57000, actual: 58000}
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        budget: {baseline: 80000, actual: 100}
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        """,
    ),
)
def forecast_below_actual(work: Project | Programme, office: Office) -> Problems:
    """The forecast at completion is lower than what has been spent.

    What is spent cannot come back by the end: the estimate at completion is the actual cost and
    what is still to do. A forecast below it is out of date, and whoever decides by it decides
    wrongly. Judged are the whole and each line of the finances; a forecast that is just what was
    spent says that nothing more is to come.

    To put it right, forecast the cost at completion anew, or correct what has been spent.
    """
    if work.is_ended:
        return
    name, whole = called(work.name, work.id), money(office, work)
    if whole and whole.forecast is not None and (whole.actual or 0) > whole.forecast:
        yield (
            At(whole.at.path, (*whole.at.keys, "forecast")),
            (
                f"{name} is forecast to cost {amount(whole.forecast, office.currency)}, and more"
                " is spent already"
            ),
            (At(whole.at.path, (*whole.at.keys, "actual")),),
        )
    for finance in office.within(Finance, work):
        for id, line in finance.lines.items():
            if line.forecast is not None and (line.actual or 0) > line.forecast:
                yield (
                    finance.at("lines", id, "forecast"),
                    (
                        f"the line {called(line.title, id)} of {name} is forecast to cost"
                        f" {amount(line.forecast, office.currency)}, and more is spent already"
                    ),
                    (finance.at("lines", id, "actual"),),
                )
