"""overall-not-rated."""

from pmoascode.finding import Severity
from pmoascode.measures.stated import reported_work
from pmoascode.measures.wording import called
from pmoascode.office import Office
from pmoascode.records.report import Report
from pmoascode.rule import Problems, rule

_WITHHELD = ("rating", "rating.overall")


@rule(
    Severity.ERROR,
    profile="starter",
    source="measured on UK major projects: one rating in 27 withheld, each under a named exemption",
    bad="""
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {schedule: green, cost: green}  # <--
        """,
    good=(
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green, schedule: green, cost: green}
        """,
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {schedule: green}
        withheld:
          - field: rating.overall
            reason: A tender is under way.
            approved_by: maria-silva
            review: 2027-01-15
        """,
    ),
)
def overall_not_rated(report: Report, office: Office) -> Problems:
    """A status report has no overall rating and does not withhold it.

    The overall rating is what lists and boards show. Without it the project looks like one that
    does not report. Only the newest report of running work is judged.

    To put it right, rate `overall` too, or name `rating.overall` under `withheld` with the reason
    and who allowed it.
    """
    work = reported_work(office, report)
    if work is None or _is_written(report, office):
        return
    if not any(each.field in _WITHHELD for each in report.withheld):
        yield (
            report.at("rating"),
            (
                f"status report {report.id} of {called(work.name, work.id)} has no overall rating,"
                " and nothing says that it is withheld"
            ),
        )


def _is_written(report: Report, office: Office) -> bool:
    """Whether there is an overall rating; of one that cannot be read another finding says so."""
    return "overall" in office.data(report)["rating"]
