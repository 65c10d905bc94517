"""The command `pmo codeowners`: whom the forge asks to review what."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import get_args

import click

from pmoascode.cli import options
from pmoascode.exchange.codeowners import CodeOwners
from pmoascode.forge import Forge
from pmoascode.verdict.code_owners import PLACES, generated
from pmoascode.workspace import Workspace, of_folder
from pmoascode.worktree import content_of, owner_text, repository_root, write

_FORGES: Mapping[Forge, str] = {"github": "GitHub", "gitlab": "GitLab"}


@click.command(
    epilog="""\b
Examples:
  pmo codeowners                    write the file that your forge reads
  pmo codeowners --check            only say whether it is up to date
  pmo codeowners --forge gitlab     with accounts and places of GitLab
  pmo codeowners --into -           print it

Exit status: 0 written or up to date, 1 with --check if it is not, 2 could not run."""
)
@options.records
@options.today
@click.option("--check", is_flag=True, help="Write nothing; end with 1 if the file is not so.")
@click.option(
    "--forge",
    type=click.Choice(get_args(Forge)),
    help="Whose accounts and places; as the file says, or else github.",
)
@click.option(
    "--into",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    metavar="FILE",
    help="The file; the one that the forge reads if left out, - to print.",
)
def codeowners(
    records: Path | None, today: dt.date | None, check: bool, forge: Forge | None, into: Path | None
) -> int:
    """Write CODEOWNERS: whom the forge asks to review what.

    It is made from roles, assignments and the accounts of people. Lines of your own stay above the
    generated part. Where two people can be named they are, since nobody approves their own change.
    """
    workspace = of_folder(records, today)
    root = repository_root(workspace.folder)
    forge, file = _chosen(root, workspace, forge, into)
    owners = CodeOwners(workspace.office, workspace.below, workspace.today, forge)
    _warn(owners)
    if str(into) == "-":
        click.echo(owners.text, nl=False)
        return 0
    old = owner_text(content_of(file)) if file.is_file() else ""
    new = _own_lines(old) + owners.text
    shown = file.relative_to(root) if file.is_relative_to(root) else file
    if check and new != old:
        click.echo(f"{shown} is not as the records have it; run `pmo codeowners`")
        return 1
    changed = new != old and write(file, new.encode())
    click.echo(f"{shown} {'written' if changed else 'is up to date'}")
    return 0


def _chosen(
    root: Path, workspace: Workspace, forge: Forge | None, into: Path | None
) -> tuple[Forge, Path]:
    """The forge and the file: as asked for, else as a file that is there says, else as usual."""
    files = workspace.owner_files.now
    made = [(part[1], path) for path, text in files.items() if (part := generated(text))]
    for its, path in made:
        if forge in (None, its):
            return its, into or root / path
    forge = forge or "github"
    there = [place for place in PLACES[forge] if place in files]
    return forge, into or root / (there or PLACES[forge])[0]


def _own_lines(text: str) -> str:
    """What stands above the generated part, which is the whole file where there is none."""
    part = generated(text)
    own = text[: part[0]] if part else text
    return own if not own or own.endswith("\n") else f"{own}\n"


def _warn(owners: CodeOwners) -> None:
    if owners.without_account:
        click.echo(
            f"no account on {_FORGES[owners.forge]}, or none that is active, for: "
            f"{', '.join(owners.without_account)}; others are asked in their place. Give it in "
            f"people/<id>.yaml, as in `identities: {{{owners.forge}: {{login: tberg, id: 4711}}}}`",
            err=True,
        )
