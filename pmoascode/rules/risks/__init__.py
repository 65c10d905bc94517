"""Rules on the risk register."""

from pmoascode.rule import Rule
from pmoascode.rules.risks.high_risk_without_action import high_risk_without_action
from pmoascode.rules.risks.high_risk_without_response import high_risk_without_response
from pmoascode.rules.risks.residual_above_inherent import residual_above_inherent
from pmoascode.rules.risks.risk_owner_without_role import risk_owner_without_role
from pmoascode.rules.risks.risk_without_owner import risk_without_owner

RULES: tuple[Rule, ...] = (
    high_risk_without_action,
    high_risk_without_response,
    residual_above_inherent,
    risk_owner_without_role,
    risk_without_owner,
)
