"""rating-changed-without-reason."""

from pmoascode.finding import Severity
from pmoascode.measures.shifts import is_corrected, shifts
from pmoascode.measures.wording import listed
from pmoascode.office import Office
from pmoascode.office.naming import scope_name
from pmoascode.records.report import Report
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="standard",
    source="UK GMPP return: check after completion",
    bad=(
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating:
          overall: amber  # <--
          schedule: green
          resources: amber
        comments: {resources: One of two testers is ill until December.}
        actions: [{do: Borrow a tester, owner: tom-berg, due: 2026-11-20}]
        """,
        """
        # projects/apollo/reports/2026-10.yaml
        date: 2026-11-02
        by: tom-berg
        rating: {overall: amber, resources: amber}
        comments: {resources: One of two testers is ill until December.}
        actions: [{do: Borrow a tester, owner: tom-berg, due: 2026-11-20}]
        change_reason: A tester is ill.

        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating:
          overall: green  # <--
        """,
    ),
    good=(
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: amber, resources: amber}
        change_reason: One of two testers is ill until December.
        """,
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green, quality: amber}
        """,
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green, schedule: green}
        corrections:
          - date: 2026-11-10
            by: tom-berg
            field: rating.schedule
            was: green
            now: amber
            reason: The new date of the vendor had been overlooked.
        """,
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: amber, resources: amber}
        corrections:
          - date: 2026-11-10
            by: tom-berg
            field: change_reason
            was: nothing
            now: One of two testers is ill until December.
            reason: It was forgotten.
        """,
    ),
)
def rating_changed_without_reason(report: Report, office: Office) -> Problems:
    """A rating differs from the last report and nothing says why.

    A reader who saw green last month wants to know first of all what happened since, for better or
    worse. Where nothing says it, a rating may have moved by habit or by pressure. A correction of a
    rating says its reason itself. Only the newest report of running work is judged, against the
    one before.

    To put it right, say in the report what happened since the last one, in `change_reason`. In a
    report that is published already, add a correction of `change_reason`.
    """
    if report.change_reason or is_corrected(report, "change_reason"):
        return
    found = [s for s in shifts(office, report) if not is_corrected(report, f"rating.{s.dimension}")]
    if found:
        yield (
            report.at("rating", found[0].dimension),
            (
                f"status report {report.id} of {scope_name(report.scope_id, office)}"
                f" ({report.scope_id}) changes {listed([str(shift) for shift in found])} since"
                f" {found[0].since.id} and gives no reason for it"
            ),
            (found[0].since.at("rating", found[0].dimension),),
        )
