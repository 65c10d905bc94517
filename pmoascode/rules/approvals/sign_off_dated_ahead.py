"""The rule that nobody signs in the future."""

import datetime as dt

from pmoascode.finding import Severity
from pmoascode.measures.signing import Signed, sign_off, sign_off_field
from pmoascode.office import Office
from pmoascode.office.naming import person_name, record_name
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="full",
    source="Audit practice: no forward dating",
    bad=(
        """
        # approvals/hermes/start-initiation.yaml
        gate: start-initiation
        decision:
          outcome: approved
          by: ines-roth
          as: sponsor
          date: 2026-11-11  # <--
        """,
        """
        # projects/apollo/risks.yaml
        exchange-rate:
          title: The vendor's currency rises
          owner: tom-berg
          raised: 2026-10-05
          raised_by: lena-novak
          probability: 1
          impact: 2
          response: accept
          status: open
          reviewed: 2026-11-02
          review: 2026-12-01
          acceptance: {outcome: approved, by: maria-silva, as: sponsor, date: 2027-01-04}  # <--
        """,
    ),
    good="""
        # approvals/hermes/start-initiation.yaml
        gate: start-initiation
        decision: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-11-10}
        """,
)
def sign_off_dated_ahead(record: Signed, office: Office, today: dt.date) -> Problems:
    """A sign-off bears a date that has not come yet.

    A signature says that somebody has decided. Dated ahead it says that somebody will, which
    nobody can know, and a check of that day would take the role of the wrong holder.

    To put it right, correct the date; or take the sign-off out until the day has come.
    """
    signed = sign_off(record)
    if signed and signed.date > today:
        yield (
            record.at(sign_off_field(record), "date"),
            (
                f"{record_name(record, office)}: {person_name(signed.by, office)} is to have signed"
                f" on {signed.date}, which is after today, {today}"
            ),
        )
