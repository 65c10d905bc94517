"""Rules on the indicators of the office."""

from pmoascode.rule import Rule
from pmoascode.rules.kpis.kpi_incomplete import kpi_incomplete
from pmoascode.rules.kpis.kpi_thresholds_out_of_order import kpi_thresholds_out_of_order

RULES: tuple[Rule, ...] = (
    kpi_incomplete,
    kpi_thresholds_out_of_order,
)
