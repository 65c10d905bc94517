"""The ways below a folder to its files: spelt as asked for, through plain folders only."""

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from pmoascode.finding import CannotRun
from pmoascode.worktree.staging import sync


def content_at(folder: Path, path: str) -> bytes | None:
    """The content of the file at the path below the folder; nothing if there is none.

    A name counts only as it is spelt, also where the disk takes capital and small letters alike.

    Raises:
        CannotRun: the path leaves the folder, or what is there is no plain file.
    """
    if not _is_there(folder, path):
        return None
    status = (folder / path).stat()
    if stat.S_ISDIR(status.st_mode):
        return None
    if not stat.S_ISREG(status.st_mode):
        raise CannotRun(f"{path} is not a plain file; nothing was written")
    return (folder / path).read_bytes()


def ensure_free(folder: Path, path: str) -> None:
    """Whether a file can be written at the path.

    Raises:
        CannotRun: a file stands where a folder has to be, or a folder of files in the way.
    """
    *parents, _ = _steps(folder, path)
    for place, name in parents:
        if os.path.lexists(place / name) and not (place / name).is_dir():
            file = (place / name).relative_to(folder).as_posix()
            raise CannotRun(f"{path} cannot be written since {file} is a file; nothing was written")
    if any(names for _, _, names in os.walk(folder / path)):
        raise CannotRun(f"{path} cannot be written since it is a folder; nothing was written")


def prepare(folder: Path, path: str) -> None:
    """Makes the folders to the path as they are spelt, and takes away empty ones in its place."""
    *parents, _ = _steps(folder, path)
    for place, name in parents:
        there = spelling(place, name)
        if there is None:
            (place / name).mkdir()
        elif there != name:
            (place / there).rename(place / name)
    for empty, _, _ in os.walk(folder / path, topdown=False):
        Path(empty).rmdir()


def spell(path: Path) -> None:
    """Gives the file its name as spelt, where the disk has kept an older spelling of it."""
    there = spelling(path.parent, path.name)
    if there not in (None, path.name):
        (path.parent / str(there)).rename(path)


def delete(folder: Path, path: str) -> None:
    """Deletes the file, if it is there as spelt, and the folders that it leaves empty."""
    file = folder / path
    if _is_there(folder, path):
        file.unlink()
    prune(folder, path)


def prune(folder: Path, path: str) -> None:
    """Takes away the folders on the way to the path that hold nothing, the folder itself never."""
    for place in (folder / path).parents:
        if place == folder or (place.exists() and any(place.iterdir())):
            return
        if place.exists():
            place.rmdir()


def settle(folder: Path, paths: Iterable[str]) -> None:
    """Makes sure that what has been done on the ways to the paths outlasts a power cut."""
    for place in {place for path in paths for place in (folder / path).parents}:
        if place.is_relative_to(folder) and place.exists():
            sync(place)


def spelling(place: Path, name: str) -> str | None:
    """The name as the folder has it; it differs in case where the disk takes both for one."""
    if not os.path.lexists(place / name):
        return None
    if not os.path.lexists(place / name.swapcase()):
        return name  # case counts here; asked first, since a folder's list may be long
    names = [each.name for each in place.iterdir()]
    alike = (each for each in names if each.casefold() == name.casefold())
    return name if name in names else next(alike, name)


def _is_there(folder: Path, path: str) -> bool:
    """Whether there is something at the path, with each name of it as it is spelt."""
    return all(spelling(place, name) == name for place, name in _steps(folder, path))


def _steps(folder: Path, path: str) -> Iterator[tuple[Path, str]]:
    """Each name on the way to the path, with the folder that it stands in.

    Raises:
        CannotRun: the path leaves the folder, or a name is a link.
    """
    place = folder
    for name in path.split("/"):
        if name in ("", ".", "..") or os.sep in name:
            raise CannotRun(f"{path} is no path below {folder}; nothing was written")
        if (place / name).is_symlink():
            link = (place / name).relative_to(folder).as_posix()
            raise CannotRun(f"{link} is a symbolic link and not written to; nothing was written")
        yield place, name
        place /= name
