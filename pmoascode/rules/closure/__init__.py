"""Rules on what must be settled when a project is closed."""

from pmoascode.rule import Rule
from pmoascode.rules.closure.closed_with_open_entries import closed_with_open_entries
from pmoascode.rules.closure.closed_without_end_report import closed_without_end_report
from pmoascode.rules.closure.end_report_before_last_milestone import (
    end_report_before_last_milestone,
)

RULES: tuple[Rule, ...] = (
    closed_with_open_entries,
    closed_without_end_report,
    end_report_before_last_milestone,
)
