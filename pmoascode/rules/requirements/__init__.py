"""Rules on requirements, their tests and what meets them."""

from pmoascode.rule import Rule
from pmoascode.rules.requirements.deliverable_without_requirement import (
    deliverable_without_requirement,
)
from pmoascode.rules.requirements.must_requirement_without_test import (
    must_requirement_without_test,
)
from pmoascode.rules.requirements.requirement_incomplete import requirement_incomplete
from pmoascode.rules.requirements.requirement_moved_without_change import (
    requirement_moved_without_change,
)
from pmoascode.rules.requirements.requirement_verified_by_author import (
    requirement_verified_by_author,
)
from pmoascode.rules.requirements.requirement_verified_without_result import (
    requirement_verified_without_result,
)
from pmoascode.rules.requirements.requirement_without_objective import (
    requirement_without_objective,
)

RULES: tuple[Rule, ...] = (
    deliverable_without_requirement,
    must_requirement_without_test,
    requirement_incomplete,
    requirement_moved_without_change,
    requirement_verified_by_author,
    requirement_verified_without_result,
    requirement_without_objective,
)
