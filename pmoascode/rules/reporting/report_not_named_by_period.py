"""report-not-named-by-period."""

from pmoascode.finding import Severity
from pmoascode.measures.wording import called
from pmoascode.office import Office
from pmoascode.records.report import Report
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="starter",
    source="PRINCE2: reports at agreed intervals",
    bad="""
        # projects/apollo/reports/steering-board.yaml
        date: 2026-11-09  # <--
        by: tom-berg
        rating: {overall: green, schedule: green}
        """,
    good=(
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green, schedule: green}
        """,
        """
        # projects/hermes/reports/2026-q3.yaml
        date: 2026-10-05
        by: sam-okoro
        rating: {overall: green}
        """,
    ),
)
def report_not_named_by_period(report: Report, office: Office) -> Problems:
    """The file of a status report is not named by the period that it covers.

    The name says which days the report speaks of. From it follow the order of the reports, the
    day on which the next one is due, and whether one is missing.

    To put it right, rename the file: a month as `2026-10.yaml`, a week (ISO 8601) as
    `2026-w45.yaml`, a quarter as `2026-q3.yaml`, a year as `2026.yaml`.
    """
    work = office.owner(report)
    if work and report.period is None:
        yield (
            report.at(),
            (
                f"status report {report.id} of {called(work.name, work.id)} is named by no period;"
                " a name such as 2026-10, 2026-w45, 2026-q3 or 2026 was expected"
            ),
        )
