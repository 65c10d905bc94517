"""reporting-period-missed."""

from pmoascode.finding import Severity
from pmoascode.measures.stated import reported_work
from pmoascode.measures.wording import called
from pmoascode.office import Office
from pmoascode.records.amounts import Duration
from pmoascode.records.days import day_after, day_before
from pmoascode.records.report import Report
from pmoascode.rule import Problems, rule

_GAP = Duration(6, "day")


@rule(
    Severity.WARNING,
    profile="standard",
    source="PRINCE2: reports at agreed intervals",
    bad="""
        # projects/apollo/reports/2026-12.yaml
        date: 2026-11-09  # <--
        by: tom-berg
        rating: {overall: green, schedule: green}
        """,
    good=(
        """
        # projects/apollo/reports/2026-11.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green, schedule: green}
        """,
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green, schedule: green}
        """,
    ),
)
def reporting_period_missed(report: Report, office: Office, *, gap: Duration = _GAP) -> Problems:
    """A period between two status reports has none.

    Where a report is left out, trends have a hole, and it is often the month in which something
    went wrong. Judged is the newest report of running work and the one before it: they may lie one
    reporting interval apart, and where a project goes from monthly to weekly reports, as many days
    as the limit `gap` may stay out.

    To put it right, write the missing report while people still know what happened. Where the
    project rested in that time, say so in the new report and ask for a waiver.
    """
    work, period = reported_work(office, report), report.period
    if work is None or period is None:
        return
    periods = (other.period for other in office.reports(work))
    last = max((p for p in periods if p and p < period), key=lambda p: p.last, default=None)
    if last is None:
        return
    due = office.rigour(work).report_every.after(last.first)
    missed = (period.first - last.last).days - 1
    if period.first > due and missed > gap.days:
        yield (
            report.at(),
            (
                f"{called(work.name, work.id)} reported on {last.id} and then on {period.id}; no"
                f" report covers {day_after(last.last)} to {day_before(period.first)}"
            ),
        )
