"""high-risk-without-action."""

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
          probability: 5
          impact: 3
          response: reduce  # <--
          reviewed: 2026-11-02
          review: 2026-12-01
        """,
    good=(
        """
        # projects/hermes/risks.yaml
        list-late:
          title: The street list comes late
          owner: sam-okoro
          probability: 5
          impact: 3
          response: reduce
          actions: [{do: Ask for the list of 2025, owner: sam-okoro, due: 2026-11-20}]
        no-server:
          title: No server is free
          owner: ines-roth
          probability: 4
          impact: 4
          response: prepare
          fallback: The service runs on the server of the old portal.
        new-law:
          title: A new law on addresses
          owner: ines-roth
          probability: 3
          impact: 5
          response: accept
        """,
    ),
)
def high_risk_without_action(risk: Risk, office: Office) -> Problems:
    """A high risk has no action with an owner and a date.

    A response is a word until somebody does something by a day. A risk that is accepted needs no
    action, and one that is prepared for needs none where the fallback is written down. A risk
    without any response is judged as high-risk-without-response.

    To put it right, add to `actions` what is done, by whom and by when.
    """
    work, high = office.owner(risk), office.policy.risk.high
    if work is None or work.is_ended or not risk.is_open or risk.score is None:
        return
    if risk.score < high or risk.actions or risk.response in (None, "accept"):
        return
    if risk.response != "prepare" or not risk.fallback:
        yield (
            risk.at("response"),
            (
                f"risk {called(risk.title, risk.id)} of {called(work.name, work.id)} scores"
                f" {risk.score}, which is high from {high} on; its response is to {risk.response},"
                " and no action says who does what by when"
            ),
        )
