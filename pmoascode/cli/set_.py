"""The command `pmo set`: a field of a record changed, all else of the file as it was."""

import datetime as dt
from pathlib import Path

import click

from pmoascode.acts.setting import with_fields
from pmoascode.cli.acting import Manner, carry_out, of_act, opened


@click.command(
    "set",
    epilog="""\b
Examples:
  pmo set apollo.milestones.go-live.forecast 2027-04-02
  pmo set risk/apollo/vendor-late.probability 4 risk/apollo/vendor-late.response reduce
  pmo set apollo.objectives "faster-claims, fewer-calls"
  pmo set tom-berg.capacity "80 %" --dry-run
  pmo set apollo.hold --remove

Exit status: 0 written, 1 not written since the rules would block it, 2 could not run.""",
)
@click.argument("pairs", nargs=-1, required=True, metavar="FIELD VALUE [FIELD VALUE]...")
@click.option("--remove", is_flag=True, help="Take the fields away; name fields without values.")
@of_act
def set_command(
    pairs: tuple[str, ...],
    remove: bool,
    records: Path | None,
    today: dt.date | None,
    manner: Manner,
) -> int:
    """Change fields of records.

    FIELD is the record's name and the field's keys with dots between: a project, programme,
    portfolio or person by its id, anything else in full, as `risk/apollo/vendor-late`. Comments,
    order and layout of the file stay.
    """
    if not remove and len(pairs) % 2:
        raise click.UsageError(f"`{pairs[-1]}` has no value; fields and values come in pairs")
    given = (
        [(field, None) for field in pairs]
        if remove
        else list(zip(pairs[::2], pairs[1::2], strict=True))
    )
    workspace = opened(records, today)
    draft = with_fields(workspace.office, workspace.files, given)
    return carry_out(workspace, draft, manner)
