"""The command `pmo implement`: an approved change request carried out."""

import datetime as dt
from pathlib import Path

import click

from pmoascode.acts import named
from pmoascode.acts.implementing import implemented
from pmoascode.cli.acting import Manner, carry_out, of_act, opened
from pmoascode.finding import CannotRun
from pmoascode.records.change_request import ChangeRequest


@click.command(
    epilog="""\b
Examples:
  pmo implement change-request/apollo/go-live-april
  pmo implement change-request/apollo/go-live-april --dry-run

Exit status: 0 written, 1 not written since the rules would block it, 2 could not run."""
)
@click.argument("request")
@of_act
def implement(request: str, records: Path | None, today: dt.date | None, manner: Manner) -> int:
    """Make the changes of an approved change request.

    Each value that it names becomes as it says, and the request counts as implemented.
    """
    workspace = opened(records, today)
    record = named(workspace.office, request).record
    if not isinstance(record, ChangeRequest):
        raise CannotRun(f"`{request}` is no change request")
    draft = implemented(workspace.office, workspace.files, record, workspace.today)
    return carry_out(workspace, draft, manner)
