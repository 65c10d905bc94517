"""Rules on baselines, forecasts and tolerances."""

from pmoascode.rule import Rule
from pmoascode.rules.baseline.actual_date_rewritten import actual_date_rewritten
from pmoascode.rules.baseline.actual_in_the_future import actual_in_the_future
from pmoascode.rules.baseline.baseline_moved_without_change import baseline_moved_without_change
from pmoascode.rules.baseline.delay_without_reason import delay_without_reason
from pmoascode.rules.baseline.forecast_already_past import forecast_already_past
from pmoascode.rules.baseline.milestone_dropped_without_reason import (
    milestone_dropped_without_reason,
)
from pmoascode.rules.baseline.project_without_tolerances import project_without_tolerances
from pmoascode.rules.baseline.stage_tolerance_above_project import stage_tolerance_above_project
from pmoascode.rules.baseline.tolerance_breach_without_exception import (
    tolerance_breach_without_exception,
)

RULES: tuple[Rule, ...] = (
    actual_date_rewritten,
    actual_in_the_future,
    baseline_moved_without_change,
    delay_without_reason,
    forecast_already_past,
    milestone_dropped_without_reason,
    project_without_tolerances,
    stage_tolerance_above_project,
    tolerance_breach_without_exception,
)
