"""Who has which part in which record: the RACI table, and who holds its roles for some work."""

import datetime as dt
from collections.abc import Mapping
from typing import get_args

from msgspec import structs

from pmoascode.office import BUILT_IN, Office, Work
from pmoascode.office.holding import above
from pmoascode.records.assignment import Assignment
from pmoascode.records.fields import PhaseStage
from pmoascode.records.raci import Code, RaciRow
from pmoascode.records.role import Role
from pmoascode.records.tier_policy import Rigour

STAGES: tuple[PhaseStage, ...] = get_args(PhaseStage)
# Each entry names its own owner, so that nobody need hold the role for the whole of the work.
IN_EACH_ENTRY = ("risk-owner", "benefit-owner")
_GRAVEST: tuple[Code, ...] = ("AR", "A", "R", "S", "C", "I")


def table(office: Office) -> tuple[RaciRow, ...]:
    """The rows of the table; the office's own stand in the place of the built-in ones.

    In a built-in row the role that took over stands for one that the office has retired.
    """
    law = office.law or office
    after = successors(law)
    return tuple(
        structs.replace(row, roles=passed_on(row.roles, after))
        if row.path.startswith(BUILT_IN)
        else row
        for row in law.known(RaciRow)
    )


def successors(office: Office) -> Mapping[str, str]:
    """Each retired role with the role in force that took over; empty where there is none."""
    after = {r.id: r.replaced_by or "" for r in office.known(Role) if r.status == "retired"}
    return {role: _in_force(role, after) for role in after}


def _in_force(role: str, after: Mapping[str, str]) -> str:
    seen = set()
    while role in after and role not in seen:
        seen.add(role)
        role = after[role]
    return "" if role in after else role


def passed_on(parts: Mapping[str, Code], after: Mapping[str, str]) -> dict[str, Code]:
    """The parts, with those of some roles given to others; to nobody where no other is named."""
    found: dict[str, Code] = {}
    for role, code in parts.items():
        to = after.get(role, role)
        if to:
            found[to] = _both(found[to], code) if to in found else code
    return found


def _both(one: Code, other: Code) -> Code:
    """The part of a role that has two; who answers and does the work has both."""
    return "AR" if {one, other} == {"A", "R"} else min(one, other, key=_GRAVEST.index)


def wanted_from(rigour: Rigour) -> Mapping[str, PhaseStage]:
    """The kinds of record that the policy wants of work, each with the first stage to have it."""
    found: dict[str, PhaseStage] = {}
    for stage in STAGES:
        for kind in rigour.files.get(stage, ()):
            found.setdefault(kind, stage)
    return found


def holders(role: str, work: Work, office: Office, on: dt.date) -> tuple[Assignment, ...]:
    """Who has the role for the work: on it, else on its programme, its portfolio, or a unit.

    A board that nobody is assigned to consists of those who hold the roles that sit on it.
    """
    for scope in above(work, office):
        if found := office.holders(role, scope, on):
            return found
    units = office.organisation.units if office.organisation else {}
    found = tuple(a for id in units for a in office.assignments(id, role) if a.holds_on(on))
    board = office.find(Role, role)
    if found or board is None:
        return found
    return tuple(a for each in board.members for a in office.holders(each, work, on))
