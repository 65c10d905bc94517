"""report-dated-ahead."""

import datetime as dt

from pmoascode.finding import Severity
from pmoascode.measures.stated import reported_work
from pmoascode.measures.wording import called
from pmoascode.office import Office
from pmoascode.records.report import Report
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="standard",
    source="PRINCE2: a highlight report tells of the period that has ended",
    bad="""
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-11  # <--
        by: tom-berg
        rating: {overall: green, schedule: green}
        """,
    good="""
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-10
        by: tom-berg
        rating: {overall: green, schedule: green}
        """,
)
def report_dated_ahead(report: Report, office: Office, today: dt.date) -> Problems:
    """A status report bears a date that has not come yet.

    A report tells how things stand. One that is written ahead tells how somebody hopes that they
    will stand, and keeps the next months looking reported on. Judged is the newest report of
    running work.

    To put it right, give the report the day on which it is written, or hand it in when the day has
    come.
    """
    work = reported_work(office, report)
    if work is not None and report.date > today:
        yield (
            report.at("date"),
            (
                f"status report {report.id} of {called(work.name, work.id)} is dated {report.date},"
                f" which has not come yet on {today}"
            ),
        )
