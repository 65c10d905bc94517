"""The rule that somebody decides when the case is gone."""

import datetime as dt

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.records.amounts import Duration
from pmoascode.records.business_case import BusinessCase
from pmoascode.records.decision import Decision
from pmoascode.rule import Problems, rule

_ANSWERS = ("continue", "stop", "hold", "close")

_CASE = """
        version: "1.3"
        maturity: full
        reasons: Claims take 12 days.
        options:
          nothing: {title: Do nothing, kind: do-nothing}
          forms: {title: Better forms on paper, kind: do-minimum, cost: 90000, benefit: 120000}
          portal: {title: Portal by the vendor, cost: 1250000, benefit: 1150000}
        recommended: portal
        benefits: [shorter-claims]
        approved: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-01-09}
"""

_WITHIN = Duration(30, "day")


@rule(
    Severity.ERROR,
    profile="full",
    source="PRINCE2: continued business justification",
    bad=(
        """
        # projects/apollo/business-case.yaml
        version: "1.3"
        maturity: full
        reasons: Claims take 12 days.
        options:
          nothing: {title: Do nothing, kind: do-nothing}
          forms: {title: Better forms, kind: do-minimum, cost: 90000, benefit: 120000}
          portal: {title: Portal by the vendor, cost: 1250000, benefit: 1750000}
        recommended: portal
        benefits: [shorter-claims]
        viable: false  # <--
        reviewed: 2026-10-10
        approved: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-01-09}
        # projects/apollo/decisions.yaml
        buy:
          title: Go on
          category: continue
          raised_by: lena-novak
          options:
            buy: {title: Go on}
            build: {title: Stop}
          chosen: buy
          rationale: The law asks for it.
          decided: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-10-09}
        """,
    ),
    good=(
        """
        # projects/apollo/business-case.yaml
        version: "1.3"
        maturity: full
        reasons: Claims take 12 days.
        options:
          nothing: {title: Do nothing, kind: do-nothing}
          forms: {title: Better forms, kind: do-minimum, cost: 90000, benefit: 120000}
          portal: {title: Portal by the vendor, cost: 1250000, benefit: 1750000}
        recommended: portal
        benefits: [shorter-claims]
        viable: false
        reviewed: 2026-10-10
        approved: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-01-09}
        # projects/apollo/decisions.yaml
        buy:
          title: Go on
          category: continue
          raised_by: lena-novak
          options:
            buy: {title: Go on}
            build: {title: Stop}
          chosen: buy
          rationale: The law asks for it.
          decided: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-10-10}
        """,
        """
        # projects/apollo/business-case.yaml
        version: "1.3"
        maturity: full
        reasons: Claims take 12 days.
        options:
          nothing: {title: Do nothing, kind: do-nothing}
          forms: {title: Better forms, kind: do-minimum, cost: 90000, benefit: 120000}
          portal: {title: Portal by the vendor, cost: 1250000, benefit: 1750000}
        recommended: portal
        benefits: [shorter-claims]
        viable: false
        approved: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-01-09}
        # projects/apollo/decisions.yaml
        buy:
          title: Go on
          category: stop
          raised_by: lena-novak
          options:
            buy: {title: Go on}
            build: {title: Stop}
          chosen: buy
          rationale: The law asks for it.
          decided: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-03-02}
        """,
    ),
)
def unviable_case_without_decision(
    case: BusinessCase,
    office: Office,
    today: dt.date,
    *,
    within: Duration = _WITHIN,
) -> Problems:
    """The business case no longer holds and nobody has decided to stop or to go on.

    Without a case every further day costs money for nothing. There can be reasons to go on, such as
    a law; then somebody says so and answers for it. The decision is due within a month of the
    review that found out; where no day of a review is given, at once.

    To put it right, enter the decision in `decisions.yaml` under one of the categories `continue`,
    `stop`, `hold` or `close`, with the one who decided; or set `viable` right if it still holds.
    """
    work = office.owner(case)
    if work is None or work.is_ended or case.viable is not False:
        return
    found = case.reviewed
    if found and within.after(found) >= today:
        return
    answers = (d for d in office.within(Decision, work) if d.category in _ANSWERS and d.stands)
    if any(d.decided and (found is None or d.decided.date >= found) for d in answers):
        return
    since = f"since {found}" if found else "without a day of review"
    yield (
        case.at("viable"),
        (
            f"the business case of {work.name} is not viable {since}, and no decision since then"
            f" says whether to stop or to go on; it is due within {within}"
        ),
    )
