"""The roles of the office, who holds them, and where they are vacant."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from pmoascode.office import Office, Work
from pmoascode.records.assignment import Assignment
from pmoascode.records.project import Vacancy
from pmoascode.records.role import Role
from pmoascode.views.holders import key_roles
from pmoascode.views.holdings import Holding, holdings

FAMILIES = ("governance", "delivery", "office", "business", "assurance")
_GROUPS = (*FAMILIES, "other", "retired")


@dataclass(frozen=True, slots=True)
class Vacant:
    """A role that nobody holds, though the work runs."""

    role: str
    work: Work
    vacancy: Vacancy | None  # what the work says of it


@dataclass(frozen=True, slots=True)
class RoleRow:
    """One role with everybody who holds it."""

    role: Role
    holdings: tuple[Holding, ...]  # held first, then coming, then past
    vacancies: tuple[Vacant, ...]

    @property
    def group(self) -> str:
        """Under which heading of the catalogue it stands: its family, unless it is retired."""
        return "retired" if self.role.status == "retired" else self.role.family or "other"

    @property
    def held(self) -> tuple[Holding, ...]:
        """The holdings of the day."""
        return tuple(h for h in self.holdings if h.state == "now")

    @property
    def holders(self) -> int:
        """How many people hold it on the day, each counted once."""
        return len({h.person for h in self.held})


def roles(office: Office, today: dt.date) -> tuple[RoleRow, ...]:
    """Every role, those that come with the package too: by family and title, retired ones last."""
    by_role: dict[str, list[Assignment]] = {}
    for assignment in office.all(Assignment):
        by_role.setdefault(assignment.role, []).append(assignment)
    empty = vacancies(office, today)
    rows = [
        RoleRow(
            role,
            holdings(office, by_role.get(role.id, ()), today),
            empty.get(role.id, ()),
        )
        for role in office.known(Role)
    ]
    return tuple(sorted(rows, key=lambda r: (_GROUPS.index(r.group), r.role.title, r.role.id)))


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
