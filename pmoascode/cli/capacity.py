"""The command `pmo capacity`: have we the people, and what if a project came at another time."""

import datetime as dt
import json
from pathlib import Path
from typing import get_args

import click

from pmoascode.cli import capacity_json, capacity_text, options
from pmoascode.cli.shift import Shift, ShiftType, shifted
from pmoascode.records.amounts import Duration
from pmoascode.views.capacity import By, Every, periods
from pmoascode.views.outlook import outlook

_AHEAD = {"month": Duration(5, "month"), "week": Duration(7, "week")}
_MOST = 120  # periods


@click.command(
    epilog="""\b
Examples:
  pmo capacity                                     roles, this month and the next five
  pmo capacity --by person --every week
  pmo capacity --by skill --from 2027-01-01 --to 2027-12-31
  pmo capacity --shift apollo=2027-03-01           what if it starts in March?
  pmo capacity --shift apollo="+2 months" --shift hermes="-2 weeks"
  pmo capacity --format json"""
)
@options.of_workspace
@click.option("--by", type=click.Choice(get_args(By)), default="role", show_default=True)
@click.option("--every", type=click.Choice(get_args(Every)), default="month", show_default=True)
@click.option("--from", "first", type=options.Day(), metavar="DAY", help="Today if left out.")
@click.option(
    "--to", "last", type=options.Day(), metavar="DAY", help="Six months, or eight weeks, in all."
)
@click.option(
    "--shift",
    "--what-if",
    "shifts",
    type=ShiftType(),
    multiple=True,
    metavar="PROJECT=WHEN",
    help="As if the project began on the day, or came so much later (+) or earlier (-).",
)
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text")
def capacity(
    records: Path | None,
    at: str | None,
    today: dt.date | None,
    by: By,
    every: Every,
    first: dt.date | None,
    last: dt.date | None,
    shifts: tuple[Shift, ...],
    format_: str,
) -> None:
    """Set demand against capacity, and name who has too much and what nobody does.

    Demand is the time of assignments and of vacancies. Capacity is what the portfolio states, else
    the people of that career role. --shift shows the same as it would be; nothing is ever written.
    """
    workspace = options.opened(records, at, today)
    first = first or workspace.today
    last = last or _AHEAD[every].after(first)
    if last < first:
        raise click.UsageError(f"--to {last} is before --from {first}")
    within = periods(first, last, every)
    if len(within) > _MOST:
        raise click.UsageError(f"{len(within)} {every}s are too many; {_MOST} are the most")
    now = then = outlook(workspace.office, by, within, workspace.today)
    office, said = shifted(workspace.office, shifts, workspace.today)
    if said:
        then = outlook(office, by, within, workspace.today)
    if format_ == "json":
        found = capacity_json.written(now, then, said)
        click.echo(json.dumps(found, indent=2, ensure_ascii=False))
    else:
        click.echo("\n".join(capacity_text.lines(office, now, then, said)))
