"""Files written all or nothing, and never over a change that the writer has not seen."""

from collections.abc import Mapping
from pathlib import Path

from pmoascode.finding import CannotRun
from pmoascode.worktree.locking import locked
from pmoascode.worktree.staging import Staged, clear, staged
from pmoascode.worktree.ways import content_at, delete, ensure_free, prepare, prune, settle, spell

Contents = Mapping[str, bytes | None]  # by path, "/" between folders; None where no file is


def write(path: Path, content: bytes) -> bool:
    """Writes the file whole or not at all; says whether its content has changed.

    Raises:
        CannotRun: the file cannot be written.
    """
    try:
        if path.is_file() and path.read_bytes() == content:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        with locked(path.parent):
            _put_all([staged(path, content)])
    except OSError as error:
        raise CannotRun(f"cannot write {path}: {error.strerror}") from error
    return True


def write_all(folder: Path, before: Contents, after: Contents) -> None:
    """Writes and deletes files below the folder, if all are still as they were when read.

    Each file is replaced whole: new ones first, then changed ones, then deletions, so that a run
    which is cut off has lost nothing. Nothing is replaced before all has been written beside it.
    A file that is only in `before` is compared and stays; one only in `after` must not be there.

    Raises:
        CannotRun: a file has changed, a link or a folder is in the way, or writing fails.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with locked(folder):
            clear(folder, {name for path in after for name in path.split("/")[:-1]})
            old = _unchanged(folder, dict.fromkeys(after) | dict(before))
            _write_changes(folder, old, after)
    except OSError as error:
        place = error.filename or folder
        raise CannotRun(f"cannot write {place}: {error.strerror}") from error


def _unchanged(folder: Path, before: Contents) -> Contents:
    for path, content in sorted(before.items()):
        if content_at(folder, path) != content:
            raise CannotRun(
                f"{path} has changed since it was read; nothing was written; run the command again"
            )
    return before


def _write_changes(folder: Path, old: Contents, after: Contents) -> None:
    changes = {path: new for path, new in sorted(after.items()) if old[path] != new}
    written = {path: new for path, new in changes.items() if new is not None}
    for path in written:
        ensure_free(folder, path)
    _put_all(_staged_all(folder, written, {path for path in written if old[path] is None}))
    settle(folder, written)
    gone = [path for path in changes if path not in written]
    for path in gone:
        delete(folder, path)
    settle(folder, gone)


def _staged_all(folder: Path, written: Mapping[str, bytes], new: set[str]) -> list[Staged]:
    """All that is to be written, new files first; on the disk, and not yet in place."""
    waiting: list[Staged] = []
    try:
        for path in sorted(written, key=lambda path: (path not in new, path)):
            prepare(folder, path)
            waiting.append(staged(folder / path, written[path]))
    except BaseException:
        for each in waiting:
            each.drop()
        for path in written:
            prune(folder, path)
        raise
    return waiting


def _put_all(waiting: list[Staged]) -> None:
    try:
        for number, each in enumerate(waiting):
            try:
                each.put()
                spell(each.path)
            except OSError as error:
                done = f"written so far: {number} of {len(waiting)} files"
                raise CannotRun(f"cannot write {each.path}: {error.strerror}; {done}") from error
    finally:
        for each in waiting:
            each.drop()
