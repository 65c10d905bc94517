"""report-forecast-already-past."""

import datetime as dt
from collections.abc import Iterator

from pmoascode.finding import Severity
from pmoascode.measures.stated import reported_work
from pmoascode.measures.wording import called, days
from pmoascode.office import Office, Work
from pmoascode.records.parts import Forecast
from pmoascode.records.project import Milestone
from pmoascode.records.record import Keys
from pmoascode.records.report import Figures, Report
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="full",
    source="measured on UK major projects: 6 % of end dates already past",
    bad=(
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green}
        figures:
          milestones:
            go-live: 2026-11-08  # <--
          finish: 2026-11-06  # <--
        """,
        """
        # projects/apollo/reports/2026-10.yaml (removed)

        # projects/apollo/reports/2026-w41.yaml
        date: 2026-10-13
        by: tom-berg
        rating: {overall: green}
        figures:
          milestones: {pilot-end: 2026-10-12}  # <--
        """,
    ),
    good=(
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green}
        figures:
          milestones: {design-done: 2026-06-02, pilot-end: 2026-10-14, go-live: 2026-11-09}
          finish: 2026-11-09
        """,
        """
        # projects/apollo/reports/2026-10.yaml
        date: 2026-10-14
        by: tom-berg
        rating: {overall: green}
        figures:
          milestones: {pilot-end: 2026-10-12}
        """,
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green}
        """,
        """
        # projects/iris/project.yaml
        name: Iris
        status: active
        milestones:
          contract: {title: Contract signed, forecast: 2026-10-05, status: reached}
          design: {title: Design agreed, forecast: 2026-10-05, status: dropped}
          built: {title: Built, baseline: 2027-01-29}
          open: {title: Open, baseline: 2027-01-29, forecast: 2027-02-05}

        # projects/iris/reports/2026-w45.yaml
        date: 2026-11-09
        by: sam-okoro
        rating: {overall: green}
        figures:
          milestones: {contract: 2026-10-02, design: 2026-10-02, gone: 2026-10-02}
          finish: 2026-10-30
          cost_forecast: 90000
          exposure: 10000

        # projects/ghost/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green}
        figures: {finish: 2026-10-30}
        """,
    ),
)
def report_forecast_already_past(report: Report, office: Office) -> Problems:
    """A report gives an open milestone a forecast that had passed by the report's date.

    On the day on which it was written everybody could see that the day had gone by without the
    milestone. A reader who trusts the date plans with one that cannot come true. Judged are the
    milestones and the end in `figures`; what was reached by the day of the report has its actual
    day. The plan's own dates are judged as forecast-already-past. Only the newest report of running
    work is judged.

    To put it right, enter the day that is expected now, in the report and in the plan. In a report
    that is published already, add a correction of the date.
    """
    work = reported_work(office, report)
    if work is None or report.figures is None:
        return
    for keys, name, date, stated in _stated(report.figures, work):
        if stated < report.date and _is_open(date, report.date):
            yield (
                report.at("figures", *keys),
                (
                    f"status report {report.id} of {called(work.name, work.id)} expects {name} on"
                    f" {stated}, {days((report.date - stated).days)} before the report itself, and"
                    " it was still to come"
                ),
                (work.at(*keys),),
            )


def _stated(figures: Figures, work: Work) -> Iterator[tuple[Keys, str, Forecast, dt.date]]:
    """Keys, name, dates of the plan and the day in the report."""
    for id, day in figures.milestones.items():
        milestone = work.milestones.get(id)
        if milestone:
            yield ("milestones", id), f"milestone {called(milestone.title, id)}", milestone, day
    if figures.finish and work.finish:
        yield ("finish",), "the end", work.finish, figures.finish


def _is_open(date: Forecast, day: dt.date) -> bool:
    """Whether it was still to come at the end of the day."""
    if isinstance(date, Milestone) and date.status != "planned" and date.actual is None:
        return False
    return date.actual is None or date.actual > day
