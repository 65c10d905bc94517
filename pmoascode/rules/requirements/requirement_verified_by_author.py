"""requirement-verified-by-author."""

from pmoascode.finding import Severity
from pmoascode.measures.wording import called
from pmoascode.office import Office
from pmoascode.office.naming import person_name
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
          priority: must
          status: verified
          acceptance: Three taps on a small screen.
          test: Test case 12
          verified: {by: lena-novak, date: 2026-10-28, result: passed}  # <--
          approved: {outcome: approved, by: paul-weber, as: senior-user, date: 2026-03-02}
        """,
    good=(
        """
        # projects/apollo/requirements.yaml
        claim-by-phone:
          text: A claim can be sent from a phone.
          author: lena-novak
          status: verified
          verified: {by: paul-weber, date: 2026-10-28, result: passed}
        sign-in:
          text: Customers can sign in.
          verified: {by: lena-novak, date: 2026-10-28, result: passed}
        fax:
          text: Claims come by fax.
          author: lena-novak
          status: withdrawn
          verified: {by: lena-novak, date: 2026-10-28, result: failed}
        large-print: {text: Letters can be larger., author: lena-novak}
        """,
        """
        # projects/mercury/requirements.yaml
        one-book:
          text: There is one book.
          author: paul-weber
          verified: {by: paul-weber, date: 2026-01-28, result: passed}
        """,
        """
        # projects/nobody/requirements.yaml
        one-book:
          text: There is one book.
          author: paul-weber
          priority: must
          status: verified
          verified: {by: paul-weber, date: 2026-01-28, result: passed}
        """,
    ),
)
def requirement_verified_by_author(requirement: Requirement, office: Office) -> Problems:
    """A requirement was verified by its own author.

    Who wrote it down tests what they had in mind, not what is written; the gap between the two is
    what a test is there to find.

    To put it right, let somebody else test and enter the result under `verified`.
    """
    work = office.owner(requirement)
    if work is None or work.is_ended or requirement.status == "withdrawn":
        return
    if requirement.verified and requirement.verified.by == requirement.author:
        yield (
            requirement.at("verified", "by"),
            (
                f"requirement {requirement.id} of {called(work.name, work.id)} was verified by its"
                f" author, {person_name(requirement.verified.by, office)}"
            ),
            (requirement.at("author"),),
        )
