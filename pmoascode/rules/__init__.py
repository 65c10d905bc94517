"""The catalogue: every rule of the office, one file a rule, one list a family."""

from pmoascode.rule import Rule
from pmoascode.rules import (
    adoption,
    approvals,
    baseline,
    benefits,
    careers,
    change,
    closure,
    dependencies,
    duties,
    finance,
    integrity,
    issues,
    kpis,
    lifecycle,
    portfolio,
    reporting,
    requirements,
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
    *change.RULES,
    *reporting.RULES,
    *risks.RULES,
    *issues.RULES,
    *dependencies.RULES,
    *finance.RULES,
    *benefits.RULES,
    *requirements.RULES,
    *adoption.RULES,
    *kpis.RULES,
    *portfolio.RULES,
    *closure.RULES,
    *integrity.RULES,
    *duties.RULES,
    *waivers.RULES,
    *careers.RULES,
)
# What they find is published only where the policy says so.
PERSONAL = frozenset(rule.name for rule in RULES if rule.is_personal)
