"""A new record made: where it belongs, what it says, who begins with it; then carried out."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from pmoascode.acts import Draft, Drafting
from pmoascode.acts.choices import Beginning, scopes
from pmoascode.acts.creating import create, ensure_free
from pmoascode.acts.spot import Home, Spot, home, needs_scope, proposed_id, takes_id
from pmoascode.acts.usual import Desk
from pmoascode.cli.acting import Manner, carry_on, opened
from pmoascode.cli.asking import ABOUT, chosen, said
from pmoascode.cli.desk import address_here, person_here
from pmoascode.cli.field_options import given_fields
from pmoascode.cli.interview import completed, interview
from pmoascode.cli.team import team
from pmoascode.editors.ids import Offer
from pmoascode.formats.result import visible
from pmoascode.records.meeting import Meeting
from pmoascode.workspace import Workspace


def made(
    name: str,
    given: Mapping[str, Any],
    records: Path | None,
    today: dt.date | None,
    manner: Manner,
) -> int:
    """Makes a record of the kind of the name; the exit status of the act."""
    workspace, asks = opened(records, today), manner.asks
    desk, drafting = desk_of(workspace), Drafting(workspace.files)
    if asks:
        click.echo(ABOUT, err=True)
        note_stranger(desk, workspace.folder)
    where = home(desk.office, name, _scope(desk, name, given.get("scope"), asks=asks))
    fixed = _fixed(desk, drafting, where, given.get("id"))
    begun = Beginning(where.kind, where.scope, {})
    data = interview(desk, begun, given_fields(where.kind, given), asks=asks)
    place = fixed or _called(desk, drafting, where, data, asks=asks)
    members = dict(team(desk, name, data.get("tier"), given, asks=asks))

    def drafted(data: Mapping[str, Any]) -> Draft:
        drafting = Drafting(workspace.files)
        create(desk.office, drafting, place, data)
        for role, entry in members.items():
            drafting.add(f"assignments/{place.id}.yaml", (role,), entry)
        return drafting.draft

    return carry_on(completed(workspace, desk, place, data, drafted, asks=asks), manner)


def desk_of(workspace: Workspace) -> Desk:
    """The desk at which the command is typed."""
    here = person_here(workspace.office, workspace.folder)
    return Desk(workspace.office, workspace.today, here.id if here else "")


def note_stranger(desk: Desk, folder: Path) -> None:
    """Says why nothing is proposed as somebody's own, where git's address is nobody's here."""
    if not desk.who:
        address = address_here(folder)
        why = f"git's address here, {address}, is in no record of people/" if address else ""
        why = why or "git has no address (user.email) here"
        click.echo(visible(f"Who you are is not known, since {why}."), err=True)


def scope_of(desk: Desk, given: str | None, *, asks: bool) -> str:
    """The id of the project or programme that is meant.

    Raises:
        UsageError: none is given, and nobody is there to ask.
    """
    if given:
        return given
    if not asks:
        raise click.UsageError("nobody is there to ask, so name the project or programme")
    choices, own = scopes(desk.office, desk.today, desk.who)
    return chosen("Scope", "The project or programme that it belongs to.", choices, own)


def _scope(desk: Desk, name: str, given: str | None, *, asks: bool) -> str:
    """The id of what the record is to belong to; empty for the whole organisation."""
    if not needs_scope(name) or given:
        return given or ""
    if name != "meeting":
        return scope_of(desk, given, asks=asks)
    if not asks:
        raise click.UsageError("nobody is there to ask, so name the board or forum that meets")
    known = dict.fromkeys(meeting.scope_id for meeting in desk.office.all(Meeting))
    forums = tuple(Offer(id) for id in known)
    return said("Forum", "The board or forum that meets, by its id.", str, choices=forums)


def _fixed(desk: Desk, drafting: Drafting, where: Home, id: str | None) -> Spot | None:
    """The place of the record, where its id is given or it needs none; it has to be free."""
    if not id and takes_id(where.kind.name):
        return None
    place = where.spot(id or "x")
    ensure_free(desk.office, drafting, place)
    return place


def _called(
    desk: Desk, drafting: Drafting, where: Home, data: Mapping[str, Any], *, asks: bool
) -> Spot:
    """The place of the record, by the id that is answered, or made of the title."""

    def free(text: str) -> str:
        ensure_free(desk.office, drafting, where.spot(text))
        return text

    proposed = proposed_id(desk.office, drafting, where, data, desk.today)
    if asks:
        about = "Its name in the records; others refer to it by this, so it stays."
        return where.spot(said("Id", about, free, proposed))
    if not proposed:
        raise click.UsageError("nobody is there to ask, so give the id")
    return where.spot(proposed)
