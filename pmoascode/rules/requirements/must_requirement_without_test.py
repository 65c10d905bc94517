"""must-requirement-without-test."""

from pmoascode.finding import Severity
from pmoascode.measures.agreed import is_agreed
from pmoascode.measures.wording import called
from pmoascode.office import Office
from pmoascode.records.requirement import Requirement
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="full",
    source="PM2: requirements are verified",
    bad="""
        # projects/apollo/requirements.yaml
        claim-by-phone:
          text: A claim can be sent from a phone.
          source: Workshop of 2026-02-17
          author: lena-novak
          owner: paul-weber
          objective: faster-claims
          priority: must  # <--
          status: approved
          acceptance: Three taps on a small screen.
          approved: {outcome: approved, by: paul-weber, as: senior-user, date: 2026-03-02}
        """,
    good=(
        """
        # projects/apollo/requirements.yaml
        claim-by-phone:
          text: A claim can be sent from a phone.
          priority: must
          status: approved
          test: Test case 12
        sign-in: {text: Customers can sign in., priority: must, status: proposed}
        large-print: {text: Letters can be larger., priority: should, status: approved}
        fax: {text: Claims come by fax., priority: must, status: withdrawn}
        """,
        """
        # projects/mercury/requirements.yaml
        one-book: {text: There is one book., priority: must, status: approved}
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
def must_requirement_without_test(requirement: Requirement, office: Office) -> Problems:
    """A requirement of priority must has no test.

    What must be true has to be shown to be true; without a test the users find out after the
    handover. PM2 asks for a test of each requirement. Judged are those that belong to the approved
    scope.

    To put it right, name in `test` the test that proves it, or give it the priority that it has.
    """
    work = office.owner(requirement)
    if work is None or work.is_ended or not is_agreed(requirement):
        return
    if requirement.priority == "must" and not requirement.test:
        yield (
            requirement.at("priority"),
            (
                f"requirement {requirement.id} of {called(work.name, work.id)} must be met, and no"
                " test proves it"
            ),
        )
