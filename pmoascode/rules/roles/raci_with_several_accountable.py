"""The rule that one alone answers for an artefact."""

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.office.naming import role_name
from pmoascode.records.raci import RaciRow
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="standard",
    source="RACI: exactly one accountable",
    bad="""
        # policy/raci.yaml
        risk:
          title: Risk register
          roles:
            project-manager: AR
            sponsor: A  # <--
        """,
    good="""
        # policy/raci.yaml
        risk:
          title: Risk register
          roles:
            project-manager: R
            sponsor: A
        """,
)
def raci_with_several_accountable(row: RaciRow, office: Office) -> Problems:
    """More than one role is accountable for an artefact in the RACI table.

    Two who answer for the same record each count on the other. Many may do the work; one answers.

    To put it right, leave the letter A with one role and give the others R, S, C or I.
    """
    first, *others = row.accountable or ("",)
    one = role_name(first, office)
    for role in others:
        yield (
            row.at("roles", role),
            f"{row.display_name}: {one} and {role_name(role, office)} are both accountable (A)",
            (row.at("roles", first),),
        )
