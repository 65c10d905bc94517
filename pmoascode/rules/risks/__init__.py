"""Rules on the risk register."""

from pmoascode.rule import Rule
from pmoascode.rules.risks.gate_passed_with_unaccepted_risk import gate_passed_with_unaccepted_risk
from pmoascode.rules.risks.high_risk_without_action import high_risk_without_action
from pmoascode.rules.risks.high_risk_without_response import high_risk_without_response
from pmoascode.rules.risks.residual_above_inherent import residual_above_inherent
from pmoascode.rules.risks.risk_acceptance_without_review import risk_acceptance_without_review
from pmoascode.rules.risks.risk_accepted_without_sign_off import risk_accepted_without_sign_off
from pmoascode.rules.risks.risk_owner_without_role import risk_owner_without_role
from pmoascode.rules.risks.risk_review_overdue import risk_review_overdue
from pmoascode.rules.risks.risk_without_owner import risk_without_owner

RULES: tuple[Rule, ...] = (
    gate_passed_with_unaccepted_risk,
    high_risk_without_action,
    high_risk_without_response,
    residual_above_inherent,
    risk_acceptance_without_review,
    risk_accepted_without_sign_off,
    risk_owner_without_role,
    risk_review_overdue,
    risk_without_owner,
)
