"""The rule that nothing relies on a retired role."""

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.office.naming import record_name, role_name
from pmoascode.office.references import references
from pmoascode.records.lifecycle import Lifecycle
from pmoascode.records.policy import Policy
from pmoascode.records.raci import RaciRow
from pmoascode.records.role import Role
from pmoascode.rule import Problems, rule


@rule(
    Severity.WARNING,
    profile="standard",
    source="Audit practice: what is abolished ends on a known day",
    bad=(
        """
        # roles/risk-owner.yaml
        title: Risk owner
        status: retired
        replaced_by: project-manager
        # policy/raci.yaml
        risk:
          roles:
            project-manager: AR
            risk-owner: S  # <--
        """,
        """
        # roles/coach.yaml
        title: Coach
        family: delivery
        purpose: Helps the team to work.
        responsibilities:
          flow: {text: Clears away what holds up the team, artefacts: [issue]}
        skills: {claims-handling: 2}
        works_with: {project-manager: Tells what holds up the team}
        reports_to: [team-manager]  # <--
        # roles/team-manager.yaml
        title: Team manager
        status: retired
        """,
    ),
    good=(
        """
        # roles/team-manager.yaml
        title: Team manager
        status: retired
        replaced_by: change-authority
        works_with: {change-authority: Hands over the records}
        # roles/change-authority.yaml
        title: Change authority
        status: retired
        """,
        """
        # policy/raci.yaml
        risk: {roles: {project-manager: AR, risk-owner: S}}
        """,
    ),
)
def retired_role_named(named: RaciRow | Lifecycle | Policy | Role, office: Office) -> Problems:
    """The RACI table, a lifecycle, the policy or another role relies on a retired role.

    A gate that only a retired role may open stays shut, and a record for which it answers has
    nobody soon. The role was retired in one file; the others still count on it.

    To put it right, put the role that took over in its place, or take it out.
    """
    if isinstance(named, Role) and named.status == "retired":
        return
    for reference in references(named, office):
        role = office.find(Role, reference.id) if "role" in reference.kinds else None
        if role and role.status == "retired":
            after = role.replaced_by
            hint = f"; the {role_name(after, office)} took over its work" if after else ""
            who, what = record_name(named, office), role_name(role.id, office)
            at = named.at_key if reference.is_key else named.at
            yield (
                at(*reference.keys),
                f"{who} names the {what}, a role that is retired{hint}",
                (role.at("status"),),
            )
