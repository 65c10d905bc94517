"""Rules on waivers: complete, short, and gone when they have expired."""

from pmoascode.rule import Rule
from pmoascode.rules.waivers.waiver_expired import waiver_expired
from pmoascode.rules.waivers.waiver_incomplete import waiver_incomplete
from pmoascode.rules.waivers.waiver_too_long import waiver_too_long

RULES: tuple[Rule, ...] = (
    waiver_expired,
    waiver_incomplete,
    waiver_too_long,
)
