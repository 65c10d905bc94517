"""critical-issue-without-owner."""

import datetime as dt

from pmoascode.finding import Severity
from pmoascode.measures.wording import called
from pmoascode.office import Office
from pmoascode.records.days import later
from pmoascode.records.issue import Issue
from pmoascode.rule import Problems, rule

_FRIDAY = 4  # as datetime.date.weekday counts


@rule(
    Severity.ERROR,
    profile="full",
    source="PRINCE2: issues and change control",
    bad=(
        """
        # projects/hermes/issues.yaml
        no-test:
          title: Nothing can be tested
          severity: critical  # <--
          priority: urgent
          raised: 2026-11-02
          due: 2026-11-20
          escalated_to: front-door
        """,
        """
        # policy/policy.yaml
        profile: full
        approvals: {limits: {sponsor: 2000000}}
        rules: {critical-issue-without-owner: {limits: {days: 7}}}

        # projects/hermes/issues.yaml
        no-test:
          title: Nothing can be tested
          severity: critical  # <--
          priority: urgent
          raised: 2026-10-29
          due: 2026-11-20
          escalated_to: front-door
        """,
    ),
    good=(
        """
        # projects/apollo/issues.yaml
        no-test: {title: Nothing can be tested, severity: critical, raised: 2026-11-03}
        owned: {title: No data, severity: critical, raised: 2026-10-05, owner: tom-berg}
        high: {title: No room, severity: high, raised: 2026-10-05}
        undated: {title: No tool, severity: critical}
        gone: {title: No tester, severity: critical, raised: 2026-10-05, status: closed}
        """,
        """
        # today: 2026-11-08
        # projects/apollo/issues.yaml
        no-test: {title: Nothing can be tested, severity: critical, raised: 2026-10-30}
        """,
        """
        # projects/ghost/issues.yaml
        no-room: {title: Nobody knows whose, severity: critical, raised: 2026-10-05}

        # projects/mercury/issues.yaml
        no-test: {title: Nothing can be tested, severity: critical, raised: 2026-10-05}
        """,
    ),
)
def critical_issue_without_owner(
    issue: Issue, office: Office, today: dt.date, *, days: int = 5
) -> Problems:
    """A critical issue has had no owner for more than five working days.

    What is critical for all and nobody's own is not worked on. A week is enough to find somebody.
    The days from Monday to Friday count, after the one on which it was raised, up to the limit
    `days`; holidays are not known here.

    To put it right, name the one person in `owner` who sees it resolved.
    """
    work = office.owner(issue)
    if work is None or work.is_ended or not issue.is_open or issue.owner:
        return
    if issue.severity != "critical" or issue.raised is None:
        return
    waited = _working_days(issue.raised, today)
    if waited > days:
        yield (
            issue.at("severity"),
            (
                f"issue {called(issue.title, issue.id)} of {called(work.name, work.id)} is critical"
                f" and has had no owner for {waited} working days, since {issue.raised};"
                f" {days} are the most"
            ),
        )


def _working_days(after: dt.date, until: dt.date) -> int:
    """The days from Monday to Friday after the first day, the last one included."""
    weeks, rest = divmod((until - after).days, 7)
    odd = (later(after, number) for number in range(1, rest + 1))
    return weeks * 5 + sum(day.weekday() <= _FRIDAY for day in odd)
