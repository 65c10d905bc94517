"""Rules on change requests."""

from pmoascode.rule import Rule
from pmoascode.rules.change.change_beyond_authority import change_beyond_authority
from pmoascode.rules.change.change_decision_incomplete import change_decision_incomplete
from pmoascode.rules.change.change_names_no_value import change_names_no_value
from pmoascode.rules.change.change_step_skipped import change_step_skipped
from pmoascode.rules.change.change_without_impact_assessment import change_without_impact_assessment

RULES: tuple[Rule, ...] = (
    change_beyond_authority,
    change_decision_incomplete,
    change_names_no_value,
    change_step_skipped,
    change_without_impact_assessment,
)
