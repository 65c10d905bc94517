"""Paths that a command is asked about: files and folders of the records."""

from collections.abc import Iterable
from dataclasses import replace
from os.path import normpath
from pathlib import Path, PurePosixPath

import click

from pmoascode.finding import Finding
from pmoascode.verdict import Hints, Verdict


def chosen(asked: Iterable[Path], files: Iterable[str], folder: Path) -> tuple[str, ...]:
    """The files and folders from the records' folder, as they are named from here or from there.

    Raises:
        UsageError: there is no such record, neither now nor before the change.
    """
    known = _with_folders(files)
    found = []
    for path in asked:
        names = [_from_here(path, folder), normpath(path.as_posix())]
        there = [name for name in names if name in known]
        if not there:
            raise click.UsageError(f"{path} is no file or folder of the records in {folder.name}/")
        found.append(there[0])
    return tuple(found)


def within(verdict: Verdict, paths: tuple[str, ...]) -> Verdict:
    """The verdict with the findings in the paths alone; all rules were asked all the same."""

    def is_meant(finding: Finding) -> bool:
        return is_in(finding.place.path, paths)

    return replace(
        verdict,
        findings=tuple(filter(is_meant, verdict.findings)),
        standing=tuple(filter(is_meant, verdict.standing)),
        waived=tuple(each for each in verdict.waived if is_meant(each.finding)),
        hints=Hints(
            tuple(filter(is_meant, verdict.hints.suspected)),
            tuple(filter(is_meant, verdict.hints.awaited)),
            verdict.hints.unknown,
        ),
    )


def is_in(file: str, paths: Iterable[str]) -> bool:
    """Whether the file is one of the paths, or in one of them."""
    return any(PurePosixPath(file).is_relative_to(path) for path in paths)


def seen_from_here(folder: Path) -> str:
    """The folder as the reader's shell would name it, with a slash at its end."""
    try:
        below = folder.relative_to(Path.cwd()).as_posix()
    except ValueError:
        below = folder.as_posix()
    return "" if below == "." else f"{below}/"


def _from_here(path: Path, folder: Path) -> str:
    """The path from the folder of the records, links left as they are; empty outside of it."""
    whole = Path(normpath(Path.cwd() / path))
    return whole.relative_to(folder).as_posix() if whole.is_relative_to(folder) else ""


def _with_folders(files: Iterable[str]) -> frozenset[str]:
    """The files and all folders that hold them, "." among them."""
    return frozenset(
        str(step) for file in files for step in (PurePosixPath(file), *PurePosixPath(file).parents)
    )
