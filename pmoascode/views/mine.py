"""My page: what one person answers for, what is due from them, what waits for their decision."""

import datetime as dt
from collections import Counter
from dataclasses import dataclass

from pmoascode.office import Office
from pmoascode.records.days import later
from pmoascode.records.person import Person
from pmoascode.views.agenda import Item, agenda, personal
from pmoascode.views.holdings import Holding, holdings
from pmoascode.views.people import PersonRow, person_row
from pmoascode.views.ties import ties
from pmoascode.views.waiting import Waiting, waiting


@dataclass(frozen=True, slots=True)
class Mine:
    """One person's own view of a day."""

    row: PersonRow
    held: tuple[Holding, ...]  # now, then coming
    due: tuple[Item, ...]  # past their day, or due by the last day that is looked at
    until: dt.date  # that day, inclusive
    beyond: int  # how much is due after it
    waiting: tuple[Waiting, ...]
    names: Counter[str]  # kind of thing to how many stand in the person's name

    @property
    def person(self) -> Person:
        """The person."""
        return self.row.person


def mine(office: Office, person: Person, today: dt.date, days: int) -> Mine:
    """The person's own view; `days` ahead are looked at, and whatever is late."""
    until = later(today, days)
    items = (*agenda(office, today).get(person.id, ()), *personal(office, person))
    due = tuple(item for item in items if item.due <= until)
    held = holdings(office, office.assignments_of(person), today)
    return Mine(
        person_row(office, person, today),
        tuple(h for h in held if h.state != "past"),
        tuple(sorted(due, key=lambda item: (item.due, item.kind, item.what))),
        until,
        len(items) - len(due),
        waiting(office, person.id, today),
        Counter(tie.what for tie in ties(office, person.id, today)),
    )
