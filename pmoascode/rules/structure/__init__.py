"""Rules on the shape of all records: references, dates, texts and the home of each project."""

from pmoascode.rule import Rule
from pmoascode.rules.structure.dates_out_of_order import dates_out_of_order
from pmoascode.rules.structure.placeholder_left_in import placeholder_left_in
from pmoascode.rules.structure.portfolio_differs_from_programme import (
    portfolio_differs_from_programme,
)
from pmoascode.rules.structure.project_outside_any_portfolio import project_outside_any_portfolio
from pmoascode.rules.structure.reference_to_missing_record import reference_to_missing_record
from pmoascode.rules.structure.unknown_word_left_out import unknown_word_left_out

RULES: tuple[Rule, ...] = (
    dates_out_of_order,
    placeholder_left_in,
    portfolio_differs_from_programme,
    project_outside_any_portfolio,
    reference_to_missing_record,
    unknown_word_left_out,
)
