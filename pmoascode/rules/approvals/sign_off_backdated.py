"""The rule that a signature comes after what it is under."""

import datetime as dt

from pmoascode.change import earlier
from pmoascode.finding import Severity
from pmoascode.fingerprint import changed_since
from pmoascode.measures.change_control import path
from pmoascode.measures.signing import Signed, sign_off, sign_off_field
from pmoascode.office import Office
from pmoascode.office.naming import record_name
from pmoascode.records.amounts import Duration
from pmoascode.records.approval import Approval
from pmoascode.records.end_report import EndReport
from pmoascode.records.report import Report
from pmoascode.records.risk import Risk
from pmoascode.records.waiver import Waiver
from pmoascode.rule import Problems, rule

# Requests and exception reports are not here: `dates-out-of-order` speaks of them.
_BEGUN = {EndReport: "date", Report: "date", Risk: "raised", Waiver: "created"}

_GRACE = Duration(14, "day")


@rule(
    Severity.ERROR,
    profile="full",
    source="Audit practice: no backdating",
    bad=(
        """
        # projects/apollo/reports/2026-10.yaml
        date: 2026-11-02
        by: tom-berg
        rating: {overall: green, schedule: green, cost: green, resources: green}
        headline: The pilot met its targets.
        summary: The pilot ended two days early.
        achieved: [Pilot ended]
        planned: [Training for claims staff]
        accepted:
          outcome: approved
          by: maria-silva
          as: sponsor
          date: 2026-11-01  # <--
        """,
    ),
    good=(
        """
        # projects/apollo/reports/2026-10.yaml
        date: 2026-11-02
        by: tom-berg
        rating: {overall: green, schedule: green, cost: green, resources: green}
        headline: The pilot met its targets.
        summary: The pilot ended two days early.
        accepted: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-11-02}
        """,
    ),
)
def sign_off_backdated(
    record: Signed,
    office: Office,
    authority: Office,
    today: dt.date,
    *,
    grace: Duration = _GRACE,
) -> Problems:
    """A sign-off bears a date before what it approves was there.

    Whoever signed earlier signed something else, or the date was chosen to suit. A report or a
    waiver has a day of its own. Of a change to a record that was there before, the wording is as
    old as the change: a sign-off that comes in with it may be entered some days late, not weeks.

    To put it right, correct the date if it was mistyped; else let the person sign again.
    """
    signed, field = sign_off(record), sign_off_field(record)
    if signed is None:
        return
    begun = _BEGUN.get(type(record), "")
    first: dt.date | None = getattr(record, begun, None)
    name = record_name(record, office)
    if first and signed.date < first:
        message = f"{name} is of {first}, but was signed on {signed.date}, before it was there"
        yield record.at(field, "date"), message, (record.at(begun),)
        return
    changed = _signed_anew(record, office, authority)
    if changed and signed.date < grace.before(today):
        yield (
            record.at(field, "date"),
            (
                f"{name} is signed as of {signed.date}, but `{changed}`, which that approves, is"
                f" changed only now; a sign-off may be entered up to {grace} late"
            ),
        )


def _signed_anew(record: Signed, office: Office, authority: Office) -> str:
    """The first approved value that changes together with the sign-off; empty if none does."""
    was = None if isinstance(record, Approval) else earlier(record, authority, office)
    if was is None or sign_off(was) == sign_off(record):
        return ""
    changed = changed_since(was, record)
    return path(record, changed[0].keys) if changed else ""
