"""The command `pmo my`: what is due from one person and what waits for their decision."""

import datetime as dt
import json
from pathlib import Path

import click

from pmoascode.cli import my_json, my_text, options
from pmoascode.cli.desk import person_meant
from pmoascode.views.mine import mine


@click.command(
    epilog="""\b
Examples:
  pmo my                              whoever sits here, by the address that git has
  pmo my tom-berg                     or somebody else
  pmo my --days 7                     only this week, and whatever is late
  pmo my --format json"""
)
@click.argument("person", required=False)
@click.option(
    "--days",
    type=click.IntRange(min=0, max=3660),
    default=30,
    show_default=True,
    metavar="N",
    help="How far ahead to look.",
)
@options.of_workspace
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text")
def my(
    person: str | None,
    days: int,
    records: Path | None,
    at: str | None,
    today: dt.date | None,
    format_: str,
) -> None:
    """Show what is due from you, what waits for your decision, and what you answer for.

    PERSON is an id or a name; without one it is you, by the address that git has here. Decisions
    are recorded with `pmo approve` and `pmo reject`; `pmo who PERSON` lists all that stands in a
    name.
    """
    workspace = options.opened(records, at, today)
    office, day = workspace.office, workspace.today
    found = mine(office, person_meant(workspace, person), day, days)
    if format_ == "json":
        click.echo(json.dumps(my_json.mine(found, day), indent=2, ensure_ascii=False))
    else:
        click.echo("\n".join(my_text.mine(office, found, day)))
