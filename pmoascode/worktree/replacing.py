"""A folder that is made anew beside the old one and takes its place when it is whole."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pmoascode.finding import CannotRun

_MADE_HERE = ".made-by-pmo"


@contextmanager
def replacing(folder: Path) -> Iterator[Path]:
    """An empty folder beside the folder, which takes its place if nothing fails.

    The old folder stays as it was until the new one is complete; it is replaced only if it is
    empty or was made here before, so that a slip of the pen never costs anything else. A run that
    was cut off leaves its half-made folder behind; the next run takes it away.

    Raises:
        CannotRun: the folder holds something else, or cannot be written or replaced.
    """
    if folder.is_dir() and any(folder.iterdir()) and not (folder / _MADE_HERE).is_file():
        raise CannotRun(f"{folder} holds something else than a site made by pmo; name a new folder")
    new = folder.with_name(f".{folder.name}-new")
    old = folder.with_name(f".{folder.name}-old")
    _begin(folder, new, old)
    try:
        yield new
        _swap(folder, new, old)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _begin(folder: Path, new: Path, old: Path) -> None:
    """Takes away what a run left that was cut off, and makes the new folder."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        if old.exists() and not folder.exists():
            old.rename(folder)  # it was cut off between its two renames
        for left in (new, old):
            shutil.rmtree(left, ignore_errors=True)
        new.mkdir()
    except OSError as error:
        raise CannotRun(f"cannot write {folder}: {error.strerror}") from error


def _swap(folder: Path, new: Path, old: Path) -> None:
    """Puts the new folder in the place of the folder, which comes back if that fails."""
    try:
        (new / _MADE_HERE).write_text("The next build replaces this folder.\n", encoding="utf-8")
        if folder.exists():
            folder.rename(old)
        try:
            new.rename(folder)
        except OSError:
            if old.exists():
                old.rename(folder)
            raise
    except OSError as error:
        raise CannotRun(f"cannot write {folder}: {error.strerror}") from error
    shutil.rmtree(old, ignore_errors=True)
