"""Rules on the choice of projects: what they serve, how they are weighed, when they stop."""

from pmoascode.rule import Rule
from pmoascode.rules.portfolio.failing_project_without_decision import (
    failing_project_without_decision,
)
from pmoascode.rules.portfolio.priority_score_differs import priority_score_differs
from pmoascode.rules.portfolio.priority_weights_not_whole import priority_weights_not_whole
from pmoascode.rules.portfolio.project_scored_by_sponsor import project_scored_by_sponsor
from pmoascode.rules.portfolio.project_serving_retired_objective import (
    project_serving_retired_objective,
)
from pmoascode.rules.portfolio.project_without_objective import project_without_objective

RULES: tuple[Rule, ...] = (
    failing_project_without_decision,
    priority_score_differs,
    priority_weights_not_whole,
    project_scored_by_sponsor,
    project_serving_retired_objective,
    project_without_objective,
)
