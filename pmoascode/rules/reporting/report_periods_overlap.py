"""report-periods-overlap."""

from pmoascode.finding import Severity
from pmoascode.measures.stated import reported_work
from pmoascode.measures.wording import called, days
from pmoascode.office import Office
from pmoascode.records.amounts import Duration
from pmoascode.records.report import Report
from pmoascode.rule import Problems, rule

_SHARED = Duration(6, "day")


@rule(
    Severity.ERROR,
    profile="standard",
    source="PRINCE2: reports at agreed intervals",
    bad="""
        # projects/apollo/reports/2026-w43.yaml
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
        # projects/apollo/reports/2026-w44.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green, schedule: green}
        """,
    ),
)
def report_periods_overlap(
    report: Report, office: Office, *, shared: Duration = _SHARED
) -> Problems:
    """Two status reports cover the same days.

    Of two reports on the same days nobody knows which holds. A week lies partly in two months, so
    where a project goes from monthly to weekly reports or back, two periods may share as many days
    as the limit `shared`. Judged is the newest report of running work against those before it.

    To put it right, write one report for the period; put a published one right by `corrections`.
    """
    work = reported_work(office, report)
    period = report.period
    if work is None or period is None:
        return
    for other in office.reports(work):
        its = other.period
        if other.id == report.id or its is None:
            continue
        common = (min(period.last, its.last) - max(period.first, its.first)).days + 1
        if common > shared.days:
            yield (
                report.at(),
                (
                    f"status reports {other.id} and {report.id} of {called(work.name, work.id)}"
                    f" both cover {days(common)}, {max(period.first, its.first)} to"
                    f" {min(period.last, its.last)}; one report a period was expected"
                ),
                (other.at(),),
            )
