"""The rule that somebody answers for every artefact."""

from pmoascode.finding import Severity
from pmoascode.records.raci import RaciRow
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="standard",
    source="RACI: exactly one accountable",
    bad="""
        # policy/raci.yaml
        risk: {title: Risk register, roles: {project-manager: R, sponsor: I}}  # <--
        """,
    good="""
        # policy/raci.yaml
        risk: {title: Risk register, roles: {project-manager: AR, sponsor: I}}
        """,
)
def raci_without_accountable(row: RaciRow) -> Problems:
    """Nobody is accountable for an artefact in the RACI table.

    Where nobody answers for a record, it is kept when somebody has time. The letter A says who is
    asked when it is missing or wrong.

    To put it right, give one role of the row the letter A, or AR if it also does the work.
    """
    if not row.accountable:
        yield row.at("roles"), f"{row.display_name}: nobody in the RACI table is accountable (A)"
