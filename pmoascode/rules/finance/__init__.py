"""Rules on money and earned value."""

from pmoascode.rule import Rule
from pmoascode.rules.finance.earned_value_impossible import earned_value_impossible
from pmoascode.rules.finance.total_differs_from_parts import total_differs_from_parts

RULES: tuple[Rule, ...] = (
    earned_value_impossible,
    total_differs_from_parts,
)
