"""benefit-without-objective."""

from pmoascode.finding import Severity
from pmoascode.measures.wording import called
from pmoascode.office import Office
from pmoascode.records.benefit import Benefit
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="full",
    source="MSP: benefits map",
    bad="""
        # projects/hermes/benefits.yaml
        right-addresses:
          title: Letters arrive
          owner: paul-weber
          outcome: Every address is known once
          measure: Letters returned a month
          unit: letters
          baseline: {value: 90, date: 2025-12-31}
          target: {value: 10, date: 2028-06-30}
          method: Count of the post room.
          every: 3 months
          status: planned  # <--
        """,
    good=(
        """
        # projects/hermes/benefits.yaml
        right-addresses: {title: Letters arrive, objective: fewer-errors, status: planned}
        first-thought: {title: Letters are fewer, status: identified}
        old-thought: {title: Letters are blue, status: dropped}
        slower: {title: New customers wait longer, type: dis-benefit, status: planned}
        """,
        """
        # projects/mercury/benefits.yaml
        fewer-letters: {title: Fewer letters come back, status: planned}
        """,
        """
        # projects/nobody/benefits.yaml
        letters: {title: Letters arrive, owner: sam-okoro, status: planned}
        """,
    ),
)
def benefit_without_objective(benefit: Benefit, office: Office) -> Problems:
    """A benefit serves no strategic objective.

    A benefit that nobody's objective asks for is nice to have, and the portfolio cannot weigh it
    against others. The line from output to outcome to objective is what a benefits map shows. A
    benefit that is merely identified is not judged yet; nor is what gets worse.

    To put it right, name in `objective` the objective that it serves, or drop the benefit.
    """
    work = office.owner(benefit)
    if work is None or work.is_ended or benefit.type_ == "dis-benefit":
        return
    if benefit.is_open and benefit.status != "identified" and not benefit.objective:
        yield (
            benefit.at("status"),
            (
                f"benefit {called(benefit.title, benefit.id)} of {called(work.name, work.id)} is"
                f" {benefit.status} and serves no objective"
            ),
        )
