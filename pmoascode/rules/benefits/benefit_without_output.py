"""benefit-without-output."""

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
          objective: fewer-errors
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
        right-addresses: {title: Letters arrive, outcome: One list, status: planned}
        first-thought: {title: Letters are fewer, status: identified}
        old-thought: {title: Letters are blue, status: dropped}
        by-the-service: {title: Letters go out sooner, deliverables: [service], status: planned}
        # projects/hermes/deliverables.yaml
        service: {title: Address service}
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
def benefit_without_output(benefit: Benefit, office: Office) -> Problems:
    """A benefit comes from no deliverable or outcome of the project.

    If nothing that the project hands over or changes brings the benefit, it would come without the
    project too, and cannot justify its cost. A benefit that is merely identified is not judged
    yet.

    To put it right, say in `outcome` which change brings it, or name in `deliverables` what makes
    it possible.
    """
    work = office.owner(benefit)
    if work is None or work.is_ended or benefit.outcome or benefit.deliverables:
        return
    if benefit.is_open and benefit.status != "identified":
        yield (
            benefit.at("status"),
            (
                f"benefit {called(benefit.title, benefit.id)} of {called(work.name, work.id)} is"
                f" {benefit.status}, and no deliverable or outcome brings it"
            ),
        )
