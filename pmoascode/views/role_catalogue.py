"""The roles of the office, who holds them, and where they are vacant."""

import datetime as dt
from dataclasses import dataclass

from pmoascode.office import Office
from pmoascode.records.assignment import Assignment
from pmoascode.records.role import Role
from pmoascode.views.holdings import Holding, holdings
from pmoascode.views.vacancies import Opening, openings

FAMILIES = ("governance", "delivery", "office", "business", "assurance")
_GROUPS = (*FAMILIES, "other", "retired")


@dataclass(frozen=True, slots=True)
class RoleRow:
    """One role with everybody who holds it."""

    role: Role
    holdings: tuple[Holding, ...]  # held first, then coming, then past
    vacancies: tuple[Opening, ...]  # now or within 90 days, those that hurt most first

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
    empty: dict[str, list[Opening]] = {}
    for opening in openings(office, today):
        empty.setdefault(opening.role, []).append(opening)
    rows = [
        RoleRow(
            role,
            holdings(office, by_role.get(role.id, ()), today),
            tuple(empty.get(role.id, ())),
        )
        for role in office.known(Role)
    ]
    return tuple(sorted(rows, key=lambda r: (_GROUPS.index(r.group), r.role.title, r.role.id)))
