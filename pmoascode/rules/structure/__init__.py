"""Rules on the shape of all records: references, dates and texts."""

from pmoascode.rule import Rule
from pmoascode.rules.structure.dates_out_of_order import dates_out_of_order
from pmoascode.rules.structure.placeholder_left_in import placeholder_left_in
from pmoascode.rules.structure.reference_to_missing_record import reference_to_missing_record

RULES: tuple[Rule, ...] = (
    dates_out_of_order,
    placeholder_left_in,
    reference_to_missing_record,
)
