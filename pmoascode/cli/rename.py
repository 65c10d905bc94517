"""The command `pmo rename`: another id for a record, and every reference with it."""

import datetime as dt
from pathlib import Path

import click

from pmoascode.acts import named
from pmoascode.acts.renaming import renamed
from pmoascode.cli.acting import Manner, carry_out, of_act, opened


@click.command(
    epilog="""\b
Examples:
  pmo rename apollo claims-portal --dry-run
  pmo rename person/tom-meier tom-berg

Exit status: 0 written, 1 not written since the rules would block it, 2 could not run."""
)
@click.argument("record")
@click.argument("new_id")
@of_act
def rename(
    record: str, new_id: str, records: Path | None, today: dt.date | None, manner: Manner
) -> int:
    """Give a project, programme, portfolio or person another id.

    Its files move, references follow, and the old id stays among `former_ids`, so that history and
    approvals still find it. Another name needs no other id: change it with `pmo set`.
    """
    workspace = opened(records, today)
    found = named(workspace.office, record).record
    draft = renamed(workspace.office, workspace.files, found, new_id)
    return carry_out(workspace, draft, manner)
