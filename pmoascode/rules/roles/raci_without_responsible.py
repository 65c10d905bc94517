"""The rule that somebody does the work on every artefact."""

from pmoascode.finding import Severity
from pmoascode.records.raci import RaciRow
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="standard",
    source="RACI: at least one responsible",
    bad="""
        # policy/raci.yaml
        pid: {title: PID, roles: {sponsor: A, senior-user: C}}  # <--
        """,
    good="""
        # policy/raci.yaml
        pid: {title: PID, roles: {sponsor: A, project-manager: R}}
        """,
)
def raci_without_responsible(row: RaciRow) -> Problems:
    """Nobody is responsible for doing the work on an artefact in the RACI table.

    An artefact with an owner and no author is never written. The letter R says who writes it.

    To put it right, give at least one role of the row the letter R, or AR if it also answers for
    it.
    """
    if not row.responsible:
        yield row.at("roles"), f"{row.display_name}: nobody in the RACI table does the work (R)"
