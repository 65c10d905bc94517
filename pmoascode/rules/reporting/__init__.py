"""Rules on status reports and their ratings."""

from pmoascode.rule import Rule
from pmoascode.rules.reporting.amber_but_far_late import amber_but_far_late
from pmoascode.rules.reporting.amber_but_far_over_budget import amber_but_far_over_budget
from pmoascode.rules.reporting.amber_without_narrative import amber_without_narrative
from pmoascode.rules.reporting.green_but_late import green_but_late
from pmoascode.rules.reporting.green_but_over_budget import green_but_over_budget
from pmoascode.rules.reporting.overall_better_than_parts import overall_better_than_parts
from pmoascode.rules.reporting.overall_not_rated import overall_not_rated
from pmoascode.rules.reporting.rating_not_on_scale import rating_not_on_scale
from pmoascode.rules.reporting.red_without_path_to_green import red_without_path_to_green
from pmoascode.rules.reporting.report_not_named_by_period import report_not_named_by_period
from pmoascode.rules.reporting.report_overdue import report_overdue
from pmoascode.rules.reporting.report_periods_overlap import report_periods_overlap
from pmoascode.rules.reporting.reporting_period_missed import reporting_period_missed

RULES: tuple[Rule, ...] = (
    amber_but_far_late,
    amber_but_far_over_budget,
    amber_without_narrative,
    green_but_late,
    green_but_over_budget,
    overall_better_than_parts,
    overall_not_rated,
    rating_not_on_scale,
    red_without_path_to_green,
    report_not_named_by_period,
    report_overdue,
    report_periods_overlap,
    reporting_period_missed,
)
