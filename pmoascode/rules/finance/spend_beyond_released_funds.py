"""spend-beyond-released-funds."""

from decimal import Decimal

from pmoascode.finding import Severity
from pmoascode.measures.cost import money
from pmoascode.measures.wording import amount, called
from pmoascode.office import Office, Work
from pmoascode.records.approval import Approval
from pmoascode.records.decision import Decision
from pmoascode.records.finance import Finance
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.records.record import At
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="full",
    source="UK gateway reviews: gates release funding",
    bad=(
        """
        # projects/apollo/finance.yaml
        budget:
          baseline: 1250000
          forecast: 1250000
          actual: 410000  # <--
        funding:
          fund: {title: Change fund 2026, amount: 1300000, approved_by: authorise-project}
        # approvals/apollo/authorise-project.yaml
        gate: authorise-project
        decision: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-03-02}
        amount: 409999.99
        """,
        """
        # projects/apollo/finance.yaml
        budget:
          baseline: 1250000
          forecast: 1250000
          actual: 410000  # <--
        # approvals/apollo/start-initiation.yaml
        gate: start-initiation
        decision: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-01-12}
        amount: 9999
        # approvals/apollo/authorise-project.yaml
        gate: authorise-project
        decision: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-02-27}
        amount: 1250000
        # approvals/apollo/authorise-again.yaml
        gate: authorise-project
        decision: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-03-02}
        amount: 400000
        """,
        """
        # projects/apollo/finance.yaml
        budget:
          baseline: 1250000
          forecast: 1250000
          actual: 410000  # <--
        # approvals/apollo/authorise-project.yaml
        gate: authorise-project
        decision: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-03-02}
        amount: 400000
        # approvals/apollo/accept-result.yaml
        gate: accept-result
        decision: {outcome: deferred, by: maria-silva, as: sponsor, date: 2026-10-26}
        amount: 850000
        """,
    ),
    good=(
        """
        # projects/apollo/finance.yaml
        budget: {baseline: 1250000, forecast: 1250000, actual: 410000}
        # approvals/apollo/authorise-project.yaml
        gate: authorise-project
        decision: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-03-02}
        amount: 410000
        """,
        """
        # projects/apollo/finance.yaml
        budget: {baseline: 1250000, forecast: 1250000, actual: 410000}
        funding:
          fund: {title: Change fund 2026, amount: 10000, approved_by: buy}
        # approvals/apollo/start-initiation.yaml
        gate: start-initiation
        decision: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-01-12}
        amount: 100000
        # approvals/apollo/authorise-project.yaml
        gate: authorise-project
        decision: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-03-02}
        amount: 300000
        """,
        """
        # projects/apollo/finance.yaml
        budget: {baseline: 1250000, forecast: 1250000, actual: 410000}
        # approvals/apollo/authorise-project.yaml
        gate: authorise-project
        decision: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-03-02}
        """,
        """
        # approvals/mercury/authorise-project.yaml
        gate: authorise-project
        decision: {outcome: approved, by: ines-roth, as: sponsor, date: 2025-02-17}
        amount: 57999
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        # approvals/hermes/authorise-project.yaml
        gate: authorise-project
        decision: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-10-05}
        amount: 10
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        budget: {baseline: 80000}
        # approvals/hermes/authorise-project.yaml
        gate: authorise-project
        decision: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-10-05}
        amount: 10
        """,
    ),
)
def spend_beyond_released_funds(work: Project | Programme, office: Office) -> Problems:
    """More was spent than the last passed gate released.

    Gates release money step by step, so that nobody pays for the whole before it is known whether
    the next step is worth it. Who spends ahead takes that decision away from those who answer for
    the money. Of each gate the latest decision counts; the amounts of the gates add up, and so
    does funding that a decision grants. Where no gate names an amount, nothing is judged.

    To put it right, have the gate or a decision release what was spent, or correct the actual cost.
    """
    whole, released = money(office, work), _released(work, office)
    if work.is_ended or whole is None or whole.actual is None or released is None:
        return
    if whole.actual > released:
        yield (
            At(whole.at.path, (*whole.at.keys, "actual")),
            (
                f"{called(work.name, work.id)} has spent {amount(whole.actual, office.currency)};"
                f" its gates have released {amount(released, office.currency)}"
            ),
        )


def _released(work: Work, office: Office) -> Decimal | None:
    """What gates and decisions have released; None where no gate names an amount."""
    latest: dict[str, Approval] = {}
    for approval in sorted(office.approvals(work), key=lambda each: each.decision.date):
        latest[approval.gate] = approval
    gates = [a.amount for a in latest.values() if a.is_granted and a.amount is not None]
    return sum(gates, _by_decision(work, office)) if gates else None


def _by_decision(work: Work, office: Office) -> Decimal:
    """The funding that decisions grant, beside the gates."""
    granted = (
        fund.amount
        for finance in office.within(Finance, work)
        for fund in finance.funding.values()
        if office.find(Decision, fund.approved_by, finance.scope)
    )
    return sum(granted, Decimal(0))
