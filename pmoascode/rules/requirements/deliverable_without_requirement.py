"""deliverable-without-requirement."""

from pmoascode.finding import Severity
from pmoascode.measures.wording import called
from pmoascode.office import Office
from pmoascode.records.deliverable import Deliverable
from pmoascode.records.requirement import Requirement
from pmoascode.rule import Problems, rule


@rule(
    Severity.WARNING,
    profile="full",
    source="BABOK: trace requirements",
    bad="""
        # projects/apollo/deliverables.yaml
        claims-form: {title: Claims form}
        poster:  # <--
          title: Poster for the branches
        """,
    good=(
        """
        # projects/apollo/deliverables.yaml
        claims-form: {title: Claims form}
        poster: {title: Poster for the branches, requirements: [claim-by-phone]}
        old-form: {title: Form on paper, dropped: Left out by change request}
        """,
        """
        # projects/mercury/deliverables.yaml
        book: {title: Address book}
        """,
        """
        # projects/nobody/deliverables.yaml
        book: {title: Address book}
        """,
    ),
)
def deliverable_without_requirement(deliverable: Deliverable, office: Office) -> Problems:
    """A deliverable answers no requirement.

    What nobody has asked for costs money all the same, and nobody can say when it is good enough.
    Either side may name the other: the deliverable its requirements, or a requirement what meets
    it.

    To put it right, name under `requirements` what the deliverable meets, write the requirement
    down if it was only spoken of, or say in `dropped` why it is not delivered.
    """
    work = office.owner(deliverable)
    if work is None or work.is_ended or deliverable.requirements or deliverable.dropped:
        return
    asked = (requirement.deliverables for requirement in office.within(Requirement, work))
    if not any(deliverable.id in named for named in asked):
        yield (
            deliverable.at_key(),
            (
                f"deliverable {called(deliverable.title, deliverable.id)} of"
                f" {called(work.name, work.id)} answers no requirement"
            ),
        )
