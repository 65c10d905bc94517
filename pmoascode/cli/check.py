"""The command `pmo check`: judge the records by the rules of the office."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import click

from pmoascode import __version__
from pmoascode.cli import options
from pmoascode.cli.format_file import FormatFile, each_its_own
from pmoascode.cli.paths import chosen, seen_from_here, within
from pmoascode.cli.progress import working
from pmoascode.cli.terminal import has_colour, width
from pmoascode.cli.tree import Tree
from pmoascode.finding import Severity, order
from pmoascode.forge import Web
from pmoascode.formats import FORMATS
from pmoascode.formats.result import Result
from pmoascode.verdict import Verdict
from pmoascode.workspace import Workspace, of_folder
from pmoascode.worktree import write

_LEVELS = [severity.label for severity in sorted(Severity, reverse=True)]


@click.command(
    epilog="""\b
Examples:
  pmo check                          the files as they are
  pmo check --at HEAD                what is committed
  pmo check --at 2026-06-30          as it was on that day, judged on that day
  pmo check portfolio/projects/apollo       what is found there alone
  pmo check --base origin/main       the change, as a pull request is judged
  pmo check --base origin/main --reviews pull-request.json
  pmo check --rules                  with the examples of the office's own rules
  pmo check --fail-on warning        stricter
  pmo check --format json | jq .counts
  pmo check --write sarif=build/pmo.sarif --write junit=build/pmo.xml

Exit status: 0 nothing at or above --fail-on, 1 findings, 2 could not run, 3 a fault of pmo."""
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@options.of_workspace
@click.option(
    "--base",
    metavar="REV",
    help="Judge the change from this revision: only what it introduces makes the check fail.",
)
@click.option(
    "--reviews",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="With --base: the pull request, its reviews and commits, as the forge's API gives them.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="How the findings are printed.",
)
@click.option(
    "--write",
    "written",
    type=FormatFile(),
    multiple=True,
    callback=each_its_own,
    metavar="FORMAT=FILE",
    help="Also write the findings to the file; may be given several times.",
)
@click.option(
    "--fail-on",
    type=click.Choice(_LEVELS),
    default="error",
    show_default=True,
    help="The least severity that makes the check fail.",
)
@click.option(
    "--rules",
    is_flag=True,
    help="Also try the examples of the office's own rules, and say which fail.",
)
@click.option(
    "--shown-at",
    type=Tree(),
    metavar="URL",
    help="The page of the judged commit on its forge, as https://github.com/OWNER/NAME/tree/COMMIT:"
    " the format markdown then links files, people and the pull request.",
)
@click.option(
    "-q", "--quiet", is_flag=True, help="Without information, hints, waivers and skipped rules."
)
def check(
    paths: tuple[Path, ...],
    records: Path | None,
    at: str | None,
    today: dt.date | None,
    base: str | None,
    reviews: Path | None,
    format_: str,
    written: tuple[tuple[str, Path], ...],
    fail_on: str,
    rules: bool,
    shown_at: Web | None,
    quiet: bool,
) -> int:
    """Judge the records by the rules of the office.

    All findings are shown at once, each with its file, line and column, and how to put it right.
    With PATHS only the findings in these files and folders are shown and count; they are judged
    beside all other records as ever. Nothing is written but what --write names.
    """
    with working("Reading and judging the records ..."):
        workspace = _opened(records, at, base, reviews, today)
        whole = _verdict(workspace, rules=rules)
    shown = within(whole, _chosen(paths, workspace)) if paths else whole
    result = replace(
        _result(workspace, shown),
        quiet=quiet,
        fail_on=Severity[fail_on.upper()],
        is_change=base is not None,
        elsewhere=len(whole.findings) - len(shown.findings) if paths else None,
        web=shown_at,
    )
    for name, file in written:
        write(file, FORMATS[name](result).encode())
    if format_ == "text":
        result = replace(result, colour=has_colour(), width=width())
    click.echo(FORMATS[format_](result), nl=False)
    return int(bool(result.blocking))


def _result(workspace: Workspace, verdict: Verdict) -> Result:
    """The verdict with what formats tell beside it of the workspace."""
    return Result(
        verdict=verdict,
        office=workspace.office,
        version=__version__,
        folder=seen_from_here(workspace.folder),
        own_rules=workspace.own_rules,
        before=workspace.before,
        pull_request=workspace.pull_request,
        below=workspace.below,
        in_tree=workspace.files.keys(),
    )


def _verdict(workspace: Workspace, *, rules: bool) -> Verdict:
    """The verdict with its hints, and if asked for with the own rules' examples that fail."""
    verdict = replace(workspace.whole_verdict, hints=workspace.hints)
    if not rules:
        return verdict
    found = (*verdict.findings, *workspace.failed_examples)
    return replace(verdict, findings=tuple(sorted(found, key=order)))


def _opened(
    records: Path | None,
    at: str | None,
    base: str | None,
    reviews: Path | None,
    today: dt.date | None,
) -> Workspace:
    """The workspace; git is loaded only for a revision, since that takes a tenth of a second."""
    if reviews and base is None:
        raise click.UsageError("--reviews tells who made a change: name its base with --base")
    if at is None and base is None:
        return of_folder(records, today)
    from pmoascode.revision import opened

    return opened(records, at=at, base=base, reviews=reviews, today=today)


def _chosen(paths: tuple[Path, ...], workspace: Workspace) -> tuple[str, ...]:
    """What of the records is asked about; a file that the change has removed counts too."""
    return chosen(paths, (*workspace.files, *(workspace.base or ())), workspace.folder)
