"""Rules on benefits."""

from pmoascode.rule import Rule
from pmoascode.rules.benefits.benefit_not_measurable import benefit_not_measurable

RULES: tuple[Rule, ...] = (benefit_not_measurable,)
