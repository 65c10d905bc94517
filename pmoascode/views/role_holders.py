"""One role across the whole office: who holds it where, who will, and where nobody does."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from pmoascode.office import Office, Work
from pmoascode.records.assignment import Assignment
from pmoascode.records.project import Vacancy
from pmoascode.views.holders import key_roles
from pmoascode.views.holdings import Holding, holdings


@dataclass(frozen=True, slots=True)
class Vacant:
    """A role that nobody holds, though the work runs."""

    role: str
    work: Work
    vacancy: Vacancy | None  # what the work says of it


@dataclass(frozen=True, slots=True)
class RoleHolders:
    """Everybody in the role on the day."""

    role: str
    held: tuple[Holding, ...]  # now, by scope
    coming: tuple[Holding, ...]
    vacant: tuple[Vacant, ...]


def role_holders(office: Office, role: str, today: dt.date) -> RoleHolders:
    """The role on the day."""
    mine = (a for a in office.all(Assignment) if a.role == role)
    found = holdings(office, mine, today)
    return RoleHolders(
        role,
        tuple(h for h in found if h.state == "now"),
        tuple(h for h in found if h.state == "coming"),
        vacancies(office, today).get(role, ()),
    )


def vacancies(office: Office, today: dt.date) -> Mapping[str, tuple[Vacant, ...]]:
    """The vacant roles of running work by role: key roles, and those that the work names."""
    found: dict[str, list[Vacant]] = {}
    works: tuple[Work, ...] = (*office.programmes, *office.projects)
    for work in works:
        if work.is_running:
            for role in sorted({*work.vacancies, *key_roles(work)}):
                if not office.holders(role, work, today):
                    vacant = Vacant(role, work, work.vacancies.get(role))
                    found.setdefault(role, []).append(vacant)
    return {role: tuple(vacant) for role, vacant in found.items()}
