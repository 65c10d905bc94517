"""amber-without-narrative."""

from pmoascode.finding import Severity
from pmoascode.measures.stated import BETWEEN, reported_work
from pmoascode.measures.wording import called, listed, rates
from pmoascode.office import Office
from pmoascode.records.report import Report
from pmoascode.rule import Problems, rule


@rule(
    Severity.WARNING,
    profile="standard",
    source="UK GMPP return: a narrative for red and amber",
    bad=(
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating:
          overall: amber
          resources: amber  # <--
        change_reason: A tester is ill.
        actions: [{do: Borrow a tester, owner: tom-berg, due: 2026-11-20}]
        """,
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: amber}  # <--
        change_reason: A tester is ill.
        cause: One of two testers is ill until December.
        """,
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating:
          overall: amber
          resources: amber  # <--
        change_reason: A tester is ill.
        summary: One of two testers is ill until December.
        actions: [{do: Borrow a tester, owner: tom-berg, due: 2026-11-20}]
        """,
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: amber}  # <--
        change_reason: A tester is ill.
        actions: [{do: Borrow a tester, owner: tom-berg, due: 2026-11-20}]
        """,
    ),
    good=(
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: amber, resources: amber}
        change_reason: A tester is ill.
        comments: {resources: One of two testers is ill until December.}
        actions: [{do: Borrow a tester, owner: tom-berg, due: 2026-11-20}]
        """,
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: amber}
        change_reason: A tester is ill.
        cause: One of two testers is ill until December.
        actions: [{do: Borrow a tester, owner: tom-berg, due: 2026-11-20}]
        """,
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: amber}
        change_reason: A tester is ill.
        summary: One of two testers is ill until December.
        actions: [{do: Borrow a tester, owner: tom-berg, due: 2026-11-20}]
        """,
    ),
)
def amber_without_narrative(report: Report, office: Office) -> Problems:
    """An amber rating has no explanation or no action.

    Amber says that something is wrong and can be mended. The reader wants to know what, and who
    mends it. An overall rating is explained by what explains its parts, and one that stands alone
    by the summary. Amber-green and amber-red count as amber; a report with a red rating is judged
    as red-without-path-to-green. Only the newest report of running work is judged.

    To put it right, say in the report what is behind it, in `cause` or for each dimension in
    `comments`, and what is done about it, by whom and by when: at least one of `actions`.
    """
    work = reported_work(office, report)
    ratings = dict(report.rating.items())
    amber = [name for name, rating in ratings.items() if rating in BETWEEN]
    if work is None or not amber or "red" in ratings.values():
        return
    name = f"status report {report.id} of {called(work.name, work.id)}"
    unexplained = [] if report.cause else [d for d in amber if not _is_explained(report, d)]
    if unexplained:
        yield (
            report.at("rating", unexplained[0]),
            f"{name} does not explain why it rates {listed(unexplained)} {ratings[unexplained[0]]}",
        )
    elif not report.actions:
        yield (
            report.at("rating", amber[0]),
            f"{name} {rates(amber[0], ratings[amber[0]])} and names no action",
        )


def _is_explained(report: Report, dimension: str) -> bool:
    rated = dict(report.rating.items())
    if dimension == "overall" and len(rated) > 1:
        parts = [name for name, rating in rated.items() if name != "overall" and rating in BETWEEN]
        return bool(parts) or bool(report.comments)
    return dimension in report.comments or (dimension == "overall" and bool(report.summary))
