"""risk-accepted-without-sign-off."""

from pmoascode.finding import Severity
from pmoascode.measures.wording import called
from pmoascode.office import Office
from pmoascode.records.risk import Risk
from pmoascode.rule import Problems, rule


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
          response: accept  # <--
          reviewed: 2026-11-02
          review: 2026-12-01
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
            outcome: rejected  # <--
            by: ines-roth
            as: sponsor
            date: 2026-11-02
          reviewed: 2026-11-02
          review: 2026-12-01
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
        list-late: {title: The list comes late, probability: 3, impact: 4, response: accept}
        no-score: {title: Without a score, response: accept}
        no-server: {title: No server is free, probability: 4, impact: 5, response: reduce}
        cheap-list:
          title: The list gets cheaper
          type: opportunity
          probability: 5
          impact: 4
          response: accept
        old-law:
          title: The old law ends
          probability: 4
          impact: 5
          response: accept
          status: closed
          closed: {date: 2026-10-30, reason: It stays.}
        """,
        """
        # projects/ghost/risks.yaml
        lost: {title: Nobody knows whose, probability: 4, impact: 5, response: accept}

        # projects/mercury/risks.yaml
        wrong-merge: {title: Two become one, probability: 4, impact: 5, response: accept}
        """,
    ),
)
def risk_accepted_without_sign_off(risk: Risk, office: Office) -> Problems:
    """A risk above appetite is accepted and nobody has signed for it.

    To accept a risk is to do nothing about it and to bear what comes. Above the policy's limit
    `risk.appetite` that is for the sponsor or the board to say, not for those who keep the
    register. Judged are open threats; a risk with another response is judged as
    high-risk-without-action.

    To put it right, ask the sponsor to accept the risk, and enter that under its `acceptance`; or
    choose another response.
    """
    work, appetite = office.owner(risk), office.policy.risk.appetite
    if work is None or work.is_ended or not risk.is_open or risk.type_ != "threat":
        return
    if risk.response != "accept" or risk.score is None or risk.score <= appetite:
        return
    if risk.acceptance is None or not risk.acceptance.is_granted:
        yield (
            risk.at("acceptance", "outcome") if risk.acceptance else risk.at("response"),
            (
                f"risk {called(risk.title, risk.id)} of {called(work.name, work.id)} is accepted"
                f" and scores {risk.score}, above the appetite of {appetite}; nobody has signed"
                " for that"
            ),
        )
