"""Rules on the people whose work changes."""

from pmoascode.rule import Rule
from pmoascode.rules.adoption.change_plan_incomplete import change_plan_incomplete
from pmoascode.rules.adoption.go_live_before_readiness import go_live_before_readiness
from pmoascode.rules.adoption.people_impact_not_assessed import people_impact_not_assessed

RULES: tuple[Rule, ...] = (
    change_plan_incomplete,
    go_live_before_readiness,
    people_impact_not_assessed,
)
