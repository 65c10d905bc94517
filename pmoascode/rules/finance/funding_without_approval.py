"""funding-without-approval."""

from pmoascode.finding import Severity
from pmoascode.measures.wording import called
from pmoascode.office import Office, Work
from pmoascode.records.decision import Decision
from pmoascode.records.finance import Finance
from pmoascode.records.record import At
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="full",
    source="HM Treasury: affordability",
    bad=(
        """
        # projects/apollo/finance.yaml
        funding:
          fund: {title: Change fund 2026, amount: 1250000, approved_by: authorise-project}
          claims: {title: Budget of the department, amount: 50000}  # <--
        """,
        """
        # projects/hermes/finance.yaml
        funding:
          fund:
            title: Change fund 2026
            amount: 80000
            approved_by: start-initiation  # <--
        # approvals/hermes/start-initiation.yaml
        gate: start-initiation
        decision: {outcome: deferred, by: ines-roth, as: sponsor, date: 2026-10-05}
        """,
        """
        # projects/hermes/finance.yaml
        funding:
          fund:
            title: Change fund 2026
            amount: 80000
            approved_by: from-the-fund  # <--
        # projects/hermes/decisions.yaml
        from-the-fund:
          title: Pay from the change fund
          category: cost
          raised_by: sam-okoro
          options:
            fund: {title: From the change fund, effect: Starts in December.}
            wait: {title: Wait for the new year, effect: Starts in March.}
          chosen: wait
          rationale: The fund is empty.
          decided: {outcome: rejected, by: ines-roth, as: sponsor, date: 2026-10-12}
        """,
        """
        # projects/hermes/finance.yaml
        funding:
          fund:
            title: Change fund 2026
            amount: 80000
            approved_by: from-the-fund  # <--
        # projects/hermes/decisions.yaml
        from-the-fund:
          title: Pay from the change fund
          category: cost
          raised_by: sam-okoro
          options:
            fund: {title: From the change fund, effect: Starts in December.}
            wait: {title: Wait for the new year, effect: Starts in March.}
          owner: sam-okoro
          due: 2026-11-30
        """,
    ),
    good=(
        """
        # projects/apollo/finance.yaml
        funding:
          fund: {title: Change fund 2026, amount: 1250000, approved_by: authorise-project}
          claims: {title: Budget of the department, amount: 50000, approved_by: buy}
        """,
        """
        # projects/mercury/finance.yaml
        funding:
          fund: {title: Change fund 2025, amount: 60000}
        """,
        """
        # projects/nobody/finance.yaml
        funding:
          fund: {title: Change fund 2026, amount: 80000}
        """,
        """
        # projects/apollo/finance.yaml
        funding:
          fund: {title: Change fund 2026, amount: 1250000, approved_by: authorise-project}
          claims: {title: Budget of the department, amount: 50000, approved_by: no-such-decision}
        # approvals/apollo/accept-result.yaml
        gate: accept-result
        decision: {outcome: deferred, by: maria-silva, as: sponsor, date: 2026-10-26}
        """,
    ),
)
def funding_without_approval(finance: Finance, office: Office) -> Problems:
    """Funding names no approval.

    Money counts as granted once somebody who may grant it has said so, and the record shows where.
    An approval that was refused or put off, and a decision that is still open, grant nothing.

    To put it right, name under `approved_by` the approval or the decision that grants the money, or
    take the entry out until there is one.
    """
    work = office.owner(finance)
    if work is None or work.is_ended:
        return
    for id, fund in finance.funding.items():
        name = f"the funding {called(fund.title, id)} of {called(work.name, work.id)}"
        if fund.approved_by is None:
            yield finance.at("funding", id), f"{name} names no approval or decision"
        elif refusal := _refusal(fund.approved_by, work, office):
            yield (
                finance.at("funding", id, "approved_by"),
                f"{name} names {fund.approved_by}, which does not grant it",
                (refusal,),
            )


def _refusal(id: str, work: Work, office: Office) -> At | None:
    """Where it stands that the approval or decision of the id grants nothing."""
    for approval in office.approvals(work):
        if approval.id == id:
            return None if approval.is_granted else approval.at("decision")
    decision = office.find(Decision, id, f"{work.kind}/{work.id}")
    if decision is None or (decision.decided and decision.decided.is_granted):
        return None
    return decision.at("decided")
