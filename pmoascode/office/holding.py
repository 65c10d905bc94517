"""Holding roles together: two people in one role, or one person in two roles that clash."""

from collections.abc import Iterator
from itertools import combinations
from typing import Literal, NamedTuple

from pmoascode.office.office import Office, Work
from pmoascode.records.assignment import Assignment
from pmoascode.records.record import Record
from pmoascode.records.role import Role
from pmoascode.records.tenure import Tenure


class Clash(NamedTuple):
    """Two assignments that hold on the same days and should not."""

    earlier: Assignment
    later: Assignment
    tenure: Tenure  # the days of both


def rivals(role: str, scope: Record, office: Office) -> Iterator[Clash]:
    """Where two people hold a role of one holder at once, handovers left out."""
    for clash in _shared(office.assignments(scope, role)):
        earlier, later, _ = clash
        if earlier.person != later.person and not (earlier.handover or later.handover):
            yield clash


def combined(work: Work, weight: Literal["error", "warning"], office: Office) -> Iterator[Clash]:
    """Where one person holds two roles of the work that the role records keep apart.

    The managers of its portfolio count too: who sponsors a project should not rank it.
    Each pair of roles is told once for a person, at its first day.
    """
    portfolio = office.portfolio_of(work)
    above = office.assignments(portfolio, "portfolio-manager") if portfolio else ()
    told = set()
    for clash in _shared((*office.assignments(work), *above)):
        earlier, later, _ = clash
        key = (earlier.person, frozenset({earlier.role, later.role}))
        if earlier.person == later.person and key not in told:
            told.add(key)
            if _weight(earlier.role, later.role, office) == weight:
                yield clash


def _shared(assignments: tuple[Assignment, ...]) -> Iterator[Clash]:
    """Pairs of assignments with days in common, in the order of their first days."""
    held = sorted(assignments, key=lambda a: (a.from_, a.id))
    for earlier, later in combinations(held, 2):
        tenure = earlier.tenure.shared(later.tenure)
        if tenure:
            yield Clash(earlier, later, tenure)


def _weight(one: str, other: str, office: Office) -> str:
    """How grave it is to hold both roles; the graver word of the two role records counts."""
    said = {
        role.incompatible_with.get(against, "")
        for role, against in ((office.find(Role, one), other), (office.find(Role, other), one))
        if role
    }
    return min(said - {""}, default="")  # "error" comes before "warning"
