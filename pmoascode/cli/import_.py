"""The command `pmo import`: records made of a table that another program has written."""

from pathlib import Path

import click

from pmoascode.cli import options
from pmoascode.cli.import_records import Result, worked_in
from pmoascode.cli.import_report import as_json, as_text
from pmoascode.document import parse
from pmoascode.exchange.csv_in import imported
from pmoascode.exchange.csv_map import RecordMap
from pmoascode.exchange.csv_map_reading import MapReader
from pmoascode.exchange.csv_table import LARGEST, Table, read_table
from pmoascode.finding import CannotRun, Finding
from pmoascode.whereabouts import nearest
from pmoascode.worktree import files_in, write_all


@click.group()
def import_group() -> None:
    """Make records of a table, or bring those that are there up to date."""


@import_group.command(
    "csv",
    epilog="""\b
Examples:
  pmo import csv --map projects-map.yaml projects.csv --dry-run
  pmo import csv --map projects-map.yaml projects.csv
  pmo import csv --map projects-map.yaml projects.csv --encoding cp1252 --separator semicolon

Exit status: 0 all cells read, 1 some not read (the rest is written), 2 could not run.""",
)
@click.option(
    "--map",
    "map_",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="The map: which column goes to which field.",
)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@options.records
@click.option("--dry-run", is_flag=True, help="Say what would change; write nothing.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How the report is written.",
)
@click.option("--encoding", default="", metavar="NAME", help="The file's encoding, as in cp1252.")
@click.option("--separator", default="", metavar="CHAR", help="What stands between cells.")
def csv_command(
    map_: Path,
    file: Path,
    records: Path | None,
    dry_run: bool,
    format_: str,
    encoding: str,
    separator: str,
) -> int:
    """Make records of a CSV file.

    A row finds the record that is there by its number, name or former names, as the map says;
    a row that finds none makes a new one. Nothing is ever deleted, and what a cell does not say
    stays as it is, comments and layout included.
    """
    try:
        table = read_table(_content(file), encoding, separator)
    except CannotRun as error:
        raise CannotRun(f"{file}: {error}") from error
    rules = _map(map_, table)
    folder = (records or nearest()).resolve()
    files = files_in(folder)  # there may be none: an office can begin with an import
    brought = imported(table, rules, files)
    result = worked_in(brought, files)
    if not dry_run:
        _write(folder, result)
    report = as_json if format_ == "json" else as_text
    click.echo(report(file.name, table, brought, result, dry_run), nl=False)
    return int(bool(result.unread))


def _content(file: Path) -> bytes:
    try:
        if file.stat().st_size > LARGEST:
            raise CannotRun(f"{file} is larger than {LARGEST:,} bytes; split it")
        return file.read_bytes()
    except OSError as error:
        raise CannotRun(f"cannot read {file}: {error.strerror}") from error


def _map(path: Path, table: Table) -> RecordMap:
    """The map, if nothing is wrong with it.

    Raises:
        CannotRun: with one line for each thing that is wrong.
    """
    reader = MapReader(parse(str(path), _content(path)), table.columns)
    rules = reader.read()
    if rules is None or reader.findings:
        lines = [_told(finding) for finding in sorted(reader.findings, key=lambda f: f.place)]
        raise CannotRun("\n".join(["the map cannot be used, and nothing was imported", *lines]))
    return rules


def _told(finding: Finding) -> str:
    remedy = f" {finding.remedy}" if finding.remedy else ""
    return f"{finding.place}: {finding.message}.{remedy}"


def _write(folder: Path, result: Result) -> None:
    before = {path: result.before[path] for path in result.files}
    write_all(folder, before, result.files)
