"""The rule that a retired role comes to its end."""

import datetime as dt

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.office.naming import person_name, role_name
from pmoascode.records.assignment import Assignment
from pmoascode.records.role import Role
from pmoascode.rule import Problems, rule


@rule(
    Severity.WARNING,
    profile="standard",
    source="Audit practice: what is abolished ends on a known day",
    bad=(
        """
        # roles/team-manager.yaml
        title: Team manager
        status: retired
        replaced_by: project-manager
        # assignments/claims.yaml
        team-manager:
          - {person: lena-novak, from: 2026-02-02}  # <--
        """,
        """
        # roles/team-manager.yaml
        title: Team manager
        status: retired
        # assignments/claims.yaml
        team-manager:
          - {person: lena-novak, from: 2026-11-11, until: 2026-12-31}  # <--
        """,
    ),
    good=(
        """
        # roles/team-manager.yaml
        title: Team manager
        status: retired
        # assignments/claims.yaml
        team-manager:
          - {person: lena-novak, from: 2026-11-10, until: 2026-12-31}
        """,
        """
        # assignments/claims.yaml
        team-manager:
          - {person: lena-novak, from: 2026-12-01}
        """,
    ),
)
def retired_role_filled(assignment: Assignment, office: Office, today: dt.date) -> Problems:
    """A retired role is held without an end, or is yet to be taken up.

    When the office retires a role, those who hold it may finish what they began. A holder without
    a last day keeps it alive, and its work is done twice or by nobody.

    To put it right, give the entry its last day in `until` and assign the role that takes over, or
    set the `status` of the role back to `active`.
    """
    role = office.find(Role, assignment.role)
    if role is None or role.status != "retired":
        return
    after = role.replaced_by
    hint = f"; the {role_name(after, office)} takes over its work" if after else ""
    who, what = person_name(assignment.person, office), role_name(role.id, office)
    if assignment.from_ > today:
        message = f"{who} is to become {what}, a retired role, on {assignment.from_}{hint}"
        yield assignment.at("from"), message
    elif assignment.until is None:
        yield assignment.at("from"), f"{who} is {what}, a retired role, without an end{hint}"
