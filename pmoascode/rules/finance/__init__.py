"""Rules on money and earned value."""

from pmoascode.rule import Rule
from pmoascode.rules.finance.actual_cost_falling import actual_cost_falling
from pmoascode.rules.finance.baseline_above_funding import baseline_above_funding
from pmoascode.rules.finance.earned_value_impossible import earned_value_impossible
from pmoascode.rules.finance.forecast_below_actual import forecast_below_actual
from pmoascode.rules.finance.funding_without_approval import funding_without_approval
from pmoascode.rules.finance.past_period_rewritten import past_period_rewritten
from pmoascode.rules.finance.period_without_forecast import period_without_forecast
from pmoascode.rules.finance.spend_beyond_released_funds import spend_beyond_released_funds
from pmoascode.rules.finance.total_differs_from_parts import total_differs_from_parts
from pmoascode.rules.finance.variance_without_narrative import variance_without_narrative

RULES: tuple[Rule, ...] = (
    actual_cost_falling,
    baseline_above_funding,
    earned_value_impossible,
    forecast_below_actual,
    funding_without_approval,
    past_period_rewritten,
    period_without_forecast,
    spend_beyond_released_funds,
    total_differs_from_parts,
    variance_without_narrative,
)
