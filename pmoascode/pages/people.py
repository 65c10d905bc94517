"""The pages of people: who holds which roles, and what each answers for."""

from collections.abc import Iterator
from hashlib import sha256

from pmoascode.pages.directory import Directory
from pmoascode.pages.facts import Facts
from pmoascode.pages.page import Page
from pmoascode.pages.rendering import page
from pmoascode.records.skill import Skill
from pmoascode.views.duties import Duties, duties
from pmoascode.views.holdings import holdings
from pmoascode.views.people import PersonRow
from pmoascode.views.people import people as rows_of


def people(facts: Facts) -> Iterator[Page]:
    """The list of everybody, and a page for each who may be named."""
    directory = Directory(facts, "people")
    rows = sorted(rows_of(facts.office, facts.today), key=lambda row: _order(directory, row))
    yield page(
        facts,
        "people",
        "People",
        "people",
        summary="Who works here, which roles they hold, for how much of their time, until when.",
        nav="People & roles",
        rows=rows,
        links=directory,
    )
    found = duties(facts.office, facts.today)
    for row in rows:
        if directory.shown(row.person).is_named:
            yield _person(facts, row, found.get(row.person.id, Duties()))


def _order(directory: Directory, row: PersonRow) -> tuple[bool, str, str, str]:
    """By what is shown: an order by names would tell how those begin that are not."""
    said = directory.shown(row.person)
    held = " ".join(f"{h.scope.title} {h.role}" for h in row.held)
    last = row.person.id if said.is_named else sha256(row.person.id.encode()).hexdigest()
    return (not row.is_active, said.text, held, last)


def _person(facts: Facts, row: PersonRow, answers_for: Duties) -> Page:
    office, person = facts.office, row.person
    held = holdings(office, office.assignments_of(person), facts.today)
    path = f"people/{person.id}"
    links = Directory(facts, path)
    titles = [str(links.role(h.role).striptags()) for h in held if h.state == "now"]
    return page(
        facts,
        path,
        person.name,
        "person",
        summary=", ".join([person.name, *dict.fromkeys(titles)]),
        record=person,
        row=row,
        held=held,
        duties=answers_for,
        skills={skill.id: skill.title for skill in office.known(Skill)},
        links=links,
    )
