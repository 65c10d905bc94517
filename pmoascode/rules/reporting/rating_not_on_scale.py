"""rating-not-on-scale."""

from pmoascode.finding import Severity
from pmoascode.measures.stated import reported_work
from pmoascode.measures.wording import called, listed, rates
from pmoascode.office import Office
from pmoascode.records.report import Report
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="starter",
    source="UK major projects: five ratings until 2021, three since",
    bad="""
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating:
          overall: amber-green  # <--
          schedule: green
        change_reason: A tester is ill.
        cause: One of two testers is ill until December.
        actions: [{do: Borrow a tester, owner: tom-berg, due: 2026-11-20}]
        """,
    good=(
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green, schedule: green}
        """,
        """
        # policy/policy.yaml
        schema: 1
        scale: [green, amber-green, amber, amber-red, red]

        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: amber-green, schedule: green}
        cause: One of two testers is ill until December.
        actions: [{do: Borrow a tester, owner: tom-berg, due: 2026-11-20}]
        """,
    ),
)
def rating_not_on_scale(report: Report, office: Office) -> Problems:
    """A rating is not on the scale that the policy sets.

    Ratings are compared between projects and from month to month. That works only where all mean
    the same by them. Older reports keep the scale of their day: only the newest report of running
    work is judged.

    To put it right, choose a rating of the scale; or add the rating to `scale` in the policy, for
    all projects.
    """
    work = reported_work(office, report)
    scale = office.policy.scale
    if work is None:
        return
    for name, rating in report.rating.items():
        if rating not in scale:
            yield (
                report.at("rating", name),
                (
                    f"status report {report.id} of {called(work.name, work.id)}"
                    f" {rates(name, rating)}; the policy's scale has {listed(scale)}"
                ),
            )
