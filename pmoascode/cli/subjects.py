"""Work, units and people as somebody types them: by id, by name, by how one of them begins."""

from collections.abc import Mapping
from difflib import get_close_matches

import click

from pmoascode.office import Office, Work
from pmoascode.records.person import Person
from pmoascode.records.portfolio import Portfolio
from pmoascode.records.role import Role
from pmoascode.views.holdings import Scope, scope


def known(office: Office) -> Mapping[str, str]:
    """Everything that has holders of roles, and every person: id to name."""
    works: tuple[Work, ...] = (*office.programmes, *office.projects)
    found = {work.id: work.name for work in works}
    found |= {portfolio.id: portfolio.name for portfolio in office.all(Portfolio)}
    units = office.organisation.units if office.organisation else {}
    found |= {id: unit.title for id, unit in units.items()}
    return people(office) | found


def people(office: Office) -> dict[str, str]:
    """Every person: id to name."""
    return {person.id: person.name for person in office.all(Person)}


def resolved(office: Office, name: str) -> Scope | Person:
    """The project, programme, portfolio, unit or person that is meant.

    Raises:
        click.UsageError: nothing, or more than one, is called so.
    """
    id = meant(known(office), name)
    found = scope(office, id)
    units = office.organisation.units if office.organisation else {}
    has_holders = found.record is not None or id in units
    return found if has_holders else office.person(id) or found


def person(office: Office, name: str) -> Person:
    """The person who is meant.

    Raises:
        click.UsageError: nobody, or more than one, is called so.
    """
    id = meant(people(office), name)
    return next(person for person in office.all(Person) if person.id == id)


def role(office: Office, name: str | None) -> Role | None:
    """The role that is meant; None where none is asked for.

    Raises:
        click.UsageError: nothing, or more than one, is called so.
    """
    roles = {role.id: role.title for role in office.known(Role)}
    return office.find(Role, meant(roles, name)) if name else None


def meant(named: Mapping[str, str], name: str) -> str:
    """The id that is the name, or the only one whose name, or whose beginning, it is.

    Raises:
        click.UsageError: there is none, or more than one.
    """
    if name in named:
        return name
    lower = name.lower()
    found = [id for id, title in named.items() if title.lower() == lower] or [
        id for id, title in named.items() if id.startswith(lower) or title.lower().startswith(lower)
    ]
    if len(found) > 1:
        raise click.UsageError(f"{name} may be {' or '.join(sorted(found)[:5])}; say which")
    if not found:
        raise click.UsageError(unknown(f"nothing and nobody is called {name}", name, named))
    return found[0]


def unknown(said: str, name: str, named: Mapping[str, str]) -> str:
    """The sentence, with what is called much the same."""
    ids = {title.lower(): id for id, title in named.items()} | {id: id for id in named}
    near = dict.fromkeys(ids[n] for n in get_close_matches(name.lower(), ids, n=3, cutoff=0.6))
    return f"{said}; did you mean {' or '.join(near)}?" if near else said
