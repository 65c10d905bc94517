"""Rules on issues and on the log of decisions."""

from pmoascode.rule import Rule
from pmoascode.rules.issues.critical_issue_without_owner import critical_issue_without_owner
from pmoascode.rules.issues.decision_incomplete import decision_incomplete
from pmoascode.rules.issues.decision_rewritten import decision_rewritten
from pmoascode.rules.issues.issue_incomplete import issue_incomplete
from pmoascode.rules.issues.issue_not_escalated import issue_not_escalated
from pmoascode.rules.issues.superseded_decision_not_marked import superseded_decision_not_marked

RULES: tuple[Rule, ...] = (
    critical_issue_without_owner,
    decision_incomplete,
    decision_rewritten,
    issue_incomplete,
    issue_not_escalated,
    superseded_decision_not_marked,
)
