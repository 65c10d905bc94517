"""The rule that large changes are decided higher up."""

from collections.abc import Iterator
from decimal import Decimal

from pmoascode.change import as_known
from pmoascode.finding import Severity
from pmoascode.measures.cost import money
from pmoascode.measures.wording import amount, listed
from pmoascode.office import Office, Work
from pmoascode.office.holding import above
from pmoascode.office.naming import record_name, role_name
from pmoascode.records.change_request import ChangeImpact, ChangeRequest
from pmoascode.records.decision import Decision
from pmoascode.records.exception import ExceptionReport
from pmoascode.records.parts import SignOff
from pmoascode.records.project import Project
from pmoascode.rule import Problems, rule

_DELEGATED = ("change-authority", "project-manager")  # they act within the change budget
_OF_PROJECT = (*_DELEGATED, "sponsor", "senior-user", "senior-supplier", "team-manager")
_BUDGETS = ("project.budget.baseline", "programme.budget.baseline", "finance.budget.baseline")


@rule(
    Severity.ERROR,
    profile="full",
    source="PRINCE2: change authority and tolerances",
    bad=(
        """
        # projects/hermes/change-requests.yaml
        finish-in-april:
          title: Wait for the list
          requested_by: sam-okoro
          requested: 2026-11-02
          reason: The post office delivers its street list late.
          status: decided
          impact: {time: 31 days, cost: 0, scope: none, quality: none, benefits: none, risk: low}
          decision:
            outcome: approved
            by: ines-roth
            as: sponsor  # <--
            date: 2026-11-09
            reason: We wait for the list.
        """,
        """
        # assignments/it.yaml
        change-authority:
          - {person: paul-weber, from: 2026-01-01, until: 2026-12-31, time: 5 %}
        # projects/apollo/change-requests.yaml
        finish-in-april:
          title: Wait for the list
          requested_by: tom-berg
          requested: 2026-11-02
          reason: The post office delivers its street list late.
          status: decided
          impact: {time: 0 days, cost: 50001, scope: none, quality: none, benefits: none, risk: low}
          decision:
            outcome: approved
            by: paul-weber
            as: change-authority  # <--
            date: 2026-11-09
            reason: We wait for the list.
        pilot-in-october:
          title: Pilot ends in October
          requested_by: tom-berg
          reason: The branches are closed in August.
          status: implemented
          impact: {time: 0 days, cost: 0, scope: none, quality: none, benefits: none, risk: none}
          decision:
            {outcome: approved, by: maria-silva, as: sponsor, date: 2026-06-15, reason: Cheaper.}
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
          impact: {time: 31 days, cost: 0, scope: none, quality: none, benefits: none, risk: low}
          decision:
            outcome: approved
            by: ines-roth
            as: sponsor
            date: 2026-11-09
            reason: We wait for the list.
        # projects/hermes/decisions.yaml
        wait:
          title: Wait for the list
          category: schedule
          raised_by: sam-okoro
          options:
            wait: {title: Wait}
            type: {title: Type it ourselves}
          chosen: wait
          rationale: Typing costs more.
          decided: {outcome: approved, by: ana-keller, as: portfolio-manager, date: 2026-11-09}
          change_request: finish-in-april
        """,
    ),
)
def change_beyond_authority(request: ChangeRequest, office: Office, authority: Office) -> Problems:
    """A change was decided below the level that its impact asks for.

    PRINCE2 lends power in steps. The change authority decides within the change budget, the board
    of the project within its tolerances for time and cost, and beyond them the level above: the
    programme or the portfolio. A decision or an exception report that the level above has signed,
    and that names the change or is named by it under `funded_by`, counts as well.

    To put it right, put the change to the level that may decide it, and enter that sign-off; or
    link the decision which that level has already taken.
    """
    work, signed, impact = office.owner(request), request.decision, request.impact
    if work is None or signed is None or impact is None or not signed.is_granted:
        return
    signatures = (signed, *_others(request, work, office))
    known = as_known(work, authority, office)
    if any(_is_above(each, known, authority) for each in signatures):
        return
    beyond = list(_beyond_tolerance(request, impact, work, office))
    level = "the level above the project"
    if not beyond and signed.as_ in _DELEGATED:
        beyond, level = list(_beyond_change_budget(request, impact, work, office)), "the sponsor"
    if beyond:
        yield (
            request.at("decision", "as"),
            (
                f"the change request {record_name(request, office)} was approved by the"
                f" {role_name(signed.as_, office)}, but {listed(beyond)}; that is for {level} to"
                " decide"
            ),
            (request.at("impact"),),
        )


def _is_above(signed: SignOff, work: Work, authority: Office) -> bool:
    """Whether the one who signed decides above the work."""
    if not signed.is_granted:
        return False
    if signed.as_ not in _OF_PROJECT:
        return True
    higher = (each for each in above(work, authority) if each is not work)
    return any(
        held.person == signed.by
        for scope in higher
        for held in authority.holders(signed.as_, scope, signed.date)
    )


def _others(request: ChangeRequest, work: Work, office: Office) -> Iterator[SignOff]:
    """The other sign-offs that allow the change."""
    for decision in office.within(Decision, work):
        is_linked = decision.change_request == request.id or decision.id == request.funded_by
        if is_linked and decision.decided:
            yield decision.decided
    for raised in office.within(ExceptionReport, work):
        if raised.change_request == request.id and raised.decision:
            yield raised.decision


def _beyond_tolerance(
    request: ChangeRequest, impact: ChangeImpact, work: Work, office: Office
) -> Iterator[str]:
    tolerance, budget = office.tolerance(work), _budget(request, work, office)
    if impact.time and tolerance.time and impact.time > tolerance.time:
        yield f"{impact.time} are more than the tolerance of {tolerance.time}"
    if impact.cost and budget and tolerance.cost and impact.cost > tolerance.cost.of(budget):
        cost = amount(impact.cost, office.currency)
        yield f"{cost} are more than the tolerance of {tolerance.cost}"


def _budget(request: ChangeRequest, work: Work, office: Office) -> Decimal | None:
    """The approved cost at completion as it was before this change."""
    for change in request.changes:
        if change.path in _BUDGETS and isinstance(change.old, int | Decimal):
            return Decimal(change.old)
    known = money(office, work)
    return known.baseline if known else None


def _beyond_change_budget(
    request: ChangeRequest, impact: ChangeImpact, work: Work, office: Office
) -> Iterator[str]:
    lent = work.change_budget if isinstance(work, Project) else None
    if lent is not None and impact.cost and impact.cost > lent and not request.funded_by:
        currency = office.currency
        yield (
            f"{amount(impact.cost, currency)} are more than the change budget of"
            f" {amount(lent, currency)}"
        )
