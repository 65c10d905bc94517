"""The command `pmo pages`: the pages as files, for any site generator."""

import datetime as dt
from pathlib import Path

import click

from pmoascode.cli import options
from pmoascode.finding import CannotRun
from pmoascode.pages.disk import source_name, source_text
from pmoascode.pages.page import Site
from pmoascode.publication import filled, site_of
from pmoascode.revision import opened
from pmoascode.worktree import files_below, write

_MARKER = ".pmo-pages"  # lists what the last run wrote, so that the next can take away


@click.command(
    epilog="""\b
Examples:
  pmo pages --into site/docs
  pmo pages --into build/pages --own site/docs
  pmo pages --into build/pages --today 2026-11-10"""
)
@options.of_workspace
@click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    metavar="FOLDER",
    help="The folder of sources of your site generator.",
)
@click.option(
    "--own",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    metavar="FOLDER",
    help="The folder of hand-written pages, which are to come along with their data.",
)
@options.audience
def pages(
    records: Path | None,
    at: str | None,
    today: dt.date | None,
    into: Path,
    own: Path | None,
    audience: str,
) -> None:
    """Write the pages as files, for any site generator.

    Only what has changed is written; pages of an earlier run that are no more are taken away.
    """
    site = site_of(opened(records, at=at, today=today), audience=audience)
    made = {source_name(page): source_text(page, site.sections).encode() for page in site.pages}
    made |= {file.path: file.content for file in site.files}
    made |= _own(own, into, site) if own else {}
    marker = into / _MARKER
    former = marker.read_text(encoding="utf-8").splitlines() if marker.is_file() else []
    changed = sum(write(into / path, content) for path, content in sorted(made.items()))
    gone = [path for path in former if path not in made and (into / path).is_file()]
    for path in gone:
        (into / path).unlink()
    write(marker, "\n".join(sorted(made)).encode())
    click.echo(f"{len(made)} files in {into}: {changed} written, {len(gone)} taken away")


def _own(folder: Path, into: Path, site: Site) -> dict[str, bytes]:
    """What was written by hand, with the data that it asks for."""
    if folder.resolve() == into.resolve():
        raise CannotRun(f"{folder} holds what was written by hand; name another one for --into")
    return {
        name: filled(site, name, content) if name.endswith(".md") else content
        for name, path in files_below(folder).items()
        if not path.is_symlink() and (content := path.read_bytes()) is not None
    }
