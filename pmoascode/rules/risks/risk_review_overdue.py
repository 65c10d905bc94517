"""risk-review-overdue."""

import datetime as dt

from pmoascode.finding import Severity
from pmoascode.measures.wording import called, days
from pmoascode.office import Office
from pmoascode.records.amounts import Duration
from pmoascode.records.policy import RiskPolicy
from pmoascode.records.risk import Risk
from pmoascode.rule import Problems, rule

_CRITICAL = Duration(2, "week")
_HIGH = Duration(5, "week")
_OTHER = Duration(14, "week")


@rule(
    Severity.WARNING,
    profile="full",
    source="PM2: how often risks are reviewed",
    bad=(
        """
        # projects/hermes/risks.yaml
        new-law:
          title: A new law on addresses
          cause: Parliament discusses it.
          event: It comes into force in spring.
          effect: The service is built anew.
          owner: sam-okoro
          raised: 2026-03-02
          probability: 2
          impact: 5
          response: accept
          reviewed: 2026-08-03  # <--
          review: 2026-11-09
        list-late:
          title: The street list comes late
          cause: The post office changes its system.
          event: The list comes in spring.
          effect: The service opens without villages.
          owner: sam-okoro
          raised: 2026-08-03  # <--
        """,
        """
        # projects/hermes/risks.yaml
        high:
          title: The street list comes late
          cause: The post office changes its system.
          event: The list comes in spring.
          effect: The service opens without villages.
          owner: sam-okoro
          raised: 2026-03-02
          probability: 3
          impact: 5
          response: reduce
          actions: [{do: Ask for the list of 2025, owner: sam-okoro, due: 2026-11-20}]
          reviewed: 2026-10-05  # <--
          review: 2026-12-01
        critical:
          title: The post office closes
          cause: It makes no money.
          event: It closes in spring.
          effect: There is no list at all.
          owner: sam-okoro
          raised: 2026-03-02
          probability: 4
          impact: 5
          response: prepare
          fallback: The list of 2025.
          reviewed: 2026-10-26  # <--
          review: 2026-12-01
        """,
        """
        # projects/hermes/risks.yaml
        list-late:
          title: The street list comes late
          cause: The post office changes its system.
          event: The list comes in spring.
          effect: The service opens without villages.
          owner: sam-okoro
          raised: 2026-10-05
          probability: 2
          impact: 3
          response: accept
          reviewed: 2026-11-02
          review: 2026-11-09  # <--
        """,
    ),
    good=(
        """
        # projects/hermes/risks.yaml
        other: {title: Late, probability: 2, impact: 5, reviewed: 2026-08-04, review: 2026-11-10}
        below-high: {title: Later, probability: 3, impact: 4, reviewed: 2026-10-05}
        high: {title: Latest, probability: 3, impact: 5, reviewed: 2026-10-06}
        below-critical: {title: Closes, probability: 4, impact: 4, reviewed: 2026-10-26}
        critical: {title: Closes soon, probability: 4, impact: 5, reviewed: 2026-10-27}
        kept: {title: Reviewed as planned, reviewed: 2026-11-09, review: 2026-11-09}
        undated: {title: Without a day}
        gone: {title: It has gone, status: closed, reviewed: 2026-01-12}
        """,
        """
        # projects/ghost/risks.yaml
        lost: {title: Nobody knows whose, reviewed: 2025-10-06}

        # projects/mercury/risks.yaml
        wrong-merge: {title: Two customers become one, reviewed: 2025-10-06}
        """,
    ),
)
def risk_review_overdue(
    risk: Risk,
    office: Office,
    today: dt.date,
    *,
    critical: Duration = _CRITICAL,
    high: Duration = _HIGH,
    other: Duration = _OTHER,
) -> Problems:
    """An open risk has not been reviewed for longer than its score allows.

    A register that is not looked at tells how things were. How often is enough depends on the
    score: the limits `critical`, `high` and `other` say how long after the last review, or after
    the day on which it was raised, the next one is due, by the scores of the policy. A day set in
    `review` counts where it is earlier.

    To put it right, review the risk with its owner, write the day into `reviewed` and the next one
    into `review`, or close it.
    """
    work, last = office.owner(risk), risk.reviewed or risk.raised
    if work is None or work.is_ended or not risk.is_open or last is None:
        return
    field = "reviewed" if risk.reviewed else "raised"
    due = _within(risk, office.policy.risk, critical, high, other).after(last)
    if risk.review and last < risk.review < due:
        field, due = "review", risk.review
    if due < today:
        said = "last reviewed" if risk.reviewed else "never reviewed; it was raised"
        yield (
            risk.at(field),
            (
                f"risk {called(risk.title, risk.id)} of {called(work.name, work.id)} was {said} on"
                f" {last}; a review was due by {due}, {days((today - due).days)} ago"
            ),
        )


def _within(
    risk: Risk, policy: RiskPolicy, critical: Duration, high: Duration, other: Duration
) -> Duration:
    """How long after the last review the next one is due."""
    if risk.score is None or risk.score < policy.high:
        return other
    return critical if risk.score >= policy.critical else high
