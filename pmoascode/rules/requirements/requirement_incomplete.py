"""requirement-incomplete."""

from collections.abc import Iterator

from pmoascode.finding import Severity
from pmoascode.measures.agreed import is_agreed
from pmoascode.measures.wording import called, listed
from pmoascode.office import Office
from pmoascode.records.requirement import Requirement
from pmoascode.rule import Problems, rule

_NEEDED = {
    "source": "its source",
    "owner": "its owner",
    "priority": "its priority",
    "acceptance": "the acceptance criterion",
}


@rule(
    Severity.ERROR,
    profile="full",
    source="BABOK: attributes of requirements",
    bad=(
        """
        # projects/apollo/requirements.yaml
        claim-by-phone:  # <--
          text: A claim can be sent from a phone.
          author: lena-novak
          objective: faster-claims
          status: approved
          test: Test case 12
          approved: {outcome: approved, by: paul-weber, as: senior-user, date: 2026-03-02}
        """,
        """
        # projects/apollo/requirements.yaml
        claim-by-phone:  # <--
          text: A claim can be sent from a phone.
          source: Workshop of 2026-02-17
          author: lena-novak
          owner: paul-weber
          objective: faster-claims
          priority: must
          acceptance: Three taps on a small screen.
          test: Test case 12
          approved: {outcome: approved, by: paul-weber, as: senior-user, date: 2026-03-02}
        """,
    ),
    good=(
        """
        # projects/apollo/requirements.yaml
        claim-by-phone:
          text: A claim can be sent from a phone.
          source: Workshop of 2026-02-17
          owner: paul-weber
          priority: must
          status: approved
          acceptance: Three taps on a small screen.
        sign-in: {text: Customers can sign in., status: proposed}
        fax: {text: Claims come by fax., status: withdrawn}
        """,
        """
        # projects/mercury/requirements.yaml
        one-book: {text: There is one book., status: approved}
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
def requirement_incomplete(requirement: Requirement, office: Office) -> Problems:
    """A requirement lacks its source, owner, priority, status or acceptance criterion.

    Without a source nobody can be asked what was meant; without an owner nobody decides; without a
    priority everything comes first; without a criterion nobody can say that it is met. Judged are
    requirements that belong to the approved scope: a proposal may still grow.

    To put it right, fill in what the finding names, or set the status back to `proposed`.
    """
    work = office.owner(requirement)
    if work is None or work.is_ended or not is_agreed(requirement):
        return
    missing = list(_missing(requirement, office))
    if missing:
        yield (
            requirement.at_key(),
            (
                f"requirement {requirement.id} of {called(work.name, work.id)} is approved and"
                f" lacks {listed(missing)}"
            ),
        )


def _missing(requirement: Requirement, office: Office) -> Iterator[str]:
    yield from (word for field, word in _NEEDED.items() if not getattr(requirement, field))
    if "status" not in office.data(requirement):
        yield "its status"
