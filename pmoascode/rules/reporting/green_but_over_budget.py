"""green-but-over-budget."""

from pmoascode.finding import Severity
from pmoascode.measures import stated, tolerance
from pmoascode.measures.wording import called, over, rates
from pmoascode.office import Office
from pmoascode.records.report import Report
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="standard",
    source="measured on UK major projects; US FITARA: 10 %",
    bad=(
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating:
          overall: green
          cost: green  # <--
        figures: {cost_baseline: 1250000, cost_forecast: 1312501}
        """,
    ),
    good=(
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green, cost: green}
        figures: {cost_baseline: 1250000, cost_forecast: 1312500}
        """,
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green, cost: green}
        figures: {cost_baseline: 1250000, cost_forecast: 900000}
        """,
    ),
)
def green_but_over_budget(report: Report, office: Office) -> Problems:
    """Cost is reported green though the forecast is beyond tolerance.

    Green says that the money will do. Beyond tolerance somebody above must find more, and learns
    of it too late. Judged is the forecast at completion against the baseline, by the figures in
    the report where it has them, else by the records; exactly at the tolerance is green. Where
    cost is not rated, the overall rating stands for it. Only the newest report of running work is
    judged.

    To put it right, rate the cost amber or red and say what is done about it. In a report that is
    published already, add a correction of the rating. If the cost rose after the
    report, say in its `figures` which sums it spoke of, or raise an exception report: then it is
    not held against the report.
    """
    work = stated.reported_work(office, report)
    rated = stated.rating_of(report, "cost")
    if work is None or rated is None or rated[1] != "green":
        return
    if stated.is_overtaken(report, work, office, "cost"):
        return
    limit = office.tolerance(work).cost or tolerance.NO_SHARE
    money = stated.cost(office, report, work)
    if money is None or money.forecast is None or money.baseline is None:
        return
    variance = money.variance_percent
    if variance is not None and tolerance.of_cost(variance, limit) != "within":
        yield (
            report.at("rating", rated[0]),
            (
                f"status report {report.id} of {called(work.name, work.id)} {rates(*rated)}, but"
                " the cost at completion is expected to be"
                f" {over(money.forecast, money.baseline, office.currency)};"
                f" the tolerance is {limit}"
            ),
            (money.at,),
        )
