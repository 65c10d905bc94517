"""Rules on status reports and their ratings."""

from pmoascode.rule import Rule
from pmoascode.rules.reporting.amber_but_far_late import amber_but_far_late
from pmoascode.rules.reporting.amber_but_far_over_budget import amber_but_far_over_budget
from pmoascode.rules.reporting.amber_without_narrative import amber_without_narrative
from pmoascode.rules.reporting.assurance_gap_without_reason import assurance_gap_without_reason
from pmoascode.rules.reporting.green_but_condition_overdue import green_but_condition_overdue
from pmoascode.rules.reporting.green_but_exception_open import green_but_exception_open
from pmoascode.rules.reporting.green_but_issue_critical import green_but_issue_critical
from pmoascode.rules.reporting.green_but_late import green_but_late
from pmoascode.rules.reporting.green_but_over_budget import green_but_over_budget
from pmoascode.rules.reporting.green_but_risk_untreated import green_but_risk_untreated
from pmoascode.rules.reporting.overall_better_than_parts import overall_better_than_parts
from pmoascode.rules.reporting.overall_not_rated import overall_not_rated
from pmoascode.rules.reporting.published_report_rewritten import published_report_rewritten
from pmoascode.rules.reporting.rating_changed_without_reason import rating_changed_without_reason
from pmoascode.rules.reporting.rating_jump_unchecked import rating_jump_unchecked
from pmoascode.rules.reporting.rating_not_on_scale import rating_not_on_scale
from pmoascode.rules.reporting.red_without_path_to_green import red_without_path_to_green
from pmoascode.rules.reporting.report_by_outsider import report_by_outsider
from pmoascode.rules.reporting.report_dated_ahead import report_dated_ahead
from pmoascode.rules.reporting.report_figures_disagree import report_figures_disagree
from pmoascode.rules.reporting.report_forecast_already_past import report_forecast_already_past
from pmoascode.rules.reporting.report_in_another_name import report_in_another_name
from pmoascode.rules.reporting.report_not_named_by_period import report_not_named_by_period
from pmoascode.rules.reporting.report_overdue import report_overdue
from pmoascode.rules.reporting.report_periods_overlap import report_periods_overlap
from pmoascode.rules.reporting.reporting_period_missed import reporting_period_missed

RULES: tuple[Rule, ...] = (
    amber_but_far_late,
    amber_but_far_over_budget,
    amber_without_narrative,
    assurance_gap_without_reason,
    green_but_condition_overdue,
    green_but_exception_open,
    green_but_issue_critical,
    green_but_late,
    green_but_over_budget,
    green_but_risk_untreated,
    overall_better_than_parts,
    overall_not_rated,
    published_report_rewritten,
    rating_changed_without_reason,
    rating_jump_unchecked,
    rating_not_on_scale,
    red_without_path_to_green,
    report_by_outsider,
    report_dated_ahead,
    report_figures_disagree,
    report_forecast_already_past,
    report_in_another_name,
    report_not_named_by_period,
    report_overdue,
    report_periods_overlap,
    reporting_period_missed,
)
