"""Rules on phases and the gates between them."""

from pmoascode.rule import Rule
from pmoascode.rules.lifecycle.business_case_not_reviewed import business_case_not_reviewed
from pmoascode.rules.lifecycle.delivery_before_pid_approval import delivery_before_pid_approval
from pmoascode.rules.lifecycle.gate_condition_overdue import gate_condition_overdue
from pmoascode.rules.lifecycle.gate_evidence_missing import gate_evidence_missing
from pmoascode.rules.lifecycle.gate_evidence_out_of_date import gate_evidence_out_of_date
from pmoascode.rules.lifecycle.gate_passed_with_open_condition import (
    gate_passed_with_open_condition,
)
from pmoascode.rules.lifecycle.gates_out_of_order import gates_out_of_order
from pmoascode.rules.lifecycle.moved_back_without_decision import moved_back_without_decision
from pmoascode.rules.lifecycle.on_hold_without_plan import on_hold_without_plan
from pmoascode.rules.lifecycle.phase_without_gate_approval import phase_without_gate_approval
from pmoascode.rules.lifecycle.planning_before_business_case import planning_before_business_case
from pmoascode.rules.lifecycle.red_review_without_follow_up import red_review_without_follow_up
from pmoascode.rules.lifecycle.red_review_without_plan import red_review_without_plan
from pmoascode.rules.lifecycle.transition_outside_lifecycle import transition_outside_lifecycle
from pmoascode.rules.lifecycle.unviable_case_without_decision import unviable_case_without_decision

RULES: tuple[Rule, ...] = (
    business_case_not_reviewed,
    delivery_before_pid_approval,
    gate_condition_overdue,
    gate_evidence_missing,
    gate_evidence_out_of_date,
    gate_passed_with_open_condition,
    gates_out_of_order,
    moved_back_without_decision,
    on_hold_without_plan,
    phase_without_gate_approval,
    planning_before_business_case,
    red_review_without_follow_up,
    red_review_without_plan,
    transition_outside_lifecycle,
    unviable_case_without_decision,
)
