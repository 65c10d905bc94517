"""issue-not-escalated."""

import datetime as dt

from pmoascode.finding import Severity
from pmoascode.measures.wording import called, days
from pmoascode.office import Office
from pmoascode.records.amounts import Duration
from pmoascode.records.issue import Issue
from pmoascode.rule import Problems, rule

_CRITICAL = Duration(7, "day")
_HIGH = Duration(30, "day")
_MEDIUM = Duration(90, "day")


@rule(
    Severity.WARNING,
    profile="full",
    source="PRINCE2: issues and change control",
    bad=(
        """
        # projects/hermes/issues.yaml
        no-test:
          title: Nothing can be tested
          severity: critical
          priority: urgent
          owner: sam-okoro
          raised: 2026-11-02  # <--
          due: 2026-11-20
        no-data:
          title: Test data has no addresses
          severity: high
          priority: high
          owner: sam-okoro
          raised: 2026-10-10  # <--
          due: 2026-11-20
        no-tool:
          title: The test tool has no licence
          severity: medium
          priority: high
          owner: sam-okoro
          raised: 2026-08-11  # <--
          due: 2026-11-20
        """,
    ),
    good=(
        """
        # projects/apollo/issues.yaml
        critical: {title: Nothing can be tested, severity: critical, raised: 2026-11-03}
        high: {title: No data, severity: high, raised: 2026-10-11}
        medium: {title: No tool, severity: medium, raised: 2026-08-12}
        low: {title: The room is loud, severity: low, raised: 2026-02-02}
        told: {title: No room, severity: high, raised: 2026-09-14, escalated_to: front-door}
        raised: {title: No drop, severity: high, raised: 2026-09-14, exception: drop-late}
        undated: {title: No tester, severity: high}
        unsaid: {title: No desk, raised: 2026-02-02}
        gone: {title: No light, severity: high, raised: 2026-09-14, status: closed}
        """,
        """
        # projects/ghost/issues.yaml
        no-room: {title: Nobody knows whose, severity: high, raised: 2025-09-14}

        # projects/mercury/issues.yaml
        high: {title: No data, severity: high, raised: 2025-09-14}
        """,
    ),
)
def issue_not_escalated(
    issue: Issue,
    office: Office,
    today: dt.date,
    *,
    critical: Duration = _CRITICAL,
    high: Duration = _HIGH,
    medium: Duration = _MEDIUM,
) -> Problems:
    """An issue has been open for longer than its severity allows and was not escalated.

    What the project could not resolve in that time it will hardly resolve alone. How long it may
    try, after the day on which the issue was raised, the limits `critical`, `high` and `medium`
    say; a low issue may wait. An issue that has led to an exception report is escalated by it.

    To put it right, take the issue to the level above and name it in `escalated_to`; or close it,
    or lower its severity, if that is how it stands.
    """
    work = office.owner(issue)
    if work is None or work.is_ended or not issue.is_open or issue.raised is None:
        return
    limit = {"critical": critical, "high": high, "medium": medium}.get(issue.severity or "")
    if limit is None or issue.escalated_to or issue.exception:
        return
    if limit.after(issue.raised) < today:
        yield (
            issue.at("raised"),
            (
                f"issue {called(issue.title, issue.id)} of {called(work.name, work.id)} is"
                f" {issue.severity} and has been open for {days((today - issue.raised).days)};"
                f" after {limit} it is for the level above"
            ),
        )
