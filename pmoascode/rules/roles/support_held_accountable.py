"""The rule that support answers for nothing."""

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.office.naming import role_name
from pmoascode.records.raci import RaciRow
from pmoascode.rule import Problems, rule

_SUPPORT = ("pmo-analyst", "pmo-coordinator", "project-support")


@rule(
    Severity.ERROR,
    profile="standard",
    source="P3O: support roles assist and do not decide",
    bad="""
        # policy/raci.yaml
        risk:
          title: Risk register
          tiers: [large]
          roles:
            pmo-coordinator: A  # <--
            project-manager: R
        """,
    good="""
        # policy/raci.yaml
        risk:
          title: Risk register
          roles:
            pmo-coordinator: S
            pmo-analyst: R
            project-manager: A
        """,
)
def support_held_accountable(row: RaciRow, office: Office) -> Problems:
    """The RACI table holds a role of support accountable.

    Coordinators, analysts and project support keep the records and do much of the work. To answer
    for it takes the authority to decide, which these roles do not have.

    To put it right, give the letter A to the role that decides and leave support R, S or I.
    """
    for role in row.accountable:
        if role in _SUPPORT:
            yield (
                row.at("roles", role),
                (
                    f"{row.display_name}: the RACI table holds the {role_name(role, office)}"
                    " accountable (A)"
                ),
            )
