"""Lent power: what a delegation lends, and whether who lends it has it."""

from pmoascode.office import Office, Work
from pmoascode.office.holding import above, is_lent_for
from pmoascode.records.assignment import Assignment
from pmoascode.records.delegation import Delegation
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.records.tenure import Tenure


def tenure(lent: Delegation) -> Tenure:
    """The days for which the power is lent."""
    return Tenure(lent.from_, lent.until)


def not_held(lent: Delegation, office: Office) -> Tenure | None:
    """The first days of the delegation on which who lends the power has it not."""
    held = (a for a in office.assignments_of(lent.by) if _counts(a, lent, office))
    return tenure(lent).uncovered(a.tenure for a in held)


def source(lent: Delegation, office: Office) -> Delegation | None:
    """The delegation by which the lender got the power, where it is not the lender's own."""
    for other in office.all(Delegation):
        same = other.role in (None, lent.role) and other.within in (None, lent.within)
        if other.to == lent.by and same and tenure(other).shared(tenure(lent)):
            return other
    return None


def covers(lent: Delegation, scope: str, office: Office) -> bool:
    """Whether the delegation is for the scope: for all, for itself, or for what stands above it."""
    work = _work(scope, office)
    return is_lent_for(lent, work, office) if work else lent.within in (None, scope)


def _counts(assignment: Assignment, lent: Delegation, office: Office) -> bool:
    """Whether the assignment gives the role within what the delegation is for, or above it."""
    if lent.role not in (None, assignment.role):
        return False
    units = office.organisation.units if office.organisation else {}
    scope = assignment.scope_id
    return lent.within is None or scope in units or scope in _near(lent.within, office)


def _near(scope: str, office: Office) -> frozenset[str]:
    work = _work(scope, office)
    return frozenset({scope, *(each.id for each in above(work, office))} if work else {scope})


def _work(scope: str, office: Office) -> Work | None:
    return office.find(Project, scope) or office.find(Programme, scope)
