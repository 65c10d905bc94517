"""The catalogue: every rule of the office, one file a rule, one list a family."""

from pmoascode.rule import Rule
from pmoascode.rules import (
    approvals,
    baseline,
    benefits,
    careers,
    closure,
    dependencies,
    finance,
    integrity,
    lifecycle,
    reporting,
    risks,
    roles,
    structure,
    waivers,
)

RULES: tuple[Rule, ...] = (
    *structure.RULES,
    *roles.RULES,
    *lifecycle.RULES,
    *approvals.RULES,
    *baseline.RULES,
    *reporting.RULES,
    *risks.RULES,
    *dependencies.RULES,
    *finance.RULES,
    *benefits.RULES,
    *closure.RULES,
    *integrity.RULES,
    *waivers.RULES,
    *careers.RULES,
)
