"""Rules on waivers: complete, short, granted by those who may, and gone when they have expired."""

from pmoascode.rule import Rule
from pmoascode.rules.waivers.protected_rule_waived import protected_rule_waived
from pmoascode.rules.waivers.waiver_approved_by_beneficiary import waiver_approved_by_beneficiary
from pmoascode.rules.waivers.waiver_arrives_with_violation import waiver_arrives_with_violation
from pmoascode.rules.waivers.waiver_expired import waiver_expired
from pmoascode.rules.waivers.waiver_incomplete import waiver_incomplete
from pmoascode.rules.waivers.waiver_too_long import waiver_too_long
from pmoascode.rules.waivers.waiver_without_authority import waiver_without_authority

RULES: tuple[Rule, ...] = (
    protected_rule_waived,
    waiver_approved_by_beneficiary,
    waiver_arrives_with_violation,
    waiver_expired,
    waiver_incomplete,
    waiver_too_long,
    waiver_without_authority,
)
