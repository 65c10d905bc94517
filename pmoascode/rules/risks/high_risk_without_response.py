"""high-risk-without-response."""

from pmoascode.finding import Severity
from pmoascode.measures.wording import called
from pmoascode.office import Office
from pmoascode.records.risk import Risk
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="standard",
    source="PRINCE2 and PM2: high risks are answered",
    bad="""
        # projects/hermes/risks.yaml
        list-late:
          title: The street list comes late
          cause: The post office changes its system.
          event: The list comes in spring.
          effect: The service opens without villages.
          owner: sam-okoro
          raised: 2026-10-05
          probability: 5  # <--
          impact: 3
          reviewed: 2026-11-02
          review: 2026-12-01
        """,
    good=(
        """
        # projects/hermes/risks.yaml
        list-late: {title: The street list comes late, owner: sam-okoro, probability: 4, impact: 3}
        no-server:
          title: No server is free
          owner: ines-roth
          probability: 5
          impact: 3
          response: reduce
          actions: [{do: Reserve a server, owner: ines-roth, due: 2026-11-20}]
        """,
        """
        # policy/policy.yaml
        schema: 1
        profile: standard
        risk: {high: 16}

        # projects/hermes/risks.yaml
        list-late: {title: The street list comes late, owner: sam-okoro, probability: 5, impact: 3}
        """,
    ),
)
def high_risk_without_response(risk: Risk, office: Office) -> Problems:
    """A high risk has no response.

    To know of a high risk and to leave it open what is done about it is the worst of both: nobody
    acts, and nobody has accepted it. High is a score, probability times impact, from the policy's
    limit `risk.high` on, for threats and opportunities alike.

    To put it right, choose in `response` what is done: avoid, reduce, transfer, share, accept or
    prepare; for an opportunity exploit, enhance, share or accept.
    """
    work, high = office.owner(risk), office.policy.risk.high
    if work is None or work.is_ended or not risk.is_open or risk.response:
        return
    if risk.score is not None and risk.score >= high:
        yield (
            risk.at("probability"),
            (
                f"risk {called(risk.title, risk.id)} of {called(work.name, work.id)} scores"
                f" {risk.score} ({risk.probability} x {risk.impact}), which is high from {high} on,"
                " and has no response"
            ),
        )
