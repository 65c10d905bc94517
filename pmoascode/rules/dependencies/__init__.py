"""Rules on what projects need from each other."""

from pmoascode.rule import Rule
from pmoascode.rules.dependencies.circular_dependency import circular_dependency
from pmoascode.rules.dependencies.dependency_agreed_by_one_side import dependency_agreed_by_one_side
from pmoascode.rules.dependencies.dependency_confirmed_for_other_side import (
    dependency_confirmed_for_other_side,
)
from pmoascode.rules.dependencies.dependency_late import dependency_late
from pmoascode.rules.dependencies.dependency_late_unmarked import dependency_late_unmarked
from pmoascode.rules.dependencies.dependency_moved_without_consent import (
    dependency_moved_without_consent,
)
from pmoascode.rules.dependencies.dependency_on_stopped_project import dependency_on_stopped_project
from pmoascode.rules.dependencies.dependency_without_two_ends import dependency_without_two_ends

RULES: tuple[Rule, ...] = (
    circular_dependency,
    dependency_agreed_by_one_side,
    dependency_confirmed_for_other_side,
    dependency_late,
    dependency_late_unmarked,
    dependency_moved_without_consent,
    dependency_on_stopped_project,
    dependency_without_two_ends,
)
