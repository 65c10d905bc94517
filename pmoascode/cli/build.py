"""The command `pmo build`: check the records, make the pages, build the site."""

import datetime as dt
from pathlib import Path

import click

from pmoascode import __version__, zensical_site
from pmoascode.cli import options
from pmoascode.cli.paths import seen_from_here
from pmoascode.cli.progress import working
from pmoascode.finding import CannotRun
from pmoascode.formats.result import Result
from pmoascode.mkdocs_plugin import building, settings
from pmoascode.pages.links import broken
from pmoascode.pages.page import Site
from pmoascode.publication import site_of
from pmoascode.revision import opened
from pmoascode.worktree import in_processes, replacing, text_files

_ENGINES = {"mkdocs": building.build, "zensical": zensical_site.build}


@click.command(
    epilog="""\b
Examples:
  pmo build
  pmo build --at 2026-06-30 --into build/site-june
  pmo build --since 2026-10-01                  with what changed since the last board
  pmo build --engine zensical --into build/zensical
  pmo build --audience public --into build/public
  pmo build --records gmpp/portfolio"""
)
@options.of_workspace
@click.option(
    "--into",
    type=click.Path(path_type=Path, file_okay=False),
    default="build/site",
    show_default=True,
    metavar="FOLDER",
    help="Where the site goes; it is replaced only when the new one is complete.",
)
@options.audience
@options.since
@click.option(
    "--engine",
    type=click.Choice(["mkdocs", "zensical"]),
    default="mkdocs",
    show_default=True,
    help="What puts the pages into a theme; the content is the same.",
)
def build(
    records: Path | None,
    at: str | None,
    today: dt.date | None,
    into: Path,
    since: str,
    audience: str,
    engine: str,
) -> None:
    """Check the records and build the status site.

    What the check finds is shown on the site and does not stop it. The site is built aside,
    its pages and links are verified, and only then does it take the place of the old one.
    """
    with working("Reading and judging the records ..."):
        workspace = opened(records, at=at, today=today)
        verdict = workspace.verdict
    result = Result(verdict, workspace.office, __version__, seen_from_here(workspace.folder))
    click.echo(f"Checked: {result.summary}", err=True)
    configuration = settings.configuration(workspace.folder.parent)
    with working("Making the pages ..."):
        site = site_of(workspace, building.address(configuration), since, audience)
    click.echo(f"Building {len(site.pages)} pages ...", err=True)
    with replacing(into.absolute()) as folder, working("Building the site ..."):
        _ENGINES[engine](configuration, folder, site)
        _verified(folder, site)
    click.echo(f"The site is ready: {into / 'index.html'}")


def _verified(folder: Path, site: Site) -> None:
    """Raises CannotRun where a page is missing or a link leads nowhere."""
    files = text_files(folder, ".html")
    missing = [p.path for p in site.pages if f"{p.path}/index.html".lstrip("/") not in files]
    if missing:
        raise CannotRun(f"{len(missing)} pages were not built, {missing[0]} among them")
    dead = list(broken(files, in_processes))
    if dead:
        shown = "; ".join(f"{path} -> {link}" for path, link in dead[:5])
        raise CannotRun(f"{len(dead)} links of the site lead nowhere: {shown}")
