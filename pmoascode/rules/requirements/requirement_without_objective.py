"""requirement-without-objective."""

from pmoascode.finding import Severity
from pmoascode.measures.wording import called
from pmoascode.office import Office
from pmoascode.records.requirement import Requirement
from pmoascode.rule import Problems, rule


@rule(
    Severity.WARNING,
    profile="full",
    source="BABOK: trace requirements",
    bad=(
        """
        # projects/hermes/requirements.yaml
        one-list:  # <--
          text: There is one street list.
        """,
        """
        # projects/hermes/requirements.yaml
        one-list:  # <--
          text: There is one street list.
          derived_from: two-lists
        two-lists:  # <--
          text: There are two street lists.
          derived_from: one-list
        """,
    ),
    good=(
        """
        # projects/hermes/requirements.yaml
        streets: {text: Each street is known., objective: fewer-errors}
        one-list: {text: There is one street list., derived_from: streets}
        each-morning: {text: The list is new each morning., derived_from: one-list}
        old-list: {text: The old list is kept., status: withdrawn}
        """,
        """
        # projects/mercury/requirements.yaml
        one-book: {text: There is one book.}
        """,
        """
        # projects/nobody/requirements.yaml
        one-book:
          text: There is one book.
          author: paul-weber
          priority: must
          status: verified
        """,
    ),
)
def requirement_without_objective(requirement: Requirement, office: Office) -> Problems:
    """A requirement serves no objective.

    What serves no objective makes the project larger and its purpose smaller. One that details
    another serves what that one serves.

    To put it right, name in `objective` what it is for, name under `derived_from` the requirement
    that it details, or withdraw it.
    """
    work = office.owner(requirement)
    if work is None or work.is_ended or requirement.status == "withdrawn":
        return
    if not _serves(requirement, office):
        yield (
            requirement.at_key(),
            f"requirement {requirement.id} of {called(work.name, work.id)} serves no objective",
        )


def _serves(requirement: Requirement, office: Office) -> bool:
    """Whether it, or one that it details, names an objective."""
    seen: set[str] = set()
    each: Requirement | None = requirement
    while each and each.id not in seen:
        if each.objective:
            return True
        seen.add(each.id)
        each = office.find(Requirement, each.derived_from, requirement.scope)
    return False
