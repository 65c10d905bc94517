"""issue-incomplete."""

from collections.abc import Iterator

from pmoascode.finding import Severity
from pmoascode.measures.wording import called, listed
from pmoascode.office import Office
from pmoascode.records.issue import Issue
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="full",
    source="PRINCE2: issue register",
    bad=(
        """
        # projects/apollo/issues.yaml
        no-data:  # <--
          title: Test data has no addresses
          priority: medium
          owner: tom-berg
          raised: 2026-11-03
          due: 2026-11-20
        no-tool:  # <--
          title: The test tool has no licence
          severity: medium
          owner: tom-berg
          raised: 2026-11-03
          due: 2026-11-20
        no-room:  # <--
          title: There is no room for the tests
          severity: high
          priority: medium
          raised: 2026-11-03
          due: 2026-11-20
        no-end:  # <--
          title: The tests do not end
          severity: medium
          priority: medium
          owner: tom-berg
          raised: 2026-11-03
        no-start:  # <--
          title: The tests do not begin
          severity: medium
          priority: medium
          owner: tom-berg
          due: 2026-11-20
        """,
    ),
    good=(
        """
        # projects/apollo/issues.yaml
        no-data:
          title: Test data has no addresses
          severity: medium
          priority: medium
          owner: tom-berg
          raised: 2026-11-03
          due: 2026-11-20
        no-test:
          title: Nothing can be tested
          severity: critical
          priority: urgent
          raised: 2026-11-10
          due: 2026-11-20
        gone: {title: No room, status: closed, resolution: We have one., closed: 2026-11-03}
        """,
        """
        # projects/ghost/issues.yaml
        no-room: {title: Nobody knows whose}

        # projects/mercury/issues.yaml
        no-data: {title: Test data has no addresses}
        """,
    ),
)
def issue_incomplete(issue: Issue, office: Office) -> Problems:
    """An issue lacks its severity, priority, owner or date.

    The severity says how high the decision has to be taken, the priority what comes first, the
    owner who sees to it, the two dates how long it has waited and how long it may. Without them an
    issue is a complaint. A critical issue without an owner is judged as
    critical-issue-without-owner. An issue that names no type counts as a problem.

    To put it right, fill in what the finding names, or close the issue.
    """
    work = office.owner(issue)
    missing = list(_missing(issue))
    if work and not work.is_ended and issue.is_open and missing:
        yield (
            issue.at_key(),
            (
                f"issue {called(issue.title, issue.id)} of {called(work.name, work.id)} has no"
                f" {listed(missing, 'and no')}"
            ),
        )


def _missing(issue: Issue) -> Iterator[str]:
    if issue.severity is None:
        yield "severity"
    if issue.priority is None:
        yield "priority"
    if issue.owner is None and issue.severity != "critical":
        yield "owner"
    if issue.raised is None:
        yield "day on which it was raised"
    if issue.due is None:
        yield "day by which it is resolved"
