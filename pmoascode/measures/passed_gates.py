"""The gates that work has passed: in which order they stand, and when each was granted."""

from pmoascode.office import Office, Work
from pmoascode.records.approval import Approval
from pmoascode.records.lifecycle import Lifecycle


def gate_order(lifecycle: Lifecycle) -> tuple[str, ...]:
    """The gates in the order of the phases that they open; those that end the last come last."""
    order = lifecycle.order

    def position(gate: str) -> int:
        before = lifecycle.gates[gate].before
        return order.index(before) if before in order else len(order)

    return tuple(sorted(lifecycle.gates, key=position))


def passed_gates(work: Work, office: Office) -> tuple[Approval, ...]:
    """The approvals that were granted at gates of the lifecycle, oldest first."""
    lifecycle = office.lifecycle(work)
    order = gate_order(lifecycle) if lifecycle else ()
    granted = (a for a in office.approvals(work) if a.is_granted and a.gate in order)
    return tuple(sorted(granted, key=lambda a: (a.decision.date, order.index(a.gate), a.id)))


def passed_before(approval: Approval, work: Work, office: Office) -> tuple[Approval, ...]:
    """The approvals at other gates that were granted before this one, oldest first."""
    passed = passed_gates(work, office)
    if approval not in passed:
        return ()
    return tuple(a for a in passed[: passed.index(approval)] if a.gate != approval.gate)


def gate_title(approval: Approval, work: Work, office: Office) -> str:
    """What the gate is called, in quotation marks."""
    lifecycle = office.lifecycle(work)
    gate = lifecycle.gates.get(approval.gate) if lifecycle else None
    return f"“{gate.title if gate else approval.gate}”"
