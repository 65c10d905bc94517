"""residual-above-inherent."""

from pmoascode.finding import Severity
from pmoascode.measures.wording import called
from pmoascode.office import Office
from pmoascode.records.risk import Risk
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="standard",
    source="Risk arithmetic: a response lowers exposure",
    bad="""
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
          residual: {probability: 2, impact: 4}  # <--
          response: accept
          reviewed: 2026-11-02
          review: 2026-12-01
        """,
    good="""
        # projects/hermes/risks.yaml
        list-late:
          title: The street list comes late
          owner: sam-okoro
          probability: 2
          impact: 3
          residual: {probability: 3, impact: 2}
        early-users:
          title: Other departments want the service
          type: opportunity
          owner: sam-okoro
          probability: 2
          impact: 3
          response: enhance
          residual: {probability: 4, impact: 3}
        """,
)
def residual_above_inherent(risk: Risk, office: Office) -> Problems:
    """A risk is rated higher after its response than before it.

    A response that makes a threat worse is none; more often the two ratings are swapped. The
    scores are compared, so that one side may rise where the other falls further. An opportunity
    is meant to grow and is not judged.

    To put it right, check which rating is which: `probability` and `impact` hold before the
    response, `residual` after it.
    """
    work, left = office.owner(risk), risk.residual
    if work is None or work.is_ended or not risk.is_open or risk.type_ == "opportunity":
        return
    if left and risk.score is not None and left.score > risk.score:
        yield (
            risk.at("residual"),
            (
                f"risk {called(risk.title, risk.id)} of {called(work.name, work.id)} scores"
                f" {left.score} ({left.probability} x {left.impact}) after its response and"
                f" {risk.score} ({risk.probability} x {risk.impact}) before it"
            ),
            (risk.at("probability"),),
        )
