"""closed-with-unaccepted-deliverable."""

from pmoascode.finding import Severity
from pmoascode.measures.delivery_side import DELIVERY_ROLES
from pmoascode.measures.wording import called
from pmoascode.office import Office
from pmoascode.office.naming import role_name
from pmoascode.records.deliverable import Deliverable
from pmoascode.records.project import Project
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="full",
    source="PM2: project acceptance",
    bad=(
        """
        # projects/mercury/deliverables.yaml
        book:  # <--
          title: Address book
        """,
        """
        # projects/mercury/deliverables.yaml
        book:
          title: Address book
          accepted:  # <--
            outcome: approved-with-conditions
            by: paul-weber
            as: senior-user
            date: 2026-02-02
        """,
        """
        # projects/mercury/deliverables.yaml
        book:
          title: Address book
          accepted:  # <--
            outcome: rejected
            by: paul-weber
            as: senior-user
            date: 2026-02-02
        """,
        """
        # projects/mercury/deliverables.yaml
        book:
          title: Address book
          accepted:
            outcome: approved
            by: nora-lind
            as: senior-supplier  # <--
            date: 2026-02-02
        """,
    ),
    good=(
        """
        # projects/mercury/deliverables.yaml
        book:
          title: Address book
          accepted: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-02-02}
        help:
          title: Help pages
          accepted:
            outcome: approved-with-conditions
            by: paul-weber
            as: senior-user
            date: 2026-02-02
          acceptance_plan: The index follows in March.
        poster: {title: Poster, dropped: Nobody needed it.}
        """,
        """
        # projects/hermes/deliverables.yaml
        service: {title: Address service}
        """,
    ),
)
def closed_with_unaccepted_deliverable(project: Project, office: Office) -> Problems:
    """A project is closed with a deliverable that the users have not accepted.

    What nobody has accepted comes back as a complaint when the team is gone. Acceptance is given by
    those who use it, or by the sponsor for them, never by those who have made it. An acceptance
    with conditions needs a plan for them.

    To put it right, have the deliverable accepted and enter it under `accepted`; say in
    `acceptance_plan` how conditions are met, or in `dropped` why it was not delivered.
    """
    if project.status != "closed":
        return
    for deliverable in office.within(Deliverable, project):
        name = f"its deliverable {called(deliverable.title, deliverable.id)}"
        signed, told = deliverable.accepted, f"{called(project.name, project.id)} is closed, but"
        if deliverable.dropped:
            continue
        if signed is None:
            yield deliverable.at_key(), f"{told} nobody has accepted {name}"
        elif not signed.is_granted:
            yield deliverable.at_key("accepted"), f"{told} {name} was {signed.outcome}"
        elif signed.as_ in DELIVERY_ROLES:
            role = role_name(signed.as_, office)
            yield deliverable.at("accepted", "as"), f"{told} {name} was accepted by the {role}"
        elif signed.outcome == "approved-with-conditions" and not deliverable.acceptance_plan:
            yield (
                deliverable.at_key("accepted"),
                f"{told} {name} was accepted with conditions, and no plan says how they are met",
            )
