"""The rule that a phase begins when its gate has been passed."""

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.records.approval import Approval
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="standard",
    source="PRINCE2, PM2 and UK gateway reviews: no phase before its gate",
    bad=(
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: initiation  # <--
        status: active
        tier: small
        tolerances: {time: 30 days, cost: 10 %}
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: initiation  # <--
        status: active
        tier: small
        tolerances: {time: 30 days, cost: 10 %}
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # approvals/hermes/start-initiation.yaml
        gate: start-initiation
        decision: {outcome: rejected, by: ines-roth, as: sponsor, date: 2026-10-05}
        """,
    ),
    good=(
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: initiation
        status: active
        tier: small
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # approvals/hermes/start-initiation.yaml
        gate: start-initiation
        decision: {outcome: approved-with-conditions, by: ines-roth, as: sponsor, date: 2026-10-05}
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: initiation
        status: proposed
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        """,
    ),
)
def phase_without_gate_approval(work: Project | Programme, office: Office) -> Problems:
    """A project is in a phase whose gate has not been approved.

    A gate is the moment at which it costs least to stop. If the work has gone on before anybody
    decided, the decision is only for show. Every gate up to the present phase counts, and for each
    the latest decision.

    To put it right, have the gate decided, as a rule by the sponsor, and enter the decision in
    `approvals/<project>/`; or set `phase` back to the one that was approved.
    """
    lifecycle = office.lifecycle(work)
    if lifecycle is None or not (work.is_running or work.status == "closed"):
        return
    phase = work.phase or lifecycle.order[0]
    for gate in lifecycle.gates_before(phase):
        decision = _latest(gate, work, office)
        if decision is None or not decision.is_granted:
            said = f"was {decision.decision.outcome}" if decision else "has no decision"
            title, here = lifecycle.gates[gate].title, lifecycle.phases[phase].title
            message = f"{work.name} is in the phase {here}, but its gate “{title}” {said}"
            yield work.at("phase"), message, (decision.at("decision"),) if decision else ()


def _latest(gate: str, work: Project | Programme, office: Office) -> Approval | None:
    decided = (a for a in office.approvals(work) if a.gate == gate)
    return max(decided, key=lambda approval: approval.decision.date, default=None)
