"""The rule that a decision on a change says all that one must know."""

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.office.naming import record_name
from pmoascode.records.change_request import ChangeRequest
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="full",
    source="PM2: change log",
    bad=(
        """
        # projects/hermes/change-requests.yaml
        finish-in-april:
          title: Wait for the list
          requested_by: sam-okoro
          requested: 2026-11-02
          reason: The post office delivers its street list late.
          status: decided  # <--
          impact: {time: 30 days, cost: 0, scope: none, quality: none, benefits: none, risk: none}
        """,
        """
        # projects/hermes/change-requests.yaml
        finish-in-april:
          title: Wait for the list
          requested_by: sam-okoro
          requested: 2026-11-02
          reason: The post office delivers its street list late.
          status: implemented  # <--
          decision:
            {outcome: rejected, by: ines-roth, as: sponsor, date: 2026-11-09, reason: March it is.}
        """,
    ),
    good=(
        """
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
def change_decision_incomplete(request: ChangeRequest, office: Office) -> Problems:
    """The decision on a change lacks who, when, why, or what it was merged into.

    The log of changes is the only place that can say later why the plan is another one. So each
    decision has the one who took it, the day and the reason; a request that was done has an
    approval; and one that another request took in names that one.

    To put it right, enter who decided, in which role, on which day and why (`by`, `as`, `date`,
    `reason`); or set `status` back to how far the request has come; or name the other request in
    `merged_into`.
    """
    name = f"the change request {record_name(request, office)}"
    decision = request.decision
    if request.merged_into == request.id:
        yield request.at("merged_into"), f"{name} is merged into itself"
    elif request.merged_into and decision is None:
        return
    elif decision is None and request.status in ("decided", "implemented"):
        yield (
            request.at("status"),
            f"{name} is {request.status}, but nothing says who decided it, when and why",
        )
    elif request.status == "implemented" and not request.is_approved:
        yield request.at("status"), f"{name} is implemented, but it was not approved"
    elif decision and not decision.reason:
        yield request.at("decision"), f"{name} was {decision.outcome}, but nothing says why"
