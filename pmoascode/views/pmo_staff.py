"""The people of a PMO: who holds which of its roles, to whom they report, and what is vacant."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from pmoascode.office import Office
from pmoascode.records.organisation import Unit
from pmoascode.records.role import Role
from pmoascode.views.holdings import Holding, holdings
from pmoascode.views.organisation_chart import reporting_line


@dataclass(frozen=True, slots=True)
class Seat:
    """One role of the office, held or not."""

    role: str
    held: Holding | None  # None where nobody holds it now and somebody did, or the post is empty
    reports_to: str  # id of a position; empty for whoever the head leads
    was_until: dt.date | None  # the last day of whoever held it last

    @property
    def is_head(self) -> bool:
        """Whether it answers to a position outside the office."""
        return bool(self.reports_to)


@dataclass(frozen=True, slots=True)
class Staff:
    """The seats of one office."""

    seats: tuple[Seat, ...]  # the head first, then by title of the role
    time: Decimal  # percent of full time, of all together
    head: str  # id of the role that leads; empty where nobody does


def pmo_staff(office: Office, id: str, unit: Unit, today: dt.date) -> Staff:
    """The seats of the office that is the unit with the id, on the day."""
    every = holdings(office, office.assignments(id), today)
    now = [each for each in every if each.state == "now"]
    post = office.organisation.positions.get(unit.head or "") if office.organisation else None
    led = next((h.role for h in now if post and h.person == post.holder), "")
    line = reporting_line(office.organisation, unit) if office.organisation else ()
    seats = [Seat(h.role, h, line[0] if h.role == led and line else "", None) for h in now]
    for role in dict.fromkeys(h.role for h in every if h.state == "past"):
        known = office.find(Role, role)
        if role not in {h.role for h in now} and known and known.status == "active":
            last = max(h.until for h in every if h.role == role and h.until)
            seats.append(Seat(role, None, "", last))
    return Staff(
        tuple(sorted(seats, key=lambda s: (not s.is_head, s.held is None, s.role))),
        sum((h.time for h in now if h.time is not None), Decimal(0)),
        led,
    )
