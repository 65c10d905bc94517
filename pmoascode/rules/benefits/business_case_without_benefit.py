"""business-case-without-benefit."""

from pmoascode.finding import Severity
from pmoascode.measures.wording import called
from pmoascode.office import Office
from pmoascode.records.business_case import BusinessCase
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="full",
    source="MSP and PM2: benefits justify the cost",
    bad="""
        # projects/hermes/business-case.yaml
        version: "1.0"
        maturity: justification
        summary: One service that knows every address.
        reasons: Each department keeps its own addresses.
        strategic: Serves the objective of fewer errors.
        economic: It pays within a year.
        financial: From the IT budget.
        options:
          nothing: {title: Do nothing, kind: do-nothing}
          service: {title: One address service, cost: 80000, benefit: 110000}
        recommended: service
        viable: true
        reviewed: 2026-10-05
        approved: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-10-05}  # <--
        """,
    good=(
        """
        # projects/hermes/business-case.yaml
        summary: One service that knows every address.
        """,
        """
        # projects/hermes/business-case.yaml
        summary: One service that knows every address.
        approved: {outcome: rejected, by: ines-roth, as: sponsor, date: 2026-10-05}
        """,
        """
        # projects/mercury/business-case.yaml
        summary: Fewer letters come back.
        approved: {outcome: approved, by: ines-roth, as: sponsor, date: 2025-01-10}
        """,
        """
        # projects/hermes/business-case.yaml
        benefits: [right-addresses]
        approved: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-10-05}
        # projects/hermes/benefits.yaml
        right-addresses: {title: Letters arrive}
        """,
        """
        # projects/nobody/business-case.yaml
        approved: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-10-05}
        """,
    ),
)
def business_case_without_benefit(case: BusinessCase, office: Office) -> Problems:
    """An approved business case names no benefit.

    The benefit is what the money is paid for. Where the case names none, nobody can say afterwards
    whether it was worth it, and nobody answers for it. What the law asks for has its benefit too: a
    finding closed, a fine that does not come.

    To put it right, describe the benefits in `benefits.yaml` and name their ids in the `benefits`
    of the case.
    """
    work = office.owner(case)
    if work is None or work.is_ended or case.benefits:
        return
    if case.approved and case.approved.is_granted:
        yield (
            case.at("approved"),
            f"the business case of {called(work.name, work.id)} is approved and names no benefit",
        )
