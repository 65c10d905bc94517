"""A decision: what somebody decides, in which role they may, and how it is told."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pmoascode.acts.drafting import Drafting
from pmoascode.finding import CannotRun
from pmoascode.office import Office, Work
from pmoascode.office.holding import above, holds, lent_to
from pmoascode.office.naming import person_name, role_name
from pmoascode.records.assignment import Assignment
from pmoascode.records.person import Person
from pmoascode.records.tenure import Tenure

WORDS = {
    "approved": "approved",
    "approved-with-conditions": "approved with conditions",
    "rejected": "rejected",
    "deferred": "deferred",
}


@dataclass(frozen=True)
class Decided:
    """What somebody has decided."""

    outcome: str  # one of those of a sign-off
    by: Person
    date: dt.date
    as_: str | None = None  # the role in which; found out where it is left out
    reason: str | None = None
    conditions: tuple[tuple[str, str, str], ...] = ()  # text, owner, last day
    amount: Decimal | None = None  # what a gate releases
    valid_until: dt.date | None = None


def sign_off_of(decided: Decided, role: str) -> dict[str, Any]:
    """The sign-off as the records hold it."""
    return {
        "outcome": decided.outcome,
        "by": decided.by.id,
        "as": role,
        "date": decided.date.isoformat(),
        **given(reason=decided.reason),
    }


def given(**fields: Any) -> dict[str, Any]:
    """The fields that say something."""
    return {name: value for name, value in fields.items() if value}


def role_for(
    decided: Decided, work: Work | None, office: Office, wanted: tuple[str, ...]
) -> tuple[str, str | None]:
    """The role in which the person decides, and for whom where it is lent.

    Raises:
        CannotRun: the person has no role that may.
    """
    day, person = decided.date, decided.by.id
    asked = (decided.as_,) if decided.as_ else wanted or _roles(person, work, office, day)
    for role in asked:
        if _is_held(role, person, work, office, day):
            return role, None
    for lent in lent_to(person, "approve", work, Tenure(day, day), office) if work else ():
        for role in asked if lent.role is None else (lent.role,):
            if role in asked and work and holds(role, lent.by, work, day, office):
                return role, lent.by
    named = " or ".join(role_name(role, office) for role in asked) or "role"
    who = _holders(asked, work, office, day)
    raise CannotRun(
        f"{decided.by.name} is not {named} of {work.name if work else 'the office'} on {day}"
        + (f"; it takes {who}, named with --by" if who else "")
    )


def _is_held(role: str, person: str, work: Work | None, office: Office, day: dt.date) -> bool:
    """Whether the person has the role on the work or above it; anywhere, where there is none."""
    if work is not None:
        return holds(role, person, work, day, office)
    return any(a.role == role and a.holds_on(day) for a in office.assignments_of(person))


def _roles(person: str, work: Work | None, office: Office, day: dt.date) -> tuple[str, ...]:
    """The roles that the person holds on the work or above it, the sponsor's first."""
    near = {scope.id for scope in above(work, office)} if work else set()
    units = office.organisation.units if office.organisation else {}
    held = {
        a.role
        for a in office.assignments_of(person)
        if a.holds_on(day) and (not work or a.scope_id in near or a.scope_id in units)
    }
    return tuple(sorted(held, key=lambda role: (role != "sponsor", role)))


def _holders(roles: tuple[str, ...], work: Work | None, office: Office, day: dt.date) -> str:
    """The people who hold one of the roles on the work or above it, with the role."""
    near = {scope.id for scope in above(work, office)} if work else None
    found = {
        f"{person_name(a.person, office)} ({role_name(a.role, office)})"
        for a in office.all(Assignment)
        if a.role in roles and a.holds_on(day) and (near is None or a.scope_id in near)
    }
    return " or ".join(sorted(found))


def told(decided: Decided, role: str, office: Office) -> str:
    """What was decided, as the end of a sentence."""
    words = WORDS[decided.outcome]
    return f"{words} by {decided.by.name} as {role_name(role, office)} on {decided.date}"


def say_signature(drafting: Drafting, decided: Decided) -> None:
    """Says that the record alone is no signature."""
    drafting.say(
        f"What makes it count is {decided.by.name}'s own approval of the pull request that brings"
        " it in; a name in a file is no signature."
    )
