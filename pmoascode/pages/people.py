"""The pages of people: who holds which roles, and what each answers for."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from hashlib import sha256

from pmoascode.charts.levels import levels
from pmoascode.pages.directory import Directory
from pmoascode.pages.facts import Facts
from pmoascode.pages.page import Page
from pmoascode.pages.places import person_page
from pmoascode.pages.rendering import page
from pmoascode.records.days import later
from pmoascode.records.person import Person
from pmoascode.views.agenda import Item, agenda
from pmoascode.views.career import career, mentees
from pmoascode.views.duties import Duties, duties
from pmoascode.views.holdings import holdings
from pmoascode.views.people import PersonRow
from pmoascode.views.people import people as rows_of
from pmoascode.views.waiting import Waiting, waiting_for

SOON = 30  # days ahead whose things to do stand open on a person's page; later ones are folded


def people(facts: Facts) -> Iterator[Page]:
    """The list of everybody."""
    directory = Directory(facts, "people")
    yield page(
        facts,
        "people",
        "People",
        "people",
        summary="Who works here, which roles they hold, for how much of their time, until when.",
        nav="People & roles",
        rows=_listed(facts, directory),
        links=directory,
    )


def each_person(facts: Facts) -> Iterator[Callable[[], Iterator[Page]]]:
    """The page of each who may be named."""
    directory, desk = Directory(facts, "people"), _Desk(facts)
    for row in _listed(facts, directory):
        if directory.shown(row.person).is_named:
            yield partial(_person, facts, row, desk)


def _listed(facts: Facts, directory: Directory) -> list[PersonRow]:
    return sorted(rows_of(facts.office, facts.today), key=lambda row: _order(directory, row))


@dataclass(frozen=True)
class _Desk:
    """What lies on everybody's desk, found once for all pages."""

    facts: Facts

    @cached_property
    def duties(self) -> Mapping[str, Duties]:
        """What each person answers for."""
        return duties(self.facts.office, self.facts.today)

    @cached_property
    def due(self) -> Mapping[str, tuple[Item, ...]]:
        """What is due from each person."""
        return agenda(self.facts.office, self.facts.today)

    @cached_property
    def guided(self) -> Mapping[str, tuple[Person, ...]]:
        """Whom each person is the mentor of."""
        return mentees(self.facts.office, self.facts.today)

    @cached_property
    def waiting(self) -> Mapping[str, tuple[Waiting, ...]]:
        """What waits for each person's decision."""
        return waiting_for(self.facts.office, self.facts.today, self.duties)


def _order(directory: Directory, row: PersonRow) -> tuple[bool, str, str, str]:
    """By what is shown: an order by names would tell how those begin that are not."""
    said = directory.shown(row.person)
    held = " ".join(f"{h.scope.title} {h.role}" for h in row.held)
    last = row.person.id if said.is_named else sha256(row.person.id.encode()).hexdigest()
    return (not row.is_active, said.text, held, last)


def _person(facts: Facts, row: PersonRow, desk: _Desk) -> Iterator[Page]:
    office, person = facts.office, row.person
    held = holdings(office, office.assignments_of(person), facts.today)
    path = person_page(person.id)
    links = Directory(facts, path)
    titles = [str(links.role(h.role).striptags()) for h in held if h.state == "now"]
    yield page(
        facts,
        path,
        person.name,
        "person",
        summary=", ".join(dict.fromkeys(titles)) or person.name,
        record=person,
        row=row,
        held=held,
        duties=desk.duties.get(person.id, Duties()),
        due=desk.due.get(person.id, ()),
        soon=later(facts.today, SOON),
        waiting=desk.waiting.get(person.id, ()),
        career=career(office, person, facts.today, guided=desk.guided)
        if facts.tells_personal
        else None,
        bar=levels,
        links=links,
    )
