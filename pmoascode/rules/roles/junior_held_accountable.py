"""The rule that a junior project manager answers for nothing alone."""

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.office.naming import role_name
from pmoascode.records.raci import RaciRow
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="standard",
    source="Role description of the junior project manager",
    bad="""
        # policy/raci.yaml
        risk:
          title: Risk register
          tiers: [large]
          roles:
            junior-project-manager: A  # <--
            project-manager: R
        """,
    good="""
        # policy/raci.yaml
        risk:
          title: Risk register
          roles:
            junior-project-manager: R
            project-manager: A
        """,
)
def junior_held_accountable(row: RaciRow, office: Office) -> Problems:
    """The RACI table holds a junior project manager accountable.

    A junior leads parts of the work under guidance. To answer for the whole takes authority that
    the role does not have.

    To put it right, give the letter A to the project manager and leave the junior R or S.
    """
    if "junior-project-manager" in row.accountable:
        role = role_name("junior-project-manager", office)
        yield (
            row.at("roles", "junior-project-manager"),
            f"{row.display_name}: the RACI table holds the {role} accountable (A)",
        )
