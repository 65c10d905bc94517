"""Appointments: what an assignment gives beyond what was held before, and which roles sign."""

from decimal import Decimal

from pmoascode.change import as_known, earlier
from pmoascode.measures.authority import GOVERNING
from pmoascode.office import Office
from pmoascode.records.amounts import Percent
from pmoascode.records.assignment import Assignment
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.records.record import At

_BOARD = (
    "change-authority",
    "finance-owner",
    "project-assurance",
    "project-board",
    "senior-supplier",
    "senior-user",
)


def gained_role(
    held: Assignment, before: Office, office: Office, *, counts_time: bool = True
) -> At | None:
    """The place of what is more than before: the role, its days, or the time for it."""
    owner = earlier(held, before, office)
    scope = owner.scope if owner else held.scope
    old = [
        a
        for a in before.all(Assignment)
        if (a.scope, a.role, a.person) == (scope, held.role, held.person)
    ]
    is_held = any(
        _is_within(held, was) and (not counts_time or _number(held.time) <= _number(was.time))
        for was in old
    )
    return None if is_held else held.at("person")


def signing_roles(held: Assignment, office: Office, authority: Office) -> frozenset[str]:
    """The roles that sign or own the rules on the scope of the assignment."""
    work = office.find(Project, held.scope_id) or office.find(Programme, held.scope_id)
    known = as_known(work, authority, office) if work else None
    lifecycle = authority.lifecycle(known) if known else None
    gates = lifecycle.gates.values() if lifecycle else ()
    at_gates = {role for gate in gates for role in gate.approvers_for(authority.tier(known))}
    return frozenset({*GOVERNING, *_BOARD, *authority.policy.waivers.approvers, *at_gates})


def _is_within(held: Assignment, was: Assignment) -> bool:
    """Whether it is no more than was held before: not earlier, and not longer."""
    ends = was.until is None or (held.until is not None and held.until <= was.until)
    return ends and was.from_ <= held.from_


def _number(time: Percent | None) -> Decimal:
    return time.number if time else Decimal(0)
