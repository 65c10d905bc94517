"""Rules on who may sign off what."""

from pmoascode.rule import Rule
from pmoascode.rules.approvals.sign_off_without_authority import sign_off_without_authority

RULES: tuple[Rule, ...] = (sign_off_without_authority,)
