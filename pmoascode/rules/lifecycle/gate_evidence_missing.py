"""The rule that what a gate asks for is there when it is passed."""

from collections.abc import Iterator, Mapping

from pmoascode.finding import Severity
from pmoascode.measures.approved_state import subjects
from pmoascode.measures.passed_gates import gate_title
from pmoascode.office import Office, Work
from pmoascode.records.approval import Approval
from pmoascode.records.fields import PhaseStage
from pmoascode.records.kinds import KINDS
from pmoascode.records.parts import SignOff
from pmoascode.records.tier_policy import BUILT_IN
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="full",
    source="PM2: phase-exit checklists",
    bad=(
        """
        # policy/lifecycles/light.yaml
        title: Light
        phases:
          idea: {title: Idea, stage: start-up}
          delivery: {title: Delivery, stage: delivery}
        gates:
          go: {title: Go, before: delivery, approvers: [sponsor], requires: [project, analysis]}
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        unit: it
        lifecycle: light
        tier: small
        objectives: [fewer-errors]
        start: {baseline: 2026-12-01}
        finish: {baseline: 2027-03-31}
        budget: {baseline: 80000, forecast: 80000}
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29, forecast: 2027-01-29}
        # approvals/hermes/go.yaml
        gate: go
        decision: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-10-05}  # <--
        """,
        """
        # policy/lifecycles/light.yaml
        title: Light
        phases:
          idea: {title: Idea, stage: start-up}
          delivery: {title: Delivery, stage: delivery}
        gates:
          go: {title: Go, before: delivery, approvers: [sponsor], requires: [business-case]}
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        unit: it
        lifecycle: light
        tier: medium
        objectives: [fewer-errors]
        start: {baseline: 2026-12-01}
        finish: {baseline: 2027-03-31}
        budget: {baseline: 80000, forecast: 80000}
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29, forecast: 2027-01-29}
        # projects/hermes/business-case.yaml
        version: "0.1"
        maturity: outline
        reasons: Letters come back.
        viable: true
        # approvals/hermes/go.yaml
        gate: go
        decision: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-10-05}  # <--
        """,
    ),
    good=(
        """
        # policy/lifecycles/light.yaml
        title: Light
        phases:
          idea: {title: Idea, stage: start-up}
          delivery: {title: Delivery, stage: delivery}
        gates:
          go: {title: Go, before: delivery, approvers: [sponsor], requires: [business-case, pid]}
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        unit: it
        lifecycle: light
        tier: small
        objectives: [fewer-errors]
        start: {baseline: 2026-12-01}
        finish: {baseline: 2027-03-31}
        budget: {baseline: 80000, forecast: 80000}
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29, forecast: 2027-01-29}
        # approvals/hermes/go.yaml
        gate: go
        decision: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-10-05}
        """,
    ),
)
def gate_evidence_missing(approval: Approval, office: Office) -> Problems:
    """A gate was passed without something that its checklist asks for.

    The lifecycle lists under `requires` what an approver must have seen. A kind of which a project
    has one record, such as the business case, must be approved as well; of a register one entry is
    enough. What the policy asks of larger tiers alone is not asked here.

    To put it right, add the record and have it approved; or take it off the gate's list if it is
    not needed, which is a change of the policy.
    """
    work = office.owner(approval)
    lifecycle = office.lifecycle(work) if work else None
    gate = lifecycle.gates.get(approval.gate) if lifecycle else None
    if work is None or gate is None or not approval.is_granted:
        return
    for name in gate.requires:
        missing = _missing(name, work, office)
        if missing and _is_asked(name, work, office):
            yield (
                approval.at("decision"),
                (
                    f"{work.name} passed the gate {gate_title(approval, work, office)} on"
                    f" {approval.decision.date}, which requires {missing}"
                ),
            )


def _missing(name: str, work: Work, office: Office) -> str:
    """What is not there of the kind; empty where all is there, or nobody can tell."""
    known = next((kind for kind in KINDS if kind.name == name), None)
    scope = f"{work.kind}/{work.id}"
    if known is None or any((kind, of) == (name, scope) for kind, of, _ in office.unreadable):
        return ""
    found = subjects(office, work, name)
    if not found:
        return f"“{known.title}”, and there is none"
    signed: SignOff | None = getattr(found[0], "approved", None)
    if known.shape == "register" or not hasattr(found[0], "approved"):
        return ""
    return "" if signed and signed.is_granted else f"“{known.title}”, and that is not approved"


def _is_asked(name: str, work: Work, office: Office) -> bool:
    """Whether the policy asks it of this tier, or of no tier in particular."""
    others = {kind for tier in BUILT_IN for kind in _files(office.policy.rigour(tier).files)}
    return name not in others or name in _files(office.rigour(work).files)


def _files(by_stage: Mapping[PhaseStage, tuple[str, ...]]) -> Iterator[str]:
    return (kind for kinds in by_stage.values() for kind in kinds)
