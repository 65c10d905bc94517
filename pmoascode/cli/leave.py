"""The command `pmo leave`: a person goes, and nothing of theirs is forgotten."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import get_args

import click

from pmoascode.acts.leaving import gone
from pmoascode.cli import leave_json, leave_text, options, subjects
from pmoascode.cli.acting import Manner, carry_out, of_act, opened
from pmoascode.office import Office
from pmoascode.records.assignment import ChangeReason
from pmoascode.views.leaving import Leaving, leaving


@click.command(
    epilog="""\b
Examples:
  pmo leave maria-silva --on 2026-12-31                 asks before it writes
  pmo leave maria-silva --on 2026-12-31 --dry-run       writes nothing
  pmo leave tom-berg --on 2026-11-30 --stays --reason career-move
  pmo leave tom-berg --on 2026-11-30 --yes --plan "Interviews in week 47." --owner ana-keller

Exit status: 0 written, or a dry run without errors, 1 not written, 2 could not run."""
)
@click.argument("person")
@click.option(
    "--on",
    "last",
    type=options.Day(),
    required=True,
    metavar="DAY",
    help="The last day, inclusive.",
)
@click.option(
    "--reason",
    type=click.Choice(get_args(ChangeReason)),
    default="left",
    show_default=True,
    help="Why the holder changes; goes into each assignment that ends.",
)
@click.option("--stays", is_flag=True, help="The person gives up all roles, and stays.")
@click.option("--plan", metavar="TEXT", help="How what falls vacant is filled, and by when.")
@click.option("--owner", metavar="PERSON", help="Who sees to it; goes with --plan.")
@of_act
def leave(
    person: str,
    last: dt.date,
    reason: str,
    stays: bool,
    plan: str | None,
    owner: str | None,
    records: Path | None,
    today: dt.date | None,
    manner: Manner,
) -> int:
    """Show all that falls vacant when PERSON goes, then end their assignments.

    Everything that needs somebody else is shown first: roles, decisions that wait, reports, risks,
    benefits, actions, posts, people whom they guide. Written are the last day of each assignment
    and of the person, and with --plan the vacancies. The rest needs a name from you.
    """
    workspace = opened(records, today)
    office = workspace.office
    found = leaving(office, subjects.person(office, person), last)
    if not manner.as_json:
        click.echo("\n".join(leave_text.leave(office, found)) + "\n")
    filling = _filling(office, found, plan, owner, manner)
    draft = gone(workspace.files, found, reason=reason, stays=stays, filling=filling)
    if not (manner.yes or manner.asks or manner.dry_run):
        manner = replace(manner, dry_run=True)
        click.echo("nobody is there to ask; say --yes to have it written\n", err=True)
    return carry_out(workspace, draft, manner, also=leave_json.leave(found))


def _filling(
    office: Office, found: Leaving, plan: str | None, owner: str | None, manner: Manner
) -> tuple[str, str] | None:
    """How the vacancies are filled and who sees to it, as given or answered; None for neither."""
    if bool(plan) != bool(owner):
        raise click.UsageError("--plan says how, --owner who: give both or neither")
    if not any(ending.is_unplanned for ending in found.endings):
        return None
    if plan is None and manner.asks and not manner.dry_run:
        click.echo("How is what falls vacant filled, and by when? Leave it empty to say nothing.")
        plan = click.prompt("  plan", default="", show_default=False)
        owner = click.prompt("  owner", type=str) if plan else None
    return (plan, subjects.person(office, owner).id) if plan and owner else None
