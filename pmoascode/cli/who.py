"""The command `pmo who`: who holds which role, and what one person holds and answers for."""

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from pmoascode.cli import options, person_text, subjects, who_json, who_text
from pmoascode.office import Office
from pmoascode.records.assignment import Assignment
from pmoascode.records.person import Person
from pmoascode.records.role import Role
from pmoascode.views.holdings import Scope
from pmoascode.views.role_holders import role_holders
from pmoascode.views.role_lanes import role_lanes
from pmoascode.views.standing import standing


@click.command(
    epilog="""\b
Examples:
  pmo who apollo                              who holds what there, and what comes
  pmo who maria-silva                         all that she holds and answers for
  pmo who --role sponsor                      everybody in that role
  pmo who --role sponsor --on 2027-03-01      on that day, as far as it is planned
  pmo who apollo --on 2026-03-01 --format json"""
)
@click.argument("name", required=False)
@click.option("--role", metavar="ROLE", help="Only this role; without NAME, in the whole office.")
@click.option(
    "--on",
    "--today",
    "on",
    type=options.Day(),
    metavar="DAY",
    help="The day to look at, as 2026-11-23; today (UTC) if left out.",
)
@options.at
@options.records
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text")
def who(
    name: str | None,
    role: str | None,
    on: dt.date | None,
    at: str | None,
    records: Path | None,
    format_: str,
) -> None:
    """Say who holds which role, since when, until when, and who comes next.

    NAME is the id or the name of a project, programme, portfolio, unit or person. It is what the
    records say today of the day that is asked; --at gives what they said then.
    """
    workspace = options.opened(records, at, on)
    office, day = workspace.office, workspace.today
    if role and role not in _roles(office):
        raise click.UsageError(subjects.unknown(f"there is no role {role}", role, _roles(office)))
    if name is None and role is None:
        raise click.UsageError("say of whom or what, as in `pmo who apollo`, or which --role")
    is_json = format_ == "json"
    said = (
        _of_role(office, role or "", day, is_json)
        if name is None
        else _of(office, subjects.resolved(office, name), role, day, is_json)
    )
    click.echo("\n".join(said))


def _of_role(office: Office, role: str, day: dt.date, is_json: bool) -> Iterable[str]:
    found = role_holders(office, role, day)
    return _json(who_json.role(found, day)) if is_json else who_text.role(office, found, day)


def _of(
    office: Office, of: Scope | Person, role: str | None, day: dt.date, is_json: bool
) -> Iterable[str]:
    if isinstance(of, Person):
        if role:
            raise click.UsageError(f"{of.id} is a person; --role goes with work, or alone")
        own = standing(office, of, day)
        return _json(who_json.person(own, day)) if is_json else person_text.person(office, own, day)
    lanes = [each for each in role_lanes(office, of, day) if role in (None, each.role)]
    if is_json:
        return _json(who_json.scope(office, of, lanes, day))
    return who_text.scope(office, of, lanes, day)


def _json(said: who_json.Json) -> Iterable[str]:
    return (json.dumps(said, indent=2, ensure_ascii=False),)


def _roles(office: Office) -> Mapping[str, str]:
    held = {a.role: a.role for a in office.all(Assignment)}
    return held | {role.id: role.title for role in office.known(Role)}
