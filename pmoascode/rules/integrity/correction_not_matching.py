"""The rule that a correction quotes the report as it is."""

from decimal import Decimal, InvalidOperation
from typing import Any

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.office.naming import scope_name
from pmoascode.records.report import Correction, Report
from pmoascode.rule import Problems, rule


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
            field: headline
            was: The pilot begins.  # <--
            now: The pilot runs since Monday.
            reason: A colleague asked.
        """,
        """
        # projects/apollo/reports/2026-09.yaml
        date: 2026-10-02
        by: tom-berg
        rating: {overall: green, schedule: green, cost: green, scope: green, resources: green}
        headline: The pilot runs.
        figures: {cost_actual: 340000}
        corrections:
          - date: 2026-10-12
            by: tom-berg
            field: figures.cost_actual
            was: "340000.00"
            now: "341000"
            reason: A typing error.
          - date: 2026-10-13
            by: tom-berg
            field: figures.cost_actual
            was: "340000"  # <--
            now: "342000"
            reason: Another typing error.
        """,
    ),
    good="""
        # projects/apollo/reports/2026-09.yaml
        date: 2026-10-02
        by: tom-berg
        rating: {overall: green, schedule: green, cost: green, scope: green, resources: green}
        headline: The pilot runs.
        figures: {cost_actual: 340000}
        achieved: [Pilot begun]
        corrections:
          - date: 2026-10-12
            by: tom-berg
            field: figures.cost_actual
            was: "340,000"
            now: "341000"
            reason: A typing error.
          - date: 2026-10-13
            by: tom-berg
            field: figures.cost_actual
            was: "341000"
            now: "342000"
            reason: Another.
          - date: 2026-10-13
            by: tom-berg
            field: rating.benefits
            was: nothing
            now: green
            reason: It was forgotten.
          - date: 2026-10-14
            by: tom-berg
            field: achieved
            was: Pilot begun
            now: Pilot begun late
            reason: It was late.
        """,
)
def correction_not_matching(report: Report, office: Office) -> Problems:
    """A correction says another old value than the report does.

    A correction that quotes the report wrongly corrects something nobody has read. The old value
    is that of the report, or that of the last correction of the same field.

    To put it right, copy into `was`, word for word, what the report or the last correction of the
    same field says.
    """
    said: dict[str, Any] = {}
    for number, correction in enumerate(report.corrections):
        field = correction.field
        value = said[field] if field in said else _value(office.data(report), field)
        said[field] = correction.now
        if value is not None and not _is_same(correction, value):
            yield (
                report.at("corrections", number, "was"),
                (
                    f"report {report.id} of {scope_name(report.scope_id, office)} says `{value}` "
                    f"as `{field}`, not `{correction.was.strip()[:80]}`"
                ),
            )


def _value(data: Any, field: str) -> Any:
    """The value at the keys; None where there is none, or more than one value."""
    for key in field.split("."):
        data = data.get(key) if isinstance(data, dict) else None
    return None if isinstance(data, dict | list) else data


def _is_same(correction: Correction, value: Any) -> bool:
    """Whether the correction quotes the value; numbers count as numbers."""
    was, text = correction.was.strip(), str(value).strip()
    try:
        return Decimal(was.replace(",", "")) == Decimal(text.replace(",", ""))
    except InvalidOperation:
        return was == text
