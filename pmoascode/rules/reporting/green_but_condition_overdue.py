"""green-but-condition-overdue."""

from collections.abc import Iterator

from pmoascode.finding import Severity
from pmoascode.measures import stated
from pmoascode.measures.unsettled import was_left_undone
from pmoascode.measures.wording import called, listed
from pmoascode.office import Office
from pmoascode.records.approval import Approval
from pmoascode.records.report import Report
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="full",
    source="UK gateway reviews: conditions are followed up",
    bad="""
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating:
          overall: green  # <--

        # approvals/apollo/authorise-project.yaml
        gate: authorise-project
        decision:
          {outcome: approved-with-conditions, by: maria-silva, as: sponsor, date: 2026-03-02}
        conditions:
          owners:
            text: Name an owner for each benefit
            owner: tom-berg
            due: 2026-11-08
            done: 2026-11-10
        evidence:
          - {title: Minutes, url: "https://files.example/minutes/2026-03-02"}
        amount: 1250000
        """,
    good=(
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green}

        # approvals/apollo/authorise-project.yaml
        gate: authorise-project
        decision:
          {outcome: approved-with-conditions, by: maria-silva, as: sponsor, date: 2026-03-02}
        conditions:
          owners: {text: Name an owner, owner: tom-berg, due: 2026-11-09}
          vendor: {text: Sign the contract, owner: tom-berg, due: 2026-11-08, done: 2026-11-09}
        """,
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: amber}

        # approvals/apollo/authorise-project.yaml
        gate: authorise-project
        decision:
          {outcome: approved-with-conditions, by: maria-silva, as: sponsor, date: 2026-03-02}
        conditions:
          owners: {text: Name an owner, owner: tom-berg, due: 2026-11-06}
        """,
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green}

        # approvals/apollo/authorise-project-first.yaml
        gate: authorise-project
        decision: {outcome: rejected, by: maria-silva, as: sponsor, date: 2026-02-23}
        conditions:
          owners: {text: Name an owner, owner: tom-berg, due: 2026-11-06}
        """,
    ),
)
def green_but_condition_overdue(report: Report, office: Office) -> Problems:
    """The overall rating is green though a condition of a gate is overdue.

    A project that was let through a gate on a condition, and has not met it in time, goes on
    without the approval that it seems to have. Judged is what was overdue on the day of the report:
    due before it and not done by then. Only the newest report of running work is judged.

    To put it right, rate the whole amber or red until the condition is met. In a report that is
    published already, add a correction of the rating. If the condition was met,
    enter the day under its `done`.
    """
    work = stated.reported_work(office, report)
    if work is None or stated.ratings(report).get("overall") != "green":
        return
    found = [
        (approval, id) for approval in office.approvals(work) for id in _overdue(approval, report)
    ]
    if found:
        said = listed(
            [
                f"{called(given.conditions[id].text, id)}, due on {given.conditions[id].due},"
                for given, id in found
            ]
        ).rstrip(",")
        yield (
            report.at("rating", "overall"),
            (
                f"status report {report.id} of {called(work.name, work.id)} is green overall, but"
                f" on {report.date} {'a condition' if len(found) == 1 else 'conditions'} of a gate"
                f" {'was' if len(found) == 1 else 'were'} overdue: {said}"
            ),
            tuple(given.at("conditions", id, "due") for given, id in found),
        )


def _overdue(approval: Approval, report: Report) -> Iterator[str]:
    """The ids of the conditions that were overdue on the day of the report."""
    if approval.is_granted:
        for id, condition in approval.conditions.items():
            if was_left_undone(condition.due, condition.done, report.date):
                yield id
