"""The rule that a correction says what it corrects, and into what."""

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.office.naming import scope_name
from pmoascode.records.report import Report
from pmoascode.rule import Problems, rule

_NEVER = ("corrections", "accepted")  # what follows publication is added to, not corrected


@rule(
    Severity.ERROR,
    profile="starter",
    source="Bookkeeping: correcting entries",
    bad=(
        """
        # projects/apollo/reports/2026-09.yaml
        date: 2026-10-02
        by: tom-berg
        rating: {overall: green, schedule: green, cost: green, scope: green, resources: green}
        headline: The pilot runs.
        summary: Two branches use the portal.
        corrections:
          - date: 2026-10-12
            by: tom-berg
            field: the headline  # <--
            was: The pilot runs.
            now: The pilot runs since Monday.
            reason: A colleague asked.
          - date: 2026-10-13
            by: tom-berg
            field: headline
            was: The pilot runs.
            now: The pilot runs.  # <--
            reason: A colleague asked again.
        """,
        """
        # projects/apollo/reports/2026-09.yaml
        date: 2026-10-02
        by: tom-berg
        rating: {overall: green, schedule: green, cost: green, scope: green, resources: green}
        headline: The pilot runs.
        summary: Two branches use the portal.
        corrections:
          - date: 2026-10-12
            by: tom-berg
            field: accepted.by  # <--
            was: maria-silva
            now: paul-weber
            reason: He was in charge that day.
          - date: 2026-10-01
            by: tom-berg
            field: headline
            was: The pilot runs.
            now: The pilot runs since Monday.
            reason: A colleague asked.
        """,
    ),
    good="""
        # projects/apollo/reports/2026-09.yaml
        date: 2026-10-02
        by: tom-berg
        rating: {overall: green, schedule: green, cost: green, scope: green, resources: green}
        headline: The pilot runs.
        summary: Two branches use the portal.
        corrections:
          - date: 2026-10-02
            by: tom-berg
            field: headline
            was: The pilot runs.
            now: The pilot runs since Monday.
            reason: A colleague asked.
        """,
)
def correction_incomplete(report: Report, office: Office) -> Problems:
    """A correction does not say what it corrects, or corrects nothing.

    A published report is never rewritten; who reads it later reads the correction beside it, and
    must see which words no longer count and which do. Bookkeepers correct an entry by a second
    one for the same reason.

    To put it right, say which value is corrected (`field`, with dots between its keys, as in
    `figures.cost_actual`), what the report says (`was`) and what it should have said (`now`); the
    two must differ.
    """
    fields = set(type(report).__struct_encode_fields__).difference(_NEVER)
    name = scope_name(report.scope_id, office)
    for number, correction in enumerate(report.corrections):
        at = ("corrections", number)
        if correction.field.partition(".")[0] not in fields:
            yield (
                report.at(*at, "field"),
                (
                    f"a correction of report {report.id} of {name} is about `{correction.field}`, "
                    "which is no field of a report that can be corrected"
                ),
            )
        elif correction.was.strip() == correction.now.strip():
            yield (
                report.at(*at, "now"),
                (
                    f"a correction of report {report.id} of {name} changes nothing: `was` and "
                    "`now` are the same"
                ),
            )
