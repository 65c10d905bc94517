"""gate-passed-with-unaccepted-risk."""

import datetime as dt

from pmoascode.finding import Severity
from pmoascode.measures.unsettled import was_open
from pmoascode.measures.wording import called, listed
from pmoascode.office import Office
from pmoascode.records.approval import Approval
from pmoascode.records.risk import Risk
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="full",
    source="PRINCE2: the board knows the exposure it accepts",
    bad=(
        """
        # approvals/hermes/start-initiation.yaml
        gate: start-initiation
        decision:
          outcome: approved
          by: ines-roth
          as: sponsor
          date: 2026-11-09  # <--

        # projects/hermes/risks.yaml
        list-late:
          title: The street list comes late
          cause: The post office changes its system.
          event: The list comes in spring.
          effect: The service opens without villages.
          owner: sam-okoro
          raised: 2026-11-09
          probability: 3
          impact: 5
          response: reduce
          actions: [{do: Ask for the list of 2025, owner: sam-okoro, due: 2026-11-20}]
          reviewed: 2026-11-09
          review: 2026-12-01
        """,
        """
        # policy/policy.yaml
        profile: full
        risk: {appetite: 11}
        approvals: {limits: {sponsor: 2000000}}

        # approvals/hermes/start-initiation.yaml
        gate: start-initiation
        decision:
          outcome: approved
          by: ines-roth
          as: sponsor
          date: 2026-11-09  # <--

        # projects/hermes/risks.yaml
        list-late:
          title: The street list comes late
          cause: The post office changes its system.
          event: The list comes in spring.
          effect: The service opens without villages.
          owner: sam-okoro
          raised: 2026-10-05
          probability: 3
          impact: 4
          response: reduce
          actions: [{do: Ask for the list of 2025, owner: sam-okoro, due: 2026-11-20}]
          acceptance: {outcome: rejected, by: ines-roth, as: sponsor, date: 2026-11-02}
        """,
    ),
    good=(
        """
        # approvals/hermes/start-initiation.yaml
        gate: start-initiation
        decision: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-11-06}

        # projects/hermes/risks.yaml
        signed:
          title: The street list comes late
          raised: 2026-10-05
          probability: 3
          impact: 5
          response: reduce
          acceptance: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-11-06}
        within: {title: Within the appetite, raised: 2026-10-05, probability: 3, impact: 4}
        no-score: {title: Without a score, raised: 2026-10-05}
        no-day: {title: Without a day, probability: 4, impact: 5}
        new: {title: It came later, raised: 2026-11-07, probability: 4, impact: 5}
        seen-since:
          {title: It grew, raised: 2026-10-05, reviewed: 2026-11-07, probability: 4, impact: 5}
        chance:
          {title: A chance, type: opportunity, raised: 2026-10-05, probability: 4, impact: 5}
        """,
        """
        # approvals/hermes/start-initiation.yaml
        gate: start-initiation
        decision: {outcome: rejected, by: ines-roth, as: sponsor, date: 2026-11-06}

        # projects/hermes/risks.yaml
        list-late: {title: The list comes late, raised: 2026-10-05, probability: 3, impact: 5}
        """,
        """
        # approvals/ghost/start-initiation.yaml
        gate: start-initiation
        decision: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-11-06}

        # projects/mercury/risks.yaml
        wrong-merge: {title: Two become one, raised: 2025-03-03, probability: 4, impact: 5}
        """,
    ),
)
def gate_passed_with_unaccepted_risk(approval: Approval, office: Office) -> Problems:
    """A gate was passed with an open risk above appetite that nobody had accepted.

    Whoever lets a project go on takes on its risks. Above the policy's `risk.appetite` they say so
    by name, so that nobody can say later that they did not know. Judged are the threats that were
    open on the day of the decision and have not been reviewed since: after a review the score may
    be another than the one that the gate saw.

    To put it right, ask the sponsor to accept the risk, and enter that under its `acceptance`; or
    review the risk if its score is no longer true.
    """
    work = office.owner(approval)
    if work is None or work.is_ended or not approval.is_granted:
        return
    appetite, day = office.policy.risk.appetite, approval.decision.date
    found = [
        risk
        for risk in office.within(Risk, work)
        if risk.type_ == "threat" and risk.score is not None and risk.score > appetite
        if _was_seen(risk, day) and not (risk.acceptance and risk.acceptance.is_granted)
    ]
    if found:
        names = listed([f"{called(r.title, r.id)}, which scores {r.score}," for r in found])
        yield (
            approval.at("decision", "date"),
            (
                f"{called(work.name, work.id)} passed the gate {approval.gate} on {day} with"
                f" {'a risk' if len(found) == 1 else 'risks'} above the appetite of {appetite} that"
                f" nobody has accepted: {names.rstrip(',')}"
            ),
            tuple(risk.at_key() for risk in found),
        )


def _was_seen(risk: Risk, day: dt.date) -> bool:
    """Whether the gate saw the risk as it stands in the register."""
    is_as_then = risk.reviewed is None or risk.reviewed <= day
    return risk.raised is not None and was_open(risk, day) and is_as_then
