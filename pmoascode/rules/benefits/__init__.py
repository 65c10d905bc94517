"""Rules on the benefits that justify the cost."""

from pmoascode.rule import Rule
from pmoascode.rules.benefits.benefit_measurement_overdue import benefit_measurement_overdue
from pmoascode.rules.benefits.benefit_not_measurable import benefit_not_measurable
from pmoascode.rules.benefits.benefit_outside_business_case import benefit_outside_business_case
from pmoascode.rules.benefits.benefit_owned_by_delivery import benefit_owned_by_delivery
from pmoascode.rules.benefits.benefit_without_objective import benefit_without_objective
from pmoascode.rules.benefits.benefit_without_output import benefit_without_output
from pmoascode.rules.benefits.business_case_without_benefit import business_case_without_benefit

RULES: tuple[Rule, ...] = (
    benefit_measurement_overdue,
    benefit_not_measurable,
    benefit_outside_business_case,
    benefit_owned_by_delivery,
    benefit_without_objective,
    benefit_without_output,
    business_case_without_benefit,
)
