"""The command `pmo assign`: somebody appointed to a role."""

import datetime as dt
from pathlib import Path
from typing import Any

import click

from pmoascode.acts import named
from pmoascode.acts.assigning import assigned
from pmoascode.acts.placing import kind_at
from pmoascode.acts.values import value_of
from pmoascode.cli import options
from pmoascode.cli.acting import Manner, carry_out, of_act, opened
from pmoascode.finding import CannotRun
from pmoascode.records.person import Person
from pmoascode.records.role import Role

_KIND = kind_at("assignments/id.yaml")


@click.command(
    epilog="""\b
Examples:
  pmo assign apollo project-manager tom-berg --time "80 %"
  pmo assign apollo sponsor maria-silva --from 2027-01-01 --reason reorganisation
  pmo assign pmo pmo-analyst ana-keller --until 2027-06-30 --interim

Exit status: 0 written, 1 not written since the rules would block it, 2 could not run."""
)
@click.argument("scope")
@click.argument("role")
@click.argument("person")
@click.option("--from", "from_", type=options.Day(), metavar="DAY", help="The first day; today.")
@click.option("--until", type=options.Day(), metavar="DAY", help="The last day, if it is agreed.")
@click.option("--time", metavar="SHARE", help="How much of full time, as in `80 %`.")
@click.option("--interim", is_flag=True, help="Only until somebody permanent is found.")
@click.option("--handover", is_flag=True, help="Beside whoever holds it, who hands over.")
@click.option("--supervisor", metavar="PERSON", help="Who guides a junior.")
@click.option("--reason", help="Why the holder changes, as in `end-of-contract`.")
@of_act
def assign(
    scope: str,
    role: str,
    person: str,
    from_: dt.date | None,
    until: dt.date | None,
    time: str | None,
    interim: bool,
    handover: bool,
    supervisor: str | None,
    reason: str | None,
    records: Path | None,
    today: dt.date | None,
    manner: Manner,
) -> int:
    """Appoint somebody to a role of a project, programme, portfolio or unit.

    Where only one person can hold the role, whoever holds it is released the day before. A vacancy
    of the role ends. What an appointment confers counts once it is merged.
    """
    workspace = opened(records, today)
    office = workspace.office
    found = named(office, f"person/{person}").record
    its = office.find(Role, role)
    if its is None or not isinstance(found, Person):
        raise CannotRun(f"there is no role `{role}`; `pmo new role` adds one")
    given = {"time": time, "supervisor": supervisor, "change_reason": reason}
    entry: dict[str, Any] = {"from": (from_ or workspace.today).isoformat()}
    entry |= {"until": until.isoformat()} if until else {}
    entry |= {field: value_of(_KIND, (field,), text) for field, text in given.items() if text}
    entry |= {"filled": "interim"} if interim else {}
    entry |= {"handover": True} if handover else {}
    return carry_out(workspace, assigned(office, workspace.files, scope, found, its, entry), manner)
