"""Files on disk: a folder read as files of records, and what the operator names."""

import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from importlib.resources import files as resources
from io import FileIO
from operator import attrgetter
from pathlib import Path

from pmoascode.document import LARGEST, Blob, Files, blob_id
from pmoascode.finding import CannotRun
from pmoascode.verdict.code_owners import ALL_PLACES

_PACKAGE = Path(str(resources("pmoascode")))
# What the package brings beside its modules: a wheel carries it inside, a checkout has it outside.
PACKAGED = _PACKAGE if (_PACKAGE / "mkdocs.yml").is_file() else _PACKAGE.parent


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
    mode = "100644" if stat.S_ISREG(status.st_mode) else "120000"
    return Blob(id="", size=status.st_size, read=partial(_content, entry.path), mode=mode)


def _content(path: str) -> bytes:
    try:
        with FileIO(path) as file:  # a Path takes twice as long, and the files are many
            return file.readall()
    except OSError as error:
        raise CannotRun(f"cannot read {path}: {error.strerror}") from error


def at_hand(files: Files) -> Files:
    """The same files as they are now, each with its content and git's id of that."""
    return {
        path: _at_hand(blob) if blob.mode == "100644" and blob.size <= LARGEST else blob
        for path, blob in files.items()
    }


def _at_hand(blob: Blob) -> Blob:
    content = blob.read()
    return Blob(blob_id(content), len(content), partial(bytes, content), blob.mode)


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
    return files_in(_PACKAGE / "built_in")


def content_of(path: Path) -> bytes:
    """The content of a file that the operator names.

    Raises:
        CannotRun: it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise CannotRun(f"cannot read {path}: {error.strerror}") from error


def text_files(folder: Path, ending: str) -> Mapping[str, str]:
    """Every file below the folder by its path; the text of those of the ending is read if asked."""
    return _Texts(files_below(folder), ending)


@dataclass(frozen=True)
class _Texts(Mapping[str, str]):
    """The texts of files, each read when it is asked for: those of a site are too many to keep."""

    paths: Mapping[str, Path]
    ending: str

    def __getitem__(self, name: str) -> str:
        path = self.paths[name]
        return path.read_bytes().decode() if name.endswith(self.ending) else ""

    def __iter__(self) -> Iterator[str]:
        return iter(self.paths)

    def __len__(self) -> int:
        return len(self.paths)

    def __contains__(self, name: object) -> bool:
        return name in self.paths


def files_below(folder: Path) -> Mapping[str, Path]:
    """Each file below the folder by its path from it; sorted, folder by folder."""
    return dict(_below(folder, ""))


def _below(folder: Path, prefix: str) -> Iterator[tuple[str, Path]]:
    try:
        entries = sorted(os.scandir(folder), key=attrgetter("name"))
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return
    for entry in entries:
        path = folder / entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from _below(path, f"{prefix}{entry.name}/")
        elif path.is_file():
            yield prefix + entry.name, path
