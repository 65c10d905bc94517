"""Rules on what must be settled when a project is closed."""

from pmoascode.rule import Rule
from pmoascode.rules.closure.benefit_without_later_owner import benefit_without_later_owner
from pmoascode.rules.closure.cancelled_without_decision import cancelled_without_decision
from pmoascode.rules.closure.closed_with_open_entries import closed_with_open_entries
from pmoascode.rules.closure.closed_with_unaccepted_deliverable import (
    closed_with_unaccepted_deliverable,
)
from pmoascode.rules.closure.closed_without_end_report import closed_without_end_report
from pmoascode.rules.closure.closed_without_lessons import closed_without_lessons
from pmoascode.rules.closure.end_report_before_last_milestone import (
    end_report_before_last_milestone,
)
from pmoascode.rules.closure.started_without_earlier_lessons import (
    started_without_earlier_lessons,
)

RULES: tuple[Rule, ...] = (
    benefit_without_later_owner,
    cancelled_without_decision,
    closed_with_open_entries,
    closed_with_unaccepted_deliverable,
    closed_without_end_report,
    closed_without_lessons,
    end_report_before_last_milestone,
    started_without_earlier_lessons,
)
