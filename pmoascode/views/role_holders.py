"""One role across the whole office: who holds it where, who will, and where nobody does."""

import datetime as dt
from dataclasses import dataclass

from pmoascode.office import Office
from pmoascode.records.assignment import Assignment
from pmoascode.views.holdings import Holding, holdings
from pmoascode.views.vacancies import Opening, openings


@dataclass(frozen=True, slots=True)
class RoleHolders:
    """Everybody in the role on the day."""

    role: str
    held: tuple[Holding, ...]  # now, by scope
    coming: tuple[Holding, ...]
    vacant: tuple[Opening, ...]  # those that hurt most first


def role_holders(office: Office, role: str, today: dt.date) -> RoleHolders:
    """The role on the day."""
    mine = (a for a in office.all(Assignment) if a.role == role)
    found = holdings(office, mine, today)
    return RoleHolders(
        role,
        tuple(h for h in found if h.state == "now"),
        tuple(h for h in found if h.state == "coming"),
        tuple(o for o in openings(office, today) if o.role == role and o.is_now),
    )
