"""green-but-issue-critical."""

from pmoascode.finding import Severity
from pmoascode.measures import stated
from pmoascode.measures.unsettled import was_open
from pmoascode.measures.wording import called, listed
from pmoascode.office import Office
from pmoascode.records.exception import ExceptionReport
from pmoascode.records.issue import Issue
from pmoascode.records.report import Report
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="full",
    source="PRINCE2: a rating follows the registers",
    bad=(
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating:
          overall: green  # <--

        # projects/apollo/issues.yaml
        data-gone:
          title: The test data is gone
          severity: critical
          priority: urgent
          owner: tom-berg
          raised: 2026-11-09
          due: 2026-11-20
          exception: tests-short

        # projects/apollo/exceptions.yaml
        tests-short:
          title: Half of the tests can be run
          dimension: quality
          raised: 2026-10-05
          raised_by: tom-berg
          cause: The test data is old.
          consequences: Defects are found after go-live.
          options: {new: {title: New data}, old: {title: The old data}}
          recommendation: New data.
          decision: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-10-19}
          chosen: new
          closed: 2026-10-20
        """,
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-08
        by: tom-berg
        rating:
          overall: green  # <--

        # projects/apollo/issues.yaml
        data-gone:
          title: The test data is gone
          severity: critical
          priority: urgent
          owner: tom-berg
          raised: 2026-11-03
          due: 2026-11-20
          status: closed
          resolution: A copy was found.
          closed: 2026-11-09
          verified_by: lena-novak
        """,
    ),
    good=(
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-08
        by: tom-berg
        rating: {overall: green}

        # projects/apollo/issues.yaml
        data-gone: {title: The test data is gone, severity: critical, raised: 2026-11-09}
        data-late: {title: The test data is late, severity: high, raised: 2026-11-02}
        no-day: {title: Closed some day, severity: critical, status: closed}
        no-room:
          title: No room for the test
          severity: critical
          raised: 2026-11-02
          status: closed
          closed: 2026-11-08
        """,
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: amber}

        # projects/apollo/issues.yaml
        data-gone: {title: The test data is gone, severity: critical, raised: 2026-11-03}
        """,
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green}

        # projects/apollo/issues.yaml
        data-gone:
          title: The test data is gone
          severity: critical
          raised: 2026-11-03
          exception: later-pilot

        # projects/apollo/exceptions.yaml
        later-pilot: {title: Tests a month late, dimension: quality, raised: 2026-11-06}
        """,
    ),
)
def green_but_issue_critical(report: Report, office: Office) -> Problems:
    """The overall rating is green though a critical issue is open.

    Critical means that somebody above has to decide, and green tells them that they need not look.
    Judged is what was open on the day of the report. An issue that has led to an exception report
    is judged with it, as green-but-exception-open. Only the newest report of running work is
    judged.

    To put it right, rate the whole amber or red and say what is done about the issue. In a report
    that is published already, add a correction of the rating. An issue that is less
    than critical gets another severity.
    """
    work = stated.reported_work(office, report)
    if work is None or stated.ratings(report).get("overall") != "green":
        return
    raised = {e.id for e in office.within(ExceptionReport, work) if was_open(e, report.date)}
    found = [
        issue
        for issue in office.within(Issue, work)
        if issue.severity == "critical" and was_open(issue, report.date)
        if issue.exception not in raised
    ]
    if found:
        names = listed([called(issue.title, issue.id) for issue in found])
        yield (
            report.at("rating", "overall"),
            (
                f"status report {report.id} of {called(work.name, work.id)} is green overall, but"
                f" on {report.date} {'an issue was' if len(found) == 1 else 'issues were'} open"
                f" that {'is' if len(found) == 1 else 'are'} critical: {names}"
            ),
            tuple(issue.at("severity") for issue in found),
        )
