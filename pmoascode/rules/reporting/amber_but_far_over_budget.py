"""amber-but-far-over-budget."""

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
    bad="""
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating:
          overall: amber
          cost: amber  # <--
        change_reason: Two more testers.
        cause: The tests take longer than planned.
        actions: [{do: Agree a fixed price, owner: tom-berg, due: 2026-11-27}]
        figures: {cost_baseline: 1250000, cost_forecast: 1375001}
        """,
    good="""
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: amber, cost: amber}
        change_reason: Two more testers.
        cause: The tests take longer than planned.
        actions: [{do: Agree a fixed price, owner: tom-berg, due: 2026-11-27}]
        figures: {cost_baseline: 1250000, cost_forecast: 1375000}
        """,
)
def amber_but_far_over_budget(report: Report, office: Office) -> Problems:
    """Cost is not reported red though the forecast is beyond twice the tolerance.

    Amber says that the project can still mend it within its own means. Beyond twice the tolerance
    somebody above must decide on the money, and red is how they learn it. Judged are amber and,
    on a scale of five, amber-green and amber-red; a green rating is judged as
    green-but-over-budget.

    To put it right, rate the cost red and name the way back to green. In a report that is published
    already, add a correction of the rating. If the cost rose after a report that
    names no `figures`, raise an exception report: it is then not held against that report.
    """
    work = stated.reported_work(office, report)
    rated = stated.rating_of(report, "cost")
    if work is None or rated is None or rated[1] not in stated.BETWEEN:
        return
    if stated.is_overtaken(report, work, office, "cost"):
        return
    limit = office.tolerance(work).cost or tolerance.NO_SHARE
    money = stated.cost(office, report, work)
    if money is None or money.forecast is None or money.baseline is None:
        return
    variance = money.variance_percent
    if variance is not None and tolerance.of_cost(variance, limit) == "far":
        yield (
            report.at("rating", rated[0]),
            (
                f"status report {report.id} of {called(work.name, work.id)} {rates(*rated)}, but"
                " the cost at completion is expected to be"
                f" {over(money.forecast, money.baseline, office.currency)};"
                f" more than twice the tolerance of {limit} is red"
            ),
            (money.at,),
        )
