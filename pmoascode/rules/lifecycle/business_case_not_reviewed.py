"""The rule that the business case is looked at again before each gate."""

import datetime as dt

from pmoascode.finding import Severity
from pmoascode.measures.passed_gates import gate_title, passed_before, passed_gates
from pmoascode.office import Office
from pmoascode.records.approval import Approval
from pmoascode.records.business_case import BusinessCase
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="full",
    source="PRINCE2: continued business justification",
    bad=(
        """
        # projects/mercury/business-case.yaml
        version: "1.0"
        maturity: justification
        reasons: Ninety letters a month come back.
        options:
          nothing: {title: Do nothing, kind: do-nothing}
          book: {title: One address book, cost: 60000, benefit: 110000}
        recommended: book
        benefits: [fewer-letters]
        viable: true
        reviewed: 2026-01-29  # <--
        approved: {outcome: approved, by: ines-roth, as: sponsor, date: 2025-01-10}
        """,
    ),
    good=(
        """
        # projects/mercury/business-case.yaml
        version: "1.0"
        maturity: justification
        reasons: Ninety letters a month come back.
        viable: true
        reviewed: 2026-01-30
        approved: {outcome: approved, by: ines-roth, as: sponsor, date: 2025-01-10}
        """,
        """
        # projects/mercury/business-case.yaml
        version: "1.1"
        maturity: justification
        reasons: Ninety letters a month come back.
        viable: true
        reviewed: 2025-01-10
        approved: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-01-30}
        """,
    ),
)
def business_case_not_reviewed(approval: Approval, office: Office) -> Problems:
    """A gate was passed though the business case was not reviewed in the stage that ended.

    A gate asks whether it is still worth going on, and the answer stands in the business case. If
    nobody has opened it since the gate before, the question was not asked. The latest gate that
    was passed is judged: the last review, or the approval of the case, must not be older than the
    gate before it.

    To put it right, check with the sponsor whether the case still holds, and enter the day under
    `reviewed` and the answer under `viable`.
    """
    work = office.owner(approval)
    if work is None or passed_gates(work, office)[-1:] != (approval,):
        return
    case, earlier = office.one(BusinessCase, work), passed_before(approval, work, office)
    if case is None or not earlier:
        return
    since = earlier[-1].decision.date
    seen = _last_look(case)
    if seen is None or seen < since:
        said = f"was last reviewed on {seen}" if seen else "was never reviewed"
        yield (
            case.at("reviewed"),
            (
                f"{work.name} passed the gate {gate_title(approval, work, office)} on"
                f" {approval.decision.date}, but its business case {said}; the stage that ended"
                f" had begun on {since}"
            ),
            (approval.at("decision", "date"),),
        )


def _last_look(case: BusinessCase) -> dt.date | None:
    signed = case.approved.date if case.approved and case.approved.is_granted else None
    return max((day for day in (case.reviewed, signed) if day), default=None)
