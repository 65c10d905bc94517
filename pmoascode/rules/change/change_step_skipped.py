"""The rule that change requests take one step after the other."""

from collections.abc import Mapping

from pmoascode.change import earlier
from pmoascode.finding import Severity
from pmoascode.measures.change_control import unassessed
from pmoascode.measures.wording import listed
from pmoascode.office import Office
from pmoascode.office.naming import record_name
from pmoascode.records.change_request import ChangeRequest
from pmoascode.rule import Problems, rule

_FOLLOWS: Mapping[str, tuple[str, ...]] = {
    "submitted": ("assessing", "withdrawn"),
    "assessing": ("submitted", "decided", "withdrawn"),
    "decided": ("assessing", "implemented", "withdrawn"),
}  # what is implemented or withdrawn is closed, and `closed-record-changed` speaks of it


@rule(
    Severity.ERROR,
    profile="full",
    source="PM2: change log",
    bad=(
        """
        # before: projects/hermes/change-requests.yaml
        finish-in-april:
          title: Wait for the list
          requested_by: sam-okoro
          requested: 2026-11-02
          reason: The post office delivers its street list late.
          status: submitted
          impact: {time: 30 days, cost: 0, scope: none, quality: none, benefits: none}
        # projects/hermes/change-requests.yaml
        finish-in-april:
          title: Wait for the list
          requested_by: sam-okoro
          requested: 2026-11-02
          reason: The post office delivers its street list late.
          status: decided  # <--
          impact: {time: 30 days, cost: 0, scope: none, quality: none, benefits: none, risk: none}
          decision:
            {outcome: approved, by: ines-roth, as: sponsor, date: 2026-11-09, reason: Cheaper.}
        """,
    ),
    good=(
        """
        # before: projects/hermes/change-requests.yaml
        finish-in-april:
          title: Wait for the list
          requested_by: sam-okoro
          requested: 2026-11-02
          reason: The post office delivers its street list late.
          status: submitted
          impact: {time: 30 days, cost: 0, scope: none, quality: none, benefits: none, risk: none}
        # projects/hermes/change-requests.yaml
        finish-in-april:
          title: Wait for the list
          requested_by: sam-okoro
          requested: 2026-11-02
          reason: The post office delivers its street list late.
          status: decided
          impact: {time: 30 days, cost: 0, scope: none, quality: none, benefits: none, risk: none}
          decision:
            {outcome: approved, by: ines-roth, as: sponsor, date: 2026-11-09, reason: Cheaper.}
        """,
        """
        # before: projects/hermes/change-requests.yaml
        finish-in-april:
          title: Wait for the list
          requested_by: sam-okoro
          requested: 2026-11-02
          reason: The post office delivers its street list late.
          status: assessing
          impact: {time: 30 days, cost: 0, scope: none, quality: none, benefits: none, risk: none}
        # projects/hermes/change-requests.yaml
        finish-in-april:
          title: Wait for the list
          requested_by: sam-okoro
          requested: 2026-11-02
          reason: The post office delivers its street list late.
          status: decided
          impact: {time: 30 days, cost: 0, scope: none, quality: none, benefits: none, risk: none}
          decision:
            {outcome: approved, by: ines-roth, as: sponsor, date: 2026-11-09, reason: Cheaper.}
        """,
    ),
)
def change_step_skipped(request: ChangeRequest, office: Office, before: Office) -> Problems:
    """A change request moved between two states that do not follow each other.

    A request is submitted, assessed, decided, done. Whoever skips the assessment decides without
    knowing, and whoever skips the decision changes the plan alone. Rejecting needs no assessment,
    a request that said its whole impact before needs no other, and one that another took in needs
    no further step.

    To put it right, set `status` to the step that follows the one before, and go on from there.
    """
    was = earlier(request, before, office)
    if was is None or was.status == request.status or request.merged_into:
        return
    decision = request.decision
    is_refused = decision is not None and decision.outcome == "rejected"
    is_ready = is_refused or not unassessed(was)
    if is_ready and (was.status, request.status) == ("submitted", "decided"):
        return
    follows = _FOLLOWS.get(was.status, (request.status,))
    if request.status not in follows:
        yield (
            request.at("status"),
            (
                f"the change request {record_name(request, office)} went from {was.status} to"
                f" {request.status}; after {was.status} comes"
                f" {listed(follows, 'or')}"
            ),
        )
