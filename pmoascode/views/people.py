"""Who works here: each person with the roles held now and how much time they take."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from pmoascode.office import Office
from pmoascode.records.person import Person
from pmoascode.views.holdings import Holding, holdings, total_time


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person on the day."""

    person: Person
    unit: str  # title
    position: str  # title
    held: tuple[Holding, ...]  # now
    time: Decimal  # percent of full time that the roles held now take
    capacity: Decimal  # percent of full time that the person works
    next_end: Holding | None  # of the roles held now, the first to end within 90 days
    is_active: bool

    @property
    def is_overloaded(self) -> bool:
        """Whether the roles take more time than the person works."""
        return self.time > self.capacity


def people(office: Office, today: dt.date) -> tuple[PersonRow, ...]:
    """Everybody of the organisation, by name; who has left or is yet to come stands last."""
    rows = [person_row(office, person, today) for person in office.all(Person)]
    return tuple(sorted(rows, key=lambda r: (not r.is_active, r.person.name, r.person.id)))


def person_row(office: Office, person: Person, today: dt.date) -> PersonRow:
    """The person on the day."""
    held = tuple(
        h for h in holdings(office, office.assignments_of(person), today) if h.state == "now"
    )
    ending = [h for h in held if h.ends_soon]
    return PersonRow(
        person,
        _unit(office, person),
        _position(office, person),
        held,
        total_time(held),
        person.capacity.number,
        min(ending, key=lambda h: h.days_left or 0, default=None),
        person.is_active_on(today),
    )


def _unit(office: Office, person: Person) -> str:
    units = office.organisation.units if office.organisation else {}
    return units[person.unit].title if person.unit in units else person.unit or ""


def _position(office: Office, person: Person) -> str:
    positions = office.organisation.positions if office.organisation else {}
    known = person.position in positions
    return positions[person.position or ""].title if known else person.position or ""
