"""risk-acceptance-without-review."""

import datetime as dt

from pmoascode.finding import Severity
from pmoascode.measures.wording import called
from pmoascode.office import Office
from pmoascode.records.amounts import Duration
from pmoascode.records.risk import Risk
from pmoascode.rule import Problems, rule

_QUARTER = Duration(90, "day")


@rule(
    Severity.ERROR,
    profile="full",
    source="PRINCE2: risk appetite",
    bad=(
        """
        # projects/hermes/risks.yaml
        new-law:
          title: A new law on addresses
          cause: Parliament discusses it.
          event: It comes into force in spring.
          effect: The service is built anew.
          owner: sam-okoro
          raised: 2026-10-05
          probability: 3
          impact: 5
          response: accept
          acceptance: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-11-02}
          reviewed: 2026-10-26
          review: 2027-02-01  # <--
        """,
        """
        # policy/policy.yaml
        profile: full
        risk: {appetite: 11}
        approvals: {limits: {sponsor: 2000000}}

        # projects/hermes/risks.yaml
        new-law:
          title: A new law on addresses
          cause: Parliament discusses it.
          event: It comes into force in spring.
          effect: The service is built anew.
          owner: sam-okoro
          raised: 2026-10-05
          probability: 3
          impact: 4
          response: accept
          acceptance:
            {outcome: approved, by: ines-roth, as: sponsor, date: 2026-11-02}  # <--
          reviewed: 2026-11-02
        """,
    ),
    good=(
        """
        # projects/hermes/risks.yaml
        new-law:
          title: A new law on addresses
          probability: 3
          impact: 5
          response: accept
          acceptance: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-11-02}
          review: 2027-01-31
        no-server:
          title: No server is free
          probability: 3
          impact: 5
          response: accept
          acceptance: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-10-05}
          reviewed: 2026-11-03
          review: 2027-02-01
        refused:
          title: No room
          probability: 3
          impact: 5
          response: accept
          acceptance: {outcome: rejected, by: ines-roth, as: sponsor, date: 2026-10-05}
        within:
          title: Within the appetite
          probability: 3
          impact: 4
          response: accept
          acceptance: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-10-05}
        no-score:
          title: Without a score
          acceptance: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-10-05}
        gone:
          title: It has gone
          probability: 3
          impact: 5
          status: closed
          acceptance: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-10-05}
        """,
        """
        # projects/ghost/risks.yaml
        lost:
          title: Nobody knows whose
          probability: 4
          impact: 5
          acceptance: {outcome: approved, by: ines-roth, as: sponsor, date: 2025-10-06}

        # projects/mercury/risks.yaml
        wrong-merge:
          title: Two customers become one
          probability: 4
          impact: 5
          acceptance: {outcome: approved, by: ines-roth, as: sponsor, date: 2025-10-06}
        """,
    ),
)
def risk_acceptance_without_review(
    risk: Risk, office: Office, *, longest: Duration = _QUARTER
) -> Problems:
    """An accepted risk above appetite has no review within 90 days.

    Who bears a risk bears it as it was that day; risks grow, and a signature does not. Where the
    score lies above the policy's `risk.appetite` and somebody has signed, the next review comes
    within the limit `longest` after the signature, or after the last review if that is later. A
    risk that nobody has signed for is judged as risk-accepted-without-sign-off, a review that was
    missed as risk-review-overdue.

    To put it right, have the accepted risk looked at sooner: enter an earlier day in `review`.
    """
    work, signed = office.owner(risk), risk.acceptance
    if work is None or work.is_ended or not risk.is_open:
        return
    if signed is None or not signed.is_granted:
        return
    if risk.score is None or risk.score <= office.policy.risk.appetite:
        return
    latest = longest.after(_last(signed.date, risk.reviewed))
    if risk.review is None or risk.review > latest:
        planned = f"is planned for {risk.review}" if risk.review else "has no day"
        yield (
            risk.at("review") if risk.review else risk.at("acceptance"),
            (
                f"risk {called(risk.title, risk.id)} of {called(work.name, work.id)} is accepted"
                f" with a score of {risk.score}; its next review {planned}, and {latest} at the"
                " latest was expected"
            ),
        )


def _last(signed: dt.date, reviewed: dt.date | None) -> dt.date:
    return max(signed, reviewed) if reviewed else signed
