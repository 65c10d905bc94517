"""benefit-outside-business-case."""

from pmoascode.finding import Severity
from pmoascode.measures.wording import called
from pmoascode.office import Office
from pmoascode.records.benefit import Benefit
from pmoascode.records.business_case import BusinessCase
from pmoascode.rule import Problems, rule


@rule(
    Severity.WARNING,
    profile="full",
    source="MSP and PM2: benefits justify the cost",
    bad="""
        # programmes/front-door/benefits.yaml
        one-answer: {title: Customers tell us once, objective: faster-claims, outcome: One record}
        fewer-calls:  # <--
          title: Fewer calls
          status: identified
        """,
    good=(
        """
        # programmes/front-door/benefits.yaml
        one-answer: {title: Customers tell us once}
        fewer-calls: {title: Fewer calls, status: dropped}
        longer-calls: {title: Each call takes longer, type: dis-benefit}
        """,
        """
        # projects/hermes/benefits.yaml
        right-addresses: {title: Letters arrive}
        """,
        """
        # projects/hermes/benefits.yaml
        right-addresses: {title: Letters arrive}
        fewer-letters: {title: Fewer letters}
        # projects/hermes/business-case.yaml
        benefits: [fewer-letters]
        """,
        """
        # projects/hermes/benefits.yaml
        right-addresses: {title: Letters arrive}
        # projects/hermes/business-case.yaml
        approved: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-10-05}
        """,
        """
        # projects/hermes/benefits.yaml
        right-addresses: {title: Letters arrive}
        fewer-letters: {title: Fewer letters}
        # projects/hermes/business-case.yaml
        benefits: [fewer-letters]
        approved: {outcome: deferred, by: ines-roth, as: sponsor, date: 2026-10-05}
        """,
        """
        # projects/mercury/benefits.yaml
        fewer-letters: {title: Fewer letters come back, status: realised}
        fewer-calls: {title: Fewer calls}
        """,
        """
        # projects/nobody/benefits.yaml
        letters: {title: Letters arrive, owner: sam-okoro, status: planned}
        # projects/nobody/business-case.yaml
        benefits: [fewer-letters]
        approved: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-10-05}
        """,
    ),
)
def benefit_outside_business_case(benefit: Benefit, office: Office) -> Problems:
    """A benefit is not named by the approved business case.

    The case was approved for the benefits that it names. One beside it was weighed by nobody:
    either the case is worth more than it says, or the benefit is a wish. What gets worse is said
    in words in the case and is not asked for here.

    To put it right, add the benefit to `benefits` of the business case at its next review, or drop
    it.
    """
    work = office.owner(benefit)
    case = office.one(BusinessCase, work) if work else None
    if work is None or work.is_ended or case is None or not case.benefits:
        return
    if benefit.type_ == "dis-benefit" or not benefit.is_open or benefit.id in case.benefits:
        return
    if case.approved and case.approved.is_granted:
        yield (
            benefit.at_key(),
            (
                f"the approved business case of {called(work.name, work.id)} does not name the"
                f" benefit {called(benefit.title, benefit.id)}"
            ),
            (case.at("benefits"),),
        )
