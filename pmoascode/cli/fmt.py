"""The command `pmo fmt`: files of records laid out in the canonical form."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

import click

from pmoascode.cli import options
from pmoascode.cli.paths import chosen, is_in, seen_from_here
from pmoascode.cli.progress import working
from pmoascode.document import Files, parse_blob
from pmoascode.edit import EditFailed, content
from pmoascode.edit.form import formed
from pmoascode.whereabouts import nearest
from pmoascode.worktree import files_in, write_all

FORMAT_VERSION = "1.0"


@click.command(
    epilog="""\b
Examples:
  pmo fmt                                   every file of the records
  pmo fmt portfolio/projects/apollo         these alone
  pmo fmt --check                           only say which would change, as in a build
  pmo fmt --diff portfolio/organisation.yaml

Exit status: 0 done, 1 with --check if a file would change, or if one cannot be read,
2 could not run."""
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@options.records
@click.option("--check", is_flag=True, help="Write nothing; end with 1 if a file would change.")
@click.option("--diff", is_flag=True, help="Show what would change; write nothing.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How the outcome is printed.",
)
def fmt(
    paths: tuple[Path, ...], records: Path | None, check: bool, diff: bool, format_: str
) -> int:
    """Lay files of records out in one form, their meaning unchanged.

    Fields come in the order of the reference, the entries of a register by their ids, each on a
    line of its own; comments stay with what they speak of. A file that cannot be read is left as
    it is, and named.
    """
    folder = (records or nearest()).resolve()
    files = {path: blob for path, blob in files_in(folder).items() if path.endswith(".yaml")}
    asked = chosen(paths, files, folder) if paths else (".",)
    with working("Laying out ..."):
        sheets = list(_laid_out({path: files[path] for path in files if is_in(path, asked)}))
    changed = [sheet for sheet in sheets if sheet.is_changed]
    is_written = bool(changed) and not (check or diff)
    if is_written:
        before = {sheet.path: sheet.old for sheet in changed}
        write_all(folder, before, {sheet.path: sheet.new for sheet in changed})
    report = _as_json if format_ == "json" else _as_text
    click.echo(report(sheets, seen_from_here(folder), is_written, diff), nl=False)
    return int(bool(check and changed) or any(sheet.why_not for sheet in sheets))


@dataclass(frozen=True)
class _Sheet:
    """A file as it is, and as it would be laid out."""

    path: str
    old: bytes
    new: bytes
    why_not: str = ""  # where it is left as it is, and why
    line: int = 1
    column: int = 1

    @property
    def is_changed(self) -> bool:
        return self.new != self.old

    def diff(self, folder: str) -> Iterator[str]:
        """The lines of a unified diff, without their line ends."""
        old, new = (text.decode("utf-8-sig").splitlines() for text in (self.old, self.new))
        name = folder + self.path
        yield from unified_diff(old, new, name, name, lineterm="")


def _laid_out(files: Files) -> Iterator[_Sheet]:
    for path, blob in files.items():
        if blob.mode == "100644":
            document = parse_blob(path, blob)
            old = blob.read()
            if document.findings:
                first = document.findings[0]
                yield _Sheet(path, old, old, first.message, first.place.line, first.place.column)
                continue
            try:
                yield _Sheet(path, old, content(formed(document)))
            except EditFailed:
                yield _Sheet(path, old, old, "it cannot be laid out without changing what it says")


def _as_text(sheets: list[_Sheet], folder: str, is_written: bool, with_diff: bool) -> str:
    lines = []
    for sheet in sheets:
        if sheet.why_not:
            place = f"{folder}{sheet.path}:{sheet.line}:{sheet.column}"
            lines.append(f"{place}: left as it is: {sheet.why_not}")
        elif sheet.is_changed and with_diff:
            lines += sheet.diff(folder)
        elif sheet.is_changed:
            lines.append(f"{folder}{sheet.path}: {_done(is_written)}")
    return "\n".join([*lines, _sum(sheets, is_written)]) + "\n"


def _sum(sheets: list[_Sheet], is_written: bool) -> str:
    changed = sum(sheet.is_changed for sheet in sheets)
    left = sum(bool(sheet.why_not) for sheet in sheets)
    if changed:
        said = f"{changed} of {len(sheets)} files {_done(is_written)}"
    else:
        said = f"{len(sheets) - left} of {len(sheets)} files are in the canonical form"
    return f"{said}; {left} to be put right first" if left else said


def _done(is_written: bool) -> str:
    return "laid out anew" if is_written else "would be laid out anew"


def _as_json(sheets: list[_Sheet], folder: str, is_written: bool, with_diff: bool) -> str:
    report = {
        "format_version": FORMAT_VERSION,
        "written": is_written,
        "files": len(sheets),
        "changed": [
            {"path": folder + sheet.path}
            | ({"diff": "\n".join(sheet.diff(folder))} if with_diff else {})
            for sheet in sheets
            if sheet.is_changed
        ],
        "left": [
            {
                "path": folder + sheet.path,
                "line": sheet.line,
                "column": sheet.column,
                "message": sheet.why_not,
            }
            for sheet in sheets
            if sheet.why_not
        ],
    }
    return json.dumps(report, indent=2, ensure_ascii=False) + "\n"
