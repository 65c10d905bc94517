"""The rule that nobody grants their own request."""

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.office.naming import person_name
from pmoascode.records.change_request import ChangeRequest
from pmoascode.records.exception import ExceptionReport
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="starter",
    source="OpenStack: anyone but the proposer approves; four eyes",
    waivable=False,
    in_starter=Severity.WARNING,
    bad=(
        """
        # projects/apollo/change-requests.yaml
        pilot-in-october:
          title: Pilot ends in October
          requested_by: maria-silva
          requested: 2026-06-08
          reason: The branches are closed in August.
          effect_of_not: A pilot without customers.
          category: Schedule
          urgency: medium
          status: implemented
          impact: {time: 0 days, cost: 0, scope: none, quality: none, benefits: none, risk: none}
          changes:
            - {path: project.milestones.pilot-end.baseline, old: 2026-08-28, new: 2026-10-16}
          decision:
            outcome: approved
            by: maria-silva  # <--
            as: sponsor
            date: 2026-06-15
            reason: Go-live does not move.
          implemented: 2026-06-16
        """,
    ),
    good=(
        """
        # projects/apollo/change-requests.yaml
        more-colours:
          requested_by: maria-silva
          reason: Grey is dull.
          decision: {outcome: rejected, by: maria-silva, as: sponsor, date: 2026-06-15}
        colours:
          requested_by: tom-berg
          reason: Grey is dull.
          decision: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-06-15}
        later:
          requested_by: maria-silva
          reason: It is too early.
        """,
        """
        # projects/apollo/exceptions.yaml
        dearer:
          title: Dearer by a tenth
          dimension: cost
          raised: 2026-06-08
          decision: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-06-15}
        """,
    ),
)
def approver_is_requester(record: ChangeRequest | ExceptionReport, office: Office) -> Problems:
    """Someone approved what they had asked for themselves.

    A request is decided by somebody else so that its reasons are weighed by a second person. Who
    asks may withdraw or refuse, but not grant.

    To put it right, let somebody else decide who may, such as the sponsor or the level above, and
    enter that decision. They sign it by approving the pull request.
    """
    asked = record.requested_by if isinstance(record, ChangeRequest) else record.raised_by
    decision = record.decision
    if decision and decision.is_granted and decision.by == asked:
        yield (
            record.at("decision", "by"),
            f"{person_name(decision.by, office)} asked for {record.display_name} and approved it",
            (record.at("requested_by" if isinstance(record, ChangeRequest) else "raised_by"),),
        )
