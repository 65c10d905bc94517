"""The rule that nobody approves what they wrote themselves."""

from pmoascode.change import earlier
from pmoascode.finding import Severity
from pmoascode.fingerprint import fingerprint
from pmoascode.forge import PullRequest
from pmoascode.measures.authority import hands
from pmoascode.measures.signing import Signed, new_sign_off, sign_off_field
from pmoascode.office import Office
from pmoascode.office.naming import person_name, record_name
from pmoascode.records.approval import Approval
from pmoascode.records.end_report import EndReport
from pmoascode.records.report import Report
from pmoascode.records.waiver import Waiver
from pmoascode.rule import Problems, rule

_BARE = (Approval, Waiver)  # they hold the decision itself; what it is about stands elsewhere


@rule(
    Severity.ERROR,
    profile="starter",
    source="OpenStack: anyone but the proposer approves",
    waivable=False,
    in_starter=Severity.WARNING,
    bad=(
        """
        # author: paul-weber
        # projects/apollo/deliverables.yaml
        claims-form:
          title: Claims form
          description: The form in which a customer tells a claim.
          owner: lena-novak
          receiver: paul-weber
          requirements: [claim-by-phone]
          milestone: go-live
          due: {baseline: 2027-02-26, forecast: 2027-02-26}
          quality: Up to three severe defects.
          accepted:
            outcome: approved
            by: paul-weber  # <--
            as: senior-user
            date: 2026-11-09
        """,
        """
        # author: tom-berg
        # commits by: tom-berg, maria-silva
        # approved by: maria-silva
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green, schedule: green, cost: green, scope: green, resources: green}
        headline: All is well.
        accepted:
          outcome: approved
          by: maria-silva  # <--
          as: sponsor
          date: 2026-11-09
        """,
    ),
    good=(
        """
        # author: paul-weber
        # projects/apollo/deliverables.yaml
        claims-form:
          title: Claims form
          description: The form in which a customer tells a claim.
          owner: lena-novak
          receiver: paul-weber
          requirements: [claim-by-phone]
          milestone: go-live
          due: {baseline: 2027-02-26, forecast: 2027-02-26}
          quality: No severe defect.
          accepted: {outcome: approved, by: paul-weber, as: senior-user, date: 2026-11-09}
        """,
        """
        # author: tom-berg
        # approved by: paul-weber
        # projects/apollo/deliverables.yaml
        claims-form:
          title: Claims form
          quality: Up to ten small defects.
          accepted: {outcome: approved, by: paul-weber, as: senior-user, date: 2026-11-09}
        """,
        """
        # author: paul-weber
        # projects/apollo/deliverables.yaml
        claims-form:
          title: Claims form
          quality: Up to ten small defects.
          accepted: {outcome: rejected, by: paul-weber, as: senior-user, date: 2026-11-09}
        """,
        """
        # author: ines-roth
        # approvals/hermes/start-initiation.yaml
        gate: start-initiation
        decision: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-11-09}
        """,
        """
        # author: tom-berg
        # approved by: maria-silva
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green}
        accepted: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-11-09}
        """,
    ),
)
def approver_is_author(
    record: Signed, office: Office, before: Office, pull_request: PullRequest, authority: Office
) -> Problems:
    """Someone approved what they wrote themselves.

    An approval is a second pair of eyes. Where it comes from the one who wrote what is approved,
    or who had a hand in the pull request that changes it, nobody else has looked. At OpenStack
    anybody may approve but the one who proposes. A rejection harms nobody.

    To put it right, ask somebody else who may sign to do it, by approving this pull request. Or
    propose what was written first, and the approval alone in a second pull request.
    """
    signed = new_sign_off(record, before, office)
    if signed is None or not signed.is_granted or isinstance(record, _BARE):
        return
    wrote_it = isinstance(record, EndReport | Report) and record.by == signed.by
    if wrote_it or (
        signed.by in hands(pull_request, authority) and _is_written_here(record, before, office)
    ):
        how = "is its author too" if wrote_it else "opened this pull request or has a commit in it"
        yield (
            record.at(sign_off_field(record), "by"),
            (f"{person_name(signed.by, office)} approved {record_name(record, office)}, and {how}"),
        )


def _is_written_here(record: Signed, before: Office, office: Office) -> bool:
    """Whether the pull request changes what the sign-off is about."""
    was = earlier(record, before, office)
    return was is None or fingerprint(was) != fingerprint(record)
