"""One person on a day: the roles they hold, what waits for them, what stands in their name."""

import datetime as dt
from dataclasses import dataclass

from pmoascode.measures.freshness import freshness
from pmoascode.office import Office, Work
from pmoascode.records.person import Person
from pmoascode.views.holders import holder, manager_role
from pmoascode.views.holdings import Holding, holdings
from pmoascode.views.people import PersonRow, person_row
from pmoascode.views.ties import Tie, ties
from pmoascode.views.waiting import Waiting, waiting


@dataclass(frozen=True, slots=True)
class ReportDue:
    """A status report that the manager of the work owes next."""

    work: Work
    due: dt.date  # last day, inclusive


@dataclass(frozen=True, slots=True)
class Standing:
    """All that one person holds and answers for on the day."""

    row: PersonRow
    held: tuple[Holding, ...]  # now, then coming
    past: int  # roles held before
    waiting: tuple[Waiting, ...]
    reports: tuple[ReportDue, ...]  # the earliest first
    ties: tuple[Tie, ...]

    @property
    def person(self) -> Person:
        """The person."""
        return self.row.person


def standing(office: Office, person: Person, today: dt.date) -> Standing:
    """The person on the day."""
    every = holdings(office, office.assignments_of(person), today)
    held = tuple(h for h in every if h.state != "past")
    return Standing(
        person_row(office, person, today),
        held,
        len(every) - len(held),
        waiting(office, person.id, today),
        reports_due(office, person.id, today),
        ties(office, person.id, today),
    )


def reports_due(office: Office, person: str, today: dt.date) -> tuple[ReportDue, ...]:
    """The next report of each running work that the person manages, the earliest first."""
    works: tuple[Work, ...] = (*office.programmes, *office.projects)
    mine = (w for w in works if holder(office, w, manager_role(w), today) == person)
    found = ((work, freshness(office, work, today).due) for work in mine)
    dated = [ReportDue(work, due) for work, due in found if due]
    return tuple(sorted(dated, key=lambda each: (each.due, each.work.id)))
