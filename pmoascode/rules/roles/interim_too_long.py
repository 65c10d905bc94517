"""The rule that an interim holder bridges a gap and does not become the answer."""

import datetime as dt

from pmoascode.finding import Severity
from pmoascode.measures.workload import taken
from pmoascode.office import Office
from pmoascode.office.naming import person_name, role_name, scope_name
from pmoascode.records.amounts import Duration
from pmoascode.records.assignment import Assignment
from pmoascode.rule import Problems, rule

_LONGEST = Duration(90, "day")


@rule(
    Severity.WARNING,
    profile="full",
    source="UK GMPP return: position filled permanently, by an interim, or not",
    bad=(
        """
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-08-12, time: 5 %, filled: interim}  # <--
        """,
        """
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        project-manager:
          - {person: sam-okoro, from: 2026-11-01, until: 2027-01-30, filled: interim}  # <--
        """,
    ),
    good=(
        """
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-08-13, time: 5 %, filled: interim}
        """,
        """
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        project-manager:
          - {person: sam-okoro, from: 2026-11-01, until: 2027-01-29, filled: interim}
        """,
        """
        # assignments/mercury.yaml
        sponsor:
          - {person: ines-roth, from: 2025-01-06, until: 2026-03-31, time: 5 %, filled: interim}
        """,
    ),
)
def interim_too_long(
    assignment: Assignment, office: Office, today: dt.date, *, longest: Duration = _LONGEST
) -> Problems:
    """An interim holder stays, or is to stay, longer than a bridge should.

    Who holds a role for now decides for now. The UK returns on major projects ask each quarter
    whether the position is filled permanently, by an interim or not at all, since months of
    interim are a vacancy with a name on it. How long is allowed stands in the policy, as the limit
    `longest`.

    To put it right, appoint the interim holder, with `filled: permanent`, or enter who follows and
    until when the bridge lasts.
    """
    if assignment.filled != "interim":
        return
    tenure = taken(assignment, office, today)
    if tenure is None or (tenure.last and tenure.last < today):
        return
    last = max(assignment.until or today, today)
    if last >= longest.after(assignment.from_):
        role, scope = role_name(assignment.role, office), scope_name(assignment.scope_id, office)
        ends = f"until {assignment.until}" if assignment.until else "with no end agreed"
        yield (
            assignment.at("filled"),
            (
                f"{person_name(assignment.person, office)} is {role} of {scope} as an interim "
                f"since {assignment.from_}, {ends}; {longest} are allowed"
            ),
        )
