"""The command `pmo editor-schemas`: completion, help and errors in the editor, with the ids."""

from collections.abc import Mapping
from pathlib import Path

import click

from pmoascode.cli import options
from pmoascode.cli.progress import working
from pmoascode.editors import IGNORED, SCHEMAS, editor_files
from pmoascode.editors.merging import brought_in
from pmoascode.editors.modeline import with_modeline
from pmoascode.editors.schemas import editor_schemas as schemas_of
from pmoascode.office import kind_of
from pmoascode.workspace import Workspace, of_folder
from pmoascode.worktree import content_of, repository_root, write_all

_OURS = ".vscode/pmo.code-snippets"  # which nobody else writes


@click.command(
    epilog="""\b
Examples:
  pmo editor-schemas                       after cloning, and whenever people or projects came
  pmo editor-schemas --check               only say whether they are up to date
  pmo editor-schemas --modelines           for editors without settings by path
  pmo editor-schemas --into build/schemas

Exit status: 0 written or up to date, 1 with --check if they are not, 2 could not run."""
)
@options.records
@click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help=f"The folder of the schemas; {SCHEMAS}, which git ignores, if left out.",
)
@click.option("--check", is_flag=True, help="Write nothing; end with 1 if something is not so.")
@click.option(
    "--modelines", is_flag=True, help="Also name its schema in the first line of each record."
)
def editor_schemas(records: Path | None, into: Path | None, check: bool, modelines: bool) -> int:
    """Write what an editor needs to help: schemas with the office's ids, settings, snippets.

    References then offer the people, roles, projects and milestones that there are, by name. The
    settings are those of Visual Studio Code; what you have set yourself stays.
    """
    workspace = of_folder(records)
    root = repository_root(workspace.folder)
    schemas = _below(root, into)
    with working("Reading the records ..."):
        wanted = dict(_schemas(workspace, schemas))
        wanted |= _settings(root, workspace.below, schemas)
        if modelines:
            wanted |= _modelines(workspace, schemas)
    before = {path: content_of(root / path) if (root / path).is_file() else None for path in wanted}
    stale = [path for path in wanted if before[path] != wanted[path]]
    if check:
        click.echo(f"{_shown(stale)} not up to date" if stale else "all is up to date")
        return int(bool(stale))
    write_all(root, before, wanted)
    click.echo(f"{_shown(stale)} written" if stale else "all is up to date")
    return 0


def _below(root: Path, into: Path | None) -> str:
    """The folder of the schemas from the repository's root."""
    if into is None:
        return SCHEMAS
    folder = into.resolve()
    if folder == root or not folder.is_relative_to(root):
        raise click.UsageError(f"the editor finds only folders in {root}; name one of those")
    return folder.relative_to(root).as_posix()


def _schemas(workspace: Workspace, schemas: str) -> Mapping[str, bytes]:
    made = {f"{schemas}/{name}": text for name, text in schemas_of(workspace.office).items()}
    if schemas.startswith(IGNORED):
        made[f"{IGNORED}.gitignore"] = "*\n"
    return {path: text.encode() for path, text in made.items()}


def _settings(root: Path, below: str, schemas: str) -> Mapping[str, bytes]:
    """The files of settings, each as it is but for what it lacks."""
    made = {}
    for path, ours in editor_files(below, schemas).items():
        is_kept = path != _OURS and (root / path).is_file()
        found = brought_in(content_of(root / path), ours) if is_kept else ours.encode()
        if found is not None:
            made[path] = found
            continue
        said = f"{path} is left as it is, since it is no plain JSON; it should also say:\n{ours}"
        click.echo(said, err=True)
    return made


def _modelines(workspace: Workspace, schemas: str) -> Mapping[str, bytes]:
    """The records with the line; those that cannot be read are left alone."""
    made = {}
    for path, blob in workspace.files.items():
        found = kind_of(path)
        if found and blob.mode == "100644":
            place = f"{workspace.below}/{path}" if workspace.below else path
            schema = f"{schemas}/{found[0].name}.schema.json"
            if content := with_modeline(place, blob.read(), schema):
                made[place] = content
    return made


def _shown(paths: list[str]) -> str:
    """The files, counted by folder where they are many."""
    if len(paths) <= 4:
        return ", ".join(paths)
    folders: dict[str, int] = {}
    for path in paths:
        top = "/".join(path.split("/")[:2]) if path.startswith(".") else path.split("/")[0]
        folders[top] = folders.get(top, 0) + 1
    return ", ".join(
        f"{top}" if count == 1 else f"{count} files in {top}" for top, count in folders.items()
    )
