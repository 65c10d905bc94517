"""The command `pmo init`: an office in a minute."""

import datetime as dt
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from pmoascode.cli import init_types as types
from pmoascode.cli import options
from pmoascode.cli.init_answers import FORGES, NONE, SUPERIORS, Given, answers, around
from pmoascode.cli.init_sources import shipped
from pmoascode.cli.init_words import told
from pmoascode.finding import CannotRun, Severity
from pmoascode.starting import EXAMPLE_DAY, Around, as_blob, begun, example
from pmoascode.whereabouts import RECORDS
from pmoascode.workspace import Workspace, utc_today
from pmoascode.worktree import content_at, write_all

_FIRST = f"{RECORDS}/organisation.yaml"  # without which there is no office


@click.command(
    epilog="""\b
Examples:
  pmo init                          asks what it has to know, and makes the office here
  pmo init harbour --yes            takes what is usual
  pmo init harbour --yes --organisation "Harbour Mutual" --project "Claims portal" \\
    --head "Ana Keller <ana.keller@harbour.example> @akeller" --sponsor "Maria Silva"
  pmo init --example thornmere      an invented water company, to look at and to play with
  pmo init --dry-run --yes          says what would be written

Exit status: 0 written, 2 could not: nothing is ever overwritten."""
)
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=".")
@click.option("--example", "is_example", is_flag=True, help="Begin with the example's records.")
@click.option("--organisation", type=types.Line(), metavar="NAME", help="What it is called.")
@click.option("--currency", type=types.CURRENCY, metavar="CODE", help="Of all amounts, as EUR.")
@click.option(
    "--fiscal-year", type=types.YEAR_START, metavar="MM-DD", help="The day on which it begins."
)
@click.option("--head", type=types.Person(), metavar="PERSON", help="Who leads the project office.")
@click.option(
    "--reports-to",
    type=click.Choice(tuple(SUPERIORS)),
    help="The post that the project office reports to.",
)
@click.option(
    "--department", type=types.Line(), metavar="NAME", help="With --reports-to department."
)
@click.option("--superior", type=types.Person(), metavar="PERSON", help="Who fills that post.")
@click.option(
    "--executive",
    type=types.Person(),
    metavar="PERSON",
    help="With --reports-to department: the chief executive, who hears the office too.",
)
@click.option("--reason", type=types.Line(), metavar="TEXT", help="Why it reports there.")
@click.option("--portfolio", type=types.Line(), metavar="NAME", help="Of the first project.")
@click.option(
    "--programme", type=types.Line(), metavar="NAME", help=f"Of the first project; {NONE} for none."
)
@click.option("--project", type=types.Line(), metavar="NAME", help="The first project.")
@click.option("--sponsor", type=types.Person(), metavar="PERSON", help="Of the first project.")
@click.option("--manager", type=types.Person(), metavar="PERSON", help="Of the first project.")
@click.option(
    "--start", type=options.Day(), metavar="DAY", help="Its first day; today if left out."
)
@click.option("--finish", type=options.Day(), metavar="DAY", help="Its last day, as agreed.")
@click.option("--budget", type=types.Amount(), metavar="AMOUNT", help="Its money, as agreed.")
@click.option("--forge", type=click.Choice(FORGES), help="Who keeps the repository.")
@click.option(
    "--repository",
    type=types.Repository(),
    metavar="PLACE",
    help="OWNER/NAME, or the address; that of the remote `origin` if left out.",
)
@click.option(
    "--program",
    type=types.ProgramPlace(),
    metavar="PLACE",
    help="OWNER/NAME@COMMIT of the program that the forge is to run; as installed if left out.",
)
@options.today
@click.option("-y", "--yes", is_flag=True, help="Ask nothing: take what is usual.")
@click.option("--dry-run", is_flag=True, help="Say what would be written; write nothing.")
def init(
    folder: Path,
    is_example: bool,
    today: dt.date | None,
    yes: bool,
    dry_run: bool,
    **said: Any,
) -> None:
    """Start an office: its first records, its site and its checks, in FOLDER or here.

    What no option says is asked for at a terminal. A PERSON is a name, with an address and an
    account where they are known. What is made passes `pmo check`, and `pmo build` makes its site.
    Git is not touched: the command says what to type.
    """
    given, folder = Given(**said), folder.absolute()
    _refuse_second(folder)
    asks = not yes and sys.stdin.isatty() and sys.stdout.isatty()
    made = _made(given, folder, today, is_example=is_example, asks=asks)
    files = made.files
    there = _in_the_way(folder, files)
    if dry_run:
        click.echo("\n".join((*files, "", f"{len(files)} files; a dry run: nothing was written")))
        return
    write_all(folder, there, files)
    if asks:
        click.echo()
    for line in told(folder, files, made.around, waits=made.waits, is_example=is_example):
        click.echo(line)


@dataclass(frozen=True)
class _Made:
    """An office before it is written."""

    files: Mapping[str, bytes]
    around: Around
    waits: bool = False  # for a sponsor


def _made(
    given: Given, folder: Path, today: dt.date | None, *, is_example: bool, asks: bool
) -> _Made:
    source = shipped()
    if is_example:
        given.refuse_for_example()
        place = around(given, folder, asks=asks)
        return _Made(example(place, today or EXAMPLE_DAY, source), place)
    day = today or utc_today()
    answered = answers(given, folder, day, asks=asks)
    files = begun(answered, source)
    _try(files, folder, day)
    return _Made(files, answered.around, answered.waits)


def _refuse_second(folder: Path) -> None:
    """Raises CannotRun where there is an office already."""
    for place in (folder / _FIRST, folder / "organisation.yaml"):
        if place.exists():
            raise CannotRun(
                f"{folder} is an office already (it has {place.relative_to(folder)}); nothing was "
                "written; `pmo doctor` tells what it lacks"
            )


def _in_the_way(folder: Path, files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Those of the files that are there as they would be written, left by a run that was cut off.

    Raises:
        CannotRun: others are there; they are named, and none is overwritten.
    """
    found = {path: content_at(folder, path) for path in files} if folder.is_dir() else {}
    there = {path: content for path, content in found.items() if content is not None}
    others = [path for path, content in there.items() if content != files[path]]
    if others:
        raise CannotRun(
            f"these files are in the way in {folder}, and nothing was written: "
            f"{', '.join(others)}; move them elsewhere, or name another folder"
        )
    return there


def _try(files: Mapping[str, bytes], folder: Path, day: dt.date) -> None:
    """Raises CannotRun where the rules would find something in what was answered."""
    prefix = f"{RECORDS}/"
    records = {
        path.removeprefix(prefix): as_blob(content)
        for path, content in files.items()
        if path.startswith(prefix)
    }
    found = Workspace(folder / RECORDS, records, day).verdict.findings
    wrong = [finding for finding in found if finding.severity > Severity.INFO]
    if wrong:
        raise CannotRun(f"the records would not pass the check: {wrong[0].message}")
