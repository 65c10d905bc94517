"""Rules on phases and the gates between them."""

from pmoascode.rule import Rule
from pmoascode.rules.lifecycle.delivery_before_pid_approval import delivery_before_pid_approval
from pmoascode.rules.lifecycle.phase_without_gate_approval import phase_without_gate_approval

RULES: tuple[Rule, ...] = (
    delivery_before_pid_approval,
    phase_without_gate_approval,
)
