"""red-without-path-to-green."""

from collections.abc import Iterator

from pmoascode.finding import Severity
from pmoascode.measures.stated import reported_work
from pmoascode.measures.wording import called, listed
from pmoascode.office import Office
from pmoascode.records.report import Report
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="starter",
    source="UK response to red reviews",
    bad=(
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating:
          overall: red  # <--
          schedule: red
        change_reason: The second drop is three months late.
        analyst_check: {by: omar-haddad, date: 2026-11-10}
        cause: The vendor lost two developers.
        """,
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: red, schedule: red}
        change_reason: The second drop is three months late.
        cause: The vendor lost two developers.
        actions: [{do: Agree the vendor's fix, owner: tom-berg, due: 2026-11-27}]
        green_on: 2026-11-09  # <--
        analyst_check: {by: omar-haddad, date: 2026-11-10}
        no_decision_needed: The contract has a clause for it.
        """,
    ),
    good="""
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: red, schedule: red}
        change_reason: The second drop is three months late.
        cause: The vendor lost two developers.
        actions: [{do: Agree the vendor's fix, owner: tom-berg, due: 2026-11-27}]
        green_on: 2027-01-15
        decisions_needed:
          - {what: Move go-live to April?, by: sponsor, needed_by: 2026-11-20}
        """,
)
def red_without_path_to_green(report: Report, office: Office) -> Problems:
    """A red rating has no cause, action, date for green, or decision asked for.

    Red asks for help. Without the cause nobody can help, without an action and a date nobody can
    see whether it works, and without a question nobody knows that they are asked. Only the newest
    report of running work is judged.

    To put it right, say in the report what caused it (`cause`), what is still being done, by whom
    and by when (`actions`), the day by which it is green again (`green_on`, later than the report),
    and what is to be decided and by whom (`decisions_needed`), or why nothing is
    (`no_decision_needed`).
    """
    work = reported_work(office, report)
    red = [name for name, rating in report.rating.items() if rating == "red"]
    if work is None or not red:
        return
    name = f"status report {report.id} of {called(work.name, work.id)} is red ({listed(red)})"
    missing = list(_missing(report))
    if missing:
        yield report.at("rating", red[0]), f"{name} and lacks {listed(missing)}"
    if report.green_on and report.green_on <= report.date:
        yield (
            report.at("green_on"),
            (
                f"{name} and promises green by {report.green_on}, no later than its own day,"
                f" {report.date}"
            ),
        )


def _missing(report: Report) -> Iterator[str]:
    if not report.cause:
        yield "the cause"
    if all(action.done for action in report.actions):
        yield "an action that is still to be done"
    if report.green_on is None:
        yield "the day by which it is green"
    if not report.decisions_needed and not report.no_decision_needed:
        yield "the decision that it needs"
