"""requirement-verified-without-result."""

from pmoascode.finding import Severity
from pmoascode.measures.wording import called
from pmoascode.office import Office
from pmoascode.records.requirement import Requirement
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="full",
    source="PM2: requirements are verified",
    bad=(
        """
        # projects/apollo/requirements.yaml
        claim-by-phone:
          text: A claim can be sent from a phone.
          source: Workshop of 2026-02-17
          author: lena-novak
          owner: paul-weber
          objective: faster-claims
          priority: must
          status: verified  # <--
          acceptance: Three taps on a small screen.
          test: Test case 12
          approved: {outcome: approved, by: paul-weber, as: senior-user, date: 2026-03-02}
        """,
        """
        # projects/apollo/requirements.yaml
        claim-by-phone:
          text: A claim can be sent from a phone.
          source: Workshop of 2026-02-17
          author: lena-novak
          owner: paul-weber
          objective: faster-claims
          priority: must
          status: verified  # <--
          acceptance: Three taps on a small screen.
          test: Test case 12
          verified: {by: paul-weber, date: 2026-10-28, result: failed}
          approved: {outcome: approved, by: paul-weber, as: senior-user, date: 2026-03-02}
        """,
    ),
    good=(
        """
        # projects/apollo/requirements.yaml
        claim-by-phone:
          text: A claim can be sent from a phone.
          status: verified
          verified: {by: paul-weber, date: 2026-10-28, result: passed}
        sign-in:
          text: Customers can sign in.
          status: implemented
          verified: {by: paul-weber, date: 2026-10-28, result: failed}
        """,
        """
        # projects/mercury/requirements.yaml
        one-book: {text: There is one book., status: verified}
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
def requirement_verified_without_result(requirement: Requirement, office: Office) -> Problems:
    """A requirement counts as verified without a result and a name.

    That something works is worth as much as the person who has seen it. Without a name, a day and
    a result it is a guess; after a failed test it is wrong.

    To put it right, enter under `verified` who tested, when and with which result; or set the
    status back to `implemented` until the test is passed.
    """
    work = office.owner(requirement)
    if work is None or work.is_ended or requirement.status != "verified":
        return
    test = requirement.verified
    if test is None or test.result != "passed":
        said = "nobody's result is given" if test is None else f"its test of {test.date} failed"
        yield (
            requirement.at("status"),
            (
                f"requirement {requirement.id} of {called(work.name, work.id)} counts as verified,"
                f" but {said}"
            ),
            (requirement.at("verified"),) if test else (),
        )
