"""Rules on records that must not be lost, reused or rewritten."""

from pmoascode.rule import Rule
from pmoascode.rules.integrity.closed_record_changed import closed_record_changed
from pmoascode.rules.integrity.correction_incomplete import correction_incomplete
from pmoascode.rules.integrity.correction_not_matching import correction_not_matching
from pmoascode.rules.integrity.log_entry_rewritten import log_entry_rewritten
from pmoascode.rules.integrity.record_removed import record_removed
from pmoascode.rules.integrity.record_renamed import record_renamed
from pmoascode.rules.integrity.too_many_projects_touched import too_many_projects_touched

RULES: tuple[Rule, ...] = (
    closed_record_changed,
    correction_incomplete,
    correction_not_matching,
    log_entry_rewritten,
    record_removed,
    record_renamed,
    too_many_projects_touched,
)
