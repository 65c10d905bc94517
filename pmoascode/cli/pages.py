"""The command `pmo pages`: the pages as files, for any site generator."""

import datetime as dt
from pathlib import Path

import click

from pmoascode.cli import options
from pmoascode.pages.disk import source_name, source_text
from pmoascode.publication import site_of
from pmoascode.revision import opened
from pmoascode.worktree import write

_MARKER = ".pmo-pages"  # lists what the last run wrote, so that the next can take away


@click.command(
    epilog="""\b
Examples:
  pmo pages --into site/docs
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
@options.audience
def pages(
    records: Path | None, at: str | None, today: dt.date | None, into: Path, audience: str
) -> None:
    """Write the pages as files, for any site generator.

    Only what has changed is written; pages of an earlier run that are no more are taken away.
    """
    site = site_of(opened(records, at=at, today=today), audience=audience)
    made = {source_name(page): source_text(page, site.sections).encode() for page in site.pages}
    made |= {file.path: file.content for file in site.files}
    marker = into / _MARKER
    former = marker.read_text(encoding="utf-8").splitlines() if marker.is_file() else []
    changed = sum(write(into / path, content) for path, content in sorted(made.items()))
    gone = [path for path in former if path not in made and (into / path).is_file()]
    for path in gone:
        (into / path).unlink()
    write(marker, "\n".join(sorted(made)).encode())
    click.echo(f"{len(made)} files in {into}: {changed} written, {len(gone)} taken away")
