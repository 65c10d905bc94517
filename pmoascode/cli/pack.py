"""The command `pmo pack`: the pages that a board wants, as one PDF."""

import datetime as dt
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import click

from pmoascode.cli import options
from pmoascode.finding import CannotRun
from pmoascode.measures.health import health
from pmoascode.mkdocs_plugin import building, settings
from pmoascode.pages.board_pack import (
    PATH,
    STYLE,
    USUAL,
    Paper,
    board_pack,
    first_sheets,
    foot,
    sheets,
)
from pmoascode.pages.page import Page, Site
from pmoascode.publication import site_of
from pmoascode.revision import opened
from pmoascode.workspace import Workspace
from pmoascode.worktree import write

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")
_LONGEST = 180  # seconds for one print
_SHOWN = frozenset({"red", "amber-red", "amber"})
_FLAGS = (
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--no-pdf-header-footer",
)


@click.command(
    epilog="""\b
Examples:
  pmo pack --into board-pack.pdf
  pmo pack --forum "Investment board" --since 2026-10-01 --into build/november.pdf
  pmo pack --paper letter
  pmo pack --pages home,decisions,projects/apollo --into apollo.pdf
  pmo pack --audience public --into for-the-regulator.pdf"""
)
@options.of_workspace
@click.option("--pages", "chosen", default="", metavar="PAGE,...", help="Paths of pages; `home`.")
@click.option("--forum", default="", metavar="NAME", help="The board that it is for.")
@options.since
@click.option(
    "--into",
    type=click.Path(path_type=Path, dir_okay=False),
    default="board-pack.pdf",
    show_default=True,
    metavar="FILE",
    help="Where the PDF goes.",
)
@click.option(
    "--paper",
    type=click.Choice(["a4", "letter"]),
    default="a4",
    show_default=True,
    help="The size of its sheets; wide pages lie on their side.",
)
@options.audience
def pack(
    records: Path | None,
    at: str | None,
    today: dt.date | None,
    chosen: str,
    forum: str,
    since: str,
    into: Path,
    paper: Paper,
    audience: str,
) -> None:
    """Print the pages that a board wants as one PDF.

    Usually the portfolio on a page, what changed, decisions, what needs attention, roadmap, money,
    risks, and each red or amber project. It takes Chromium, Chrome or Edge on this computer.
    """
    browser = _browser()
    workspace = opened(records, at=at, today=today)
    configuration = settings.configuration(workspace.folder.parent)
    site = site_of(workspace, building.address(configuration), since, audience)
    pages = _chosen(site, workspace, chosen)
    with tempfile.TemporaryDirectory() as folder:
        built = Path(folder) / "site"
        building.build(configuration, built, site)
        head = _head((built / "findings" / "index.html").read_text("utf-8"))

        cover = (site.name, forum, workspace.today)
        write(built / PATH / STYLE, foot(cover).encode())
        text = board_pack(pages, head, cover, paper=paper)
        starts = first_sheets(_printed(browser, built, text))
        content = _printed(browser, built, board_pack(pages, head, cover, starts, paper))
    write(into, content)
    click.echo(f"{into}: {len(pages)} pages of the site on {sheets(content)} sheets")


def _chosen(site: Site, workspace: Workspace, chosen: str) -> tuple[Page, ...]:
    """The pages that were asked for, else the usual ones with each red or amber project."""
    known = {page.path: page for page in site.pages}
    if chosen:
        asked = ["" if path.strip() == "home" else path.strip(" /") for path in chosen.split(",")]
        missing = [path for path in asked if path not in known]
        if missing:
            raise CannotRun(f"the site has no page {missing[0]!r}; `home` is the first page")
        return tuple(known[path] for path in dict.fromkeys(asked))
    office, today = workspace.office, workspace.today
    bad = [
        f"projects/{project.id}"
        for project in office.projects
        if project.is_running and health(office, project, today).shown in _SHOWN
    ]
    return tuple(known[path] for path in (*USUAL, *bad) if path in known)


def _browser() -> str:
    found = next((path for name in _BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        raise CannotRun(
            "`pmo pack` prints with a browser, and none of Chromium, Chrome and Edge is on the"
            " PATH; install one, or print the pages of `pmo build` by hand"
        )
    return found


def _head(text: str) -> str:
    start, end = text.find("<head"), text.find("</head>")
    return text[start : end + len("</head>")]


def _printed(browser: str, site: Path, text: str) -> bytes:
    """The text as PDF, with the styles of the site.

    Raises:
        CannotRun: the browser fails, or takes too long.
    """
    page, into = site / PATH / "index.html", site.parent / "pack.pdf"
    write(page, text.encode())
    command = [
        browser,
        *_FLAGS,
        *(["--no-sandbox"] if _is_root() else []),
        f"--user-data-dir={site.parent / 'browser'}",
    ]
    command += [f"--print-to-pdf={into}", page.as_uri()]
    try:
        subprocess.run(  # noqa: S603 -- the browser of this computer, with our own arguments
            command, capture_output=True, check=True, timeout=_LONGEST
        )
        return into.read_bytes()
    except (OSError, subprocess.SubprocessError) as error:
        raise CannotRun(f"{browser} could not print the pages: {error}") from error


def _is_root() -> bool:
    """Whether the browser would refuse its sandbox, as in the containers of build servers."""
    return os.name == "posix" and os.geteuid() == 0
