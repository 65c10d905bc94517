"""risk-without-owner."""

import datetime as dt

from pmoascode.finding import Severity
from pmoascode.measures.wording import called
from pmoascode.office import Office
from pmoascode.records.risk import Risk
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="standard",
    source="PRINCE2: one owner for each risk",
    bad=(
        """
        # projects/hermes/risks.yaml
        list-late:  # <--
          title: The street list comes late
          cause: The post office changes its system.
          event: The list comes in spring.
          effect: The service opens without villages.
          raised: 2026-10-05
          probability: 2
          impact: 3
          response: accept
          reviewed: 2026-11-02
          review: 2026-12-01
        """,
        """
        # people/eva-stein.yaml
        name: Eva Stein
        active_until: 2026-11-09

        # projects/hermes/risks.yaml
        list-late:
          title: The street list comes late
          cause: The post office changes its system.
          event: The list comes in spring.
          effect: The service opens without villages.
          owner: eva-stein  # <--
          raised: 2026-10-05
          probability: 2
          impact: 3
          response: accept
          reviewed: 2026-11-02
          review: 2026-12-01
        """,
    ),
    good="""
        # projects/hermes/risks.yaml
        list-late:
          title: The street list comes late
          owner: sam-okoro
          probability: 2
          impact: 3
        two-lists:
          title: Two street lists are in use
          status: closed
          closed: {date: 2026-10-30, reason: The old list was withdrawn.}
        """,
)
def risk_without_owner(risk: Risk, office: Office, today: dt.date) -> Problems:
    """An open risk has no owner, or one who has left.

    A risk that nobody watches is found again as an issue. One person owns it, so that there is one
    to ask. Open risks of work that has not ended are judged.

    To put it right, name in `owner` the person who can do most about it, or close the risk with a
    reason.
    """
    work = office.owner(risk)
    if work is None or work.is_ended or not risk.is_open:
        return
    name = f"risk {called(risk.title, risk.id)} of {called(work.name, work.id)}"
    owner = office.person(risk.owner)
    if not risk.owner:
        yield risk.at_key(), f"{name} is open and has no owner"
    elif owner and owner.active_until and owner.active_until < today:
        yield (
            risk.at("owner"),
            (
                f"{name} is open, and its owner {called(owner.name, owner.id)} left on"
                f" {owner.active_until}"
            ),
            (owner.at("active_until"),),
        )
