"""Who sits at this desk: the person of the office under whose address git commits here."""

from pathlib import Path

import click

from pmoascode.cli import subjects
from pmoascode.finding import CannotRun
from pmoascode.forge import person_at
from pmoascode.office import Office
from pmoascode.records.person import Person
from pmoascode.workspace import Workspace


def person_here(office: Office, folder: Path) -> Person | None:
    """The person with the address that git has here; None where nobody, or nobody alone, has it."""
    return person_at(address_here(folder), office)


def address_here(folder: Path) -> str:
    """The address that git has in the folder; empty where it has none, or there is no git."""
    from pmoascode.repository import Repository

    try:
        with Repository.open(folder) as repository:
            return repository.user_email
    except CannotRun:  # no repository
        return ""


def person_meant(workspace: Workspace, name: str | None) -> Person:
    """The person who is named; else whoever sits here, which is said aloud.

    Raises:
        UsageError: the name is nobody's, or nobody is named and nobody known sits here.
    """
    if name:
        return subjects.person(workspace.office, name)
    address = address_here(workspace.folder)
    found = person_at(address, workspace.office)
    if found is None:
        why = (
            f"the address that git has here, {address}, is nobody's in people/, or two people's"
            if address
            else "git has no address (user.email) here"
        )
        raise click.UsageError(f"{why}; say who is meant, by id or by name")
    click.echo(f"You are {found.name} ({found.id}), by git's address {address}.", err=True)
    return found
