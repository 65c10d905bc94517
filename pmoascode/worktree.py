"""Files on disk: a folder read as files of records, and files written all or nothing."""

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.resources import files as resources
from pathlib import Path

from pmoascode.document import Blob
from pmoascode.finding import CannotRun
from pmoascode.verdict.code_owners import ALL_PLACES

_TEMPORARY = ".pmo-writing-"
_MADE_HERE = ".made-by-pmo"


def files_in(folder: Path) -> Mapping[str, Blob]:
    """The files below the folder, by their path from it; what starts with a dot is left out.

    Raises:
        CannotRun: the folder is not there or cannot be read.
    """
    if not folder.is_dir():
        raise CannotRun(f"there is no folder {folder}; say where the records are with --records")
    found: dict[str, Blob] = {}
    pending = [(folder, "")]
    while pending:
        place, prefix = pending.pop()
        try:
            entries = list(os.scandir(place))
        except OSError as error:
            raise CannotRun(f"cannot read {place}: {error.strerror}") from error
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                pending.append((Path(entry.path), f"{prefix}{entry.name}/"))
            else:
                found[prefix + entry.name] = _blob(entry)
    return dict(sorted(found.items()))


def _blob(entry: "os.DirEntry[str]") -> Blob:
    status = entry.stat(follow_symlinks=False)
    path = Path(entry.path)
    mode = "100644" if stat.S_ISREG(status.st_mode) else "120000"

    def read() -> bytes:
        try:
            return path.read_bytes()
        except OSError as error:
            raise CannotRun(f"cannot read {path}: {error.strerror}") from error

    return Blob(id="", size=status.st_size, read=read, mode=mode)


def owner_files(root: Path) -> Mapping[str, str]:
    """The text of each CODEOWNERS of the repository whose files are in the folder."""
    found = {}
    for place in ALL_PLACES:
        path = root / place
        if path.is_symlink() or path.resolve() != root.resolve() / place:
            found[place] = ""  # there, and no file of its own
        elif path.is_file():
            found[place] = owner_text(content_of(path))
    return found


def owner_text(content: bytes) -> str:
    """The text of a CODEOWNERS; its line ends may be those of Windows."""
    return content.decode("utf-8", "replace").replace("\r\n", "\n")


def repository_root(folder: Path) -> Path:
    """The folder of the repository around the records; the one above them where there is none."""
    return next(
        (each for each in (folder, *folder.parents) if (each / ".git").exists()), folder.parent
    )


def built_in_files() -> Mapping[str, Blob]:
    """The records that come with the package: policy, lifecycles, roles, skills."""
    return files_in(Path(str(resources("pmoascode"))) / "built_in")


def content_of(path: Path) -> bytes:
    """The content of a file that the operator names.

    Raises:
        CannotRun: it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise CannotRun(f"cannot read {path}: {error.strerror}") from error


def write(path: Path, content: bytes) -> bool:
    """Writes the file whole or not at all; says whether its content has changed.

    Raises:
        CannotRun: the file cannot be written.
    """
    try:
        if path.is_file() and path.read_bytes() == content:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            dir=path.parent, prefix=_TEMPORARY, delete=False
        ) as temporary:
            try:
                temporary.write(content)
                temporary.flush()
                os.fsync(temporary.fileno())
                Path(temporary.name).chmod(_mode(path))
                Path(temporary.name).replace(path)
            except BaseException:
                Path(temporary.name).unlink()
                raise
    except OSError as error:
        raise CannotRun(f"cannot write {path}: {error.strerror}") from error
    return True


def text_files(folder: Path, ending: str) -> Mapping[str, str]:
    """Every file below the folder by its path, with the text of those of the ending."""
    return {
        path.relative_to(folder).as_posix(): (
            path.read_text(encoding="utf-8") if path.name.endswith(ending) else ""
        )
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


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


def _mode(path: Path) -> int:
    """The mode of the file as it is, else what a new file gets."""
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
