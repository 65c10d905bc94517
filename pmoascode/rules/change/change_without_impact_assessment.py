"""The rule that a change is understood before it is approved."""

from pmoascode.finding import Severity
from pmoascode.measures.change_control import unassessed
from pmoascode.measures.wording import listed
from pmoascode.office import Office
from pmoascode.office.naming import record_name
from pmoascode.records.change_request import ChangeRequest
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="full",
    source="PRINCE2: assess, then decide; UK GMPP return: write 0, not blank",
    bad=(
        """
        # projects/hermes/change-requests.yaml
        finish-in-april:
          title: Wait for the list
          requested_by: sam-okoro
          requested: 2026-11-02
          reason: The post office delivers its street list late.
          status: decided
          impact: {cost: 0, scope: none, quality: none, benefits: none, risk: none}  # <--
          changes:
            - {path: project.finish.baseline, old: 2027-03-31, new: 2027-04-30}
          decision:
            {outcome: approved, by: ines-roth, as: sponsor, date: 2026-11-09, reason: Cheaper.}
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
          impact: {time: 0 days, cost: 0, scope: none, quality: none, benefits: none, risk: none}
          changes:
            - {path: project.finish.baseline, old: 2027-03-31, new: 2027-04-30}
          decision:
            {outcome: approved, by: ines-roth, as: sponsor, date: 2026-11-09, reason: Cheaper.}
        """,
    ),
)
def change_without_impact_assessment(request: ChangeRequest, office: Office) -> Problems:
    """A change was put to decision before its impact was assessed on every dimension.

    Whoever approves must know what it does to time, cost, scope, quality, benefits and risk. Blank
    is not zero: it says that nobody has looked. The return of UK major projects says the same:
    write 0, leave nothing blank. A request that is rejected, deferred or withdrawn needs no more
    work.

    To put it right, say under `impact` what the change does to time, cost and whatever else is
    missing there; where nothing changes, write `0 days`, `0` or `none`.
    """
    is_put = request.is_approved or (
        request.decision is None and request.status in ("decided", "implemented")
    )
    missing = unassessed(request)
    if is_put and request.status != "withdrawn" and missing:
        yield (
            request.at("impact"),
            (
                f"the change request {record_name(request, office)} was put to decision without its"
                f" impact on {listed(missing)}"
            ),
        )
