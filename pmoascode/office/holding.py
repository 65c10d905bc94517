"""Holding roles: who may act in one, two people in the same, one person in two that clash."""

import datetime as dt
from collections.abc import Iterator
from itertools import combinations
from typing import Literal, NamedTuple

from pmoascode.office.office import Office, Work
from pmoascode.records.assignment import Assignment
from pmoascode.records.delegation import Delegation
from pmoascode.records.parts import SignOff
from pmoascode.records.programme import Programme
from pmoascode.records.record import Record
from pmoascode.records.role import Role
from pmoascode.records.tenure import Tenure


class Clash(NamedTuple):
    """Two assignments that hold on the same days and should not."""

    earlier: Assignment
    later: Assignment
    tenure: Tenure  # the days of both


def may_act(signed: SignOff, work: Work, office: Office) -> bool:
    """Whether the one who signed had the role on that day, or acted for somebody who had it.

    The role counts on the work itself, on its programme or portfolio, and on units, which stand
    above all work.
    """
    role, day = signed.as_, signed.date
    if holds(role, signed.by, work, day, office):
        return True
    return any(
        holds(role, lent.by, work, day, office)
        for lent in lent_to(signed.by, "approve", work, Tenure(day, day), office)
        if lent.role in (None, role)
    )


def lent_to(
    person: str, power: str, work: Work, days: Tenure, office: Office
) -> Iterator[Delegation]:
    """The delegations that lend the person the power for the work, on one of the days at least."""
    for lent in office.all(Delegation):
        is_meant = lent.to == person and power in lent.powers and is_lent_for(lent, work, office)
        if is_meant and Tenure(lent.from_, lent.until).shared(days):
            yield lent


def is_lent_for(lent: Delegation, work: Work, office: Office) -> bool:
    """Whether the delegation is for all work, for this, or for what stands above it."""
    return lent.within is None or lent.within in {each.id for each in above(work, office)}


def holds(role: str, person: str, work: Work, on: dt.date, office: Office) -> bool:
    """Whether the person has the role on the day, on the work, above it, or on a unit."""
    nearby = (a for scope in above(work, office) for a in office.holders(role, scope, on))
    if any(a.person == person for a in nearby):
        return True
    units = office.organisation.units if office.organisation else {}
    return any(
        a.role == role and a.scope_id in units and a.holds_on(on)
        for a in office.assignments_of(person)
    )


def above(work: Work, office: Office) -> tuple[Record, ...]:
    """The work, its programme and its portfolio, as far as there are any."""
    programme = office.find(Programme, getattr(work, "programme", None))
    return tuple(each for each in (work, programme, office.portfolio_of(work)) if each)


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
    higher = office.assignments(portfolio, "portfolio-manager") if portfolio else ()
    told = set()
    for clash in _shared((*office.assignments(work), *higher)):
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
