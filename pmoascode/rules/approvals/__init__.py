"""Rules on who may sign off what, and when."""

from pmoascode.rule import Rule
from pmoascode.rules.approvals.approved_content_rewritten import approved_content_rewritten
from pmoascode.rules.approvals.sign_off_backdated import sign_off_backdated
from pmoascode.rules.approvals.sign_off_dated_ahead import sign_off_dated_ahead
from pmoascode.rules.approvals.sign_off_over_limit import sign_off_over_limit
from pmoascode.rules.approvals.sign_off_without_authority import sign_off_without_authority
from pmoascode.rules.approvals.stale_approval import stale_approval

RULES: tuple[Rule, ...] = (
    approved_content_rewritten,
    sign_off_backdated,
    sign_off_dated_ahead,
    sign_off_over_limit,
    sign_off_without_authority,
    stale_approval,
)
