"""A file written beside the one that it replaces, so that its place never holds half of it."""

import os
import stat
import sys
import tempfile
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

_PREFIX = ".pmo-writing-"


@dataclass(frozen=True)
class Staged:
    """New content, whole and on the disk, that waits to take its place."""

    path: Path
    temporary: Path

    def put(self) -> None:
        """Puts the content in its place in one step."""
        self.temporary.replace(self.path)

    def drop(self) -> None:
        """Takes the content away, if it has not been put in its place."""
        self.temporary.unlink(missing_ok=True)


def staged(path: Path, content: bytes) -> Staged:
    """The content, written beside the path with the mode of the file that is there."""
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=_PREFIX, delete=False) as file:
        new = Staged(path, Path(file.name))
        try:
            file.write(content)
            file.flush()
            new.temporary.chmod(_mode(path))
            os.fsync(file.fileno())
        except BaseException:
            new.drop()
            raise
    return new


def sync(folder: Path) -> None:
    """Makes sure that the names in the folder outlast a power cut; Windows does so by itself."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def clear(folder: Path, entered: Collection[str] = ()) -> None:
    """Takes away what writers left below the folder that were killed; none may be at work.

    Hidden folders are passed over, but for those that are `entered`, by name.
    """
    for path in left_behind(folder, entered):
        path.unlink(missing_ok=True)


def left_behind(folder: Path, entered: Collection[str] = ()) -> tuple[Path, ...]:
    """What writers left below the folder that were killed, or are at work; sorted."""
    found = []
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name[0] != "." or name in entered]
        found += [Path(place) / name for name in names if name.startswith(_PREFIX)]
    return tuple(sorted(found))


def _mode(path: Path) -> int:
    """The mode of the file as it is, else what a new file gets."""
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
