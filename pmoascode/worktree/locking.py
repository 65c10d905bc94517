"""One writer at a time: commands that write into the same repository wait for each other."""

import errno
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from pmoascode.finding import CannotRun

_PATIENCE = 30  # seconds; a writer needs a small part of one
_PAUSE = 0.01  # seconds between two looks
_TAKEN = {errno.EAGAIN, errno.EACCES, errno.EDEADLK}


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Keeps everybody else who writes into the folder's repository waiting meanwhile.

    The lock is on the folder itself (flock), so no file of it stays behind, and it ends with the
    process. Where a folder takes none, as on Windows and on some network drives, a file among the
    system's temporary ones stands in; that keeps apart the commands of one machine only.

    Raises:
        CannotRun: another command does not come to its end.
        OSError: the folder cannot be opened.
    """
    place = _repository(folder.resolve())
    handle = _handle(place)
    try:
        _wait(handle, place)
        yield
    finally:
        os.close(handle)


def _repository(folder: Path) -> Path:
    """The folder that all who write here agree on; outside of a repository, the folder itself."""
    return next((each for each in (folder, *folder.parents) if (each / ".git").exists()), folder)


def _handle(place: Path) -> int:
    if sys.platform != "win32":
        handle = os.open(place, os.O_RDONLY)
        try:
            _is_ours(handle)
        except OSError:
            os.close(handle)
        else:
            return handle
    return os.open(_stand_in(place), os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)


def _stand_in(place: Path) -> Path:
    name = sha256(os.fsencode(place)).hexdigest()[:16]
    user = "" if sys.platform == "win32" else f"{os.getuid()}-"
    return Path(tempfile.gettempdir()) / f"pmo-{user}{name}.lock"


def _wait(handle: int, place: Path) -> None:
    end = time.monotonic() + _PATIENCE
    while not _is_ours(handle):
        if time.monotonic() > end:
            raise CannotRun(
                f"another command has been writing in {place} for {_PATIENCE} seconds; "
                "nothing was written; see what it does, and run the command again"
            )
        time.sleep(_PAUSE)


def _is_ours(handle: int) -> bool:
    """Whether the lock could be taken; it is kept when it is asked for again."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - there is none elsewhere

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - there is none on Windows

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _TAKEN:
            return False
        raise
    return True
