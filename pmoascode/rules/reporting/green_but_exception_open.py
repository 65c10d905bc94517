"""green-but-exception-open."""

from collections.abc import Mapping

from pmoascode.finding import Severity
from pmoascode.measures import stated
from pmoascode.measures.unsettled import was_open
from pmoascode.measures.wording import called, listed
from pmoascode.office import Office, Work
from pmoascode.records.exception import ExceptionReport
from pmoascode.records.report import Report
from pmoascode.rule import Problems, rule

_DIMENSION: Mapping[str, str] = {"time": "schedule", "cost": "cost"}


@rule(
    Severity.ERROR,
    profile="full",
    source="PRINCE2: management by exception",
    bad=(
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating:
          overall: green  # <--

        # projects/apollo/exceptions.yaml
        login-left-out:
          title: The login cannot be part of the portal
          dimension: scope
          raised: 2026-11-09
          raised_by: tom-berg
          cause: The vendor of the login is sold.
          consequences: Customers log in twice.
          options:
            wait: {title: Wait for the new owner, effect: Four months late}
            twice: {title: Log in twice, effect: Some customers stay away}
          recommendation: Log in twice.
        """,
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-08
        by: tom-berg
        rating:
          overall: green  # <--

        # projects/apollo/exceptions.yaml
        vendor-late:
          title: The second drop is late
          dimension: time
          raised: 2026-10-26
          raised_by: tom-berg
          cause: The vendor lost two developers.
          consequences: Go-live would move into summer.
          options:
            wait: {title: Wait, effect: Three months late}
            help: {title: Two developers of our own, effect: In time}
          recommendation: Help.
          decision: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-11-09}
          chosen: help
          closed: 2026-11-09
        """,
    ),
    good=(
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green}

        # projects/apollo/exceptions.yaml
        tests-late: {title: Tests late, dimension: quality, raised: 2026-11-02, closed: 2026-11-09}
        login-left-out: {title: No login in the portal, dimension: scope, raised: 2026-11-10}
        """,
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: amber}

        # projects/apollo/exceptions.yaml
        login-left-out: {title: No login in the portal, dimension: scope, raised: 2026-11-02}
        """,
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green, schedule: green, cost: green}
        figures: {finish: 2027-07-30, cost_forecast: 1400000}

        # projects/apollo/exceptions.yaml
        late: {title: The end is a month late, dimension: time, raised: 2026-11-02}
        dear: {title: The vendor costs more, dimension: cost, raised: 2026-11-02}
        """,
    ),
)
def green_but_exception_open(report: Report, office: Office) -> Problems:
    """The overall rating is green though an exception report is open.

    An exception report says that the project leaves what was agreed and waits for a decision;
    green says that nobody need decide. Judged is what was open on the day of the report. What
    green-but-late or green-but-over-budget says of the report already is not said again. Only the
    newest report of running work is judged.

    To put it right, rate the whole amber or red until the exception is settled. In a report that is
    published already, add a correction of the rating. If the exception is settled,
    enter the day under its `closed`.
    """
    work = stated.reported_work(office, report)
    if work is None or stated.ratings(report).get("overall") != "green":
        return
    found = [
        each
        for each in office.within(ExceptionReport, work)
        if was_open(each, report.date) and not _is_said(each, report, work, office)
    ]
    if found:
        names = listed([called(each.title, each.id) for each in found])
        yield (
            report.at("rating", "overall"),
            (
                f"status report {report.id} of {called(work.name, work.id)} is green overall, but"
                f" on {report.date} {'an exception' if len(found) == 1 else 'exceptions'} waited"
                f" to be settled: {names}"
            ),
            tuple(each.at_key() for each in found),
        )


def _is_said(exception: ExceptionReport, report: Report, work: Work, office: Office) -> bool:
    """Whether another rule finds the same breach in the report: its own dimension is green too."""
    dimension = _DIMENSION.get(exception.dimension)
    if dimension is None:
        return False
    is_green = stated.ratings(report).get(dimension, "green") == "green"  # as overall
    return is_green and stated.is_beyond(report, work, office, dimension)
