"""Commits and changed paths, out of what `git log --raw -z` prints."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import IO

from pmoascode.commit import Commit

# Each option undoes a setting by which a repository's configuration could change what is printed,
# or have a program started (log.showSignature runs gpg.program).
COMMIT_OPTIONS = (
    "--no-show-signature",
    "--no-decorate",
    "--no-notes",
    "--no-color",
    "--encoding=UTF-8",
    "-z",
    "--format=%H%n%ct%n%at%n%an%n%ae%n%s",
)
CHANGE_OPTIONS = (
    *COMMIT_OPTIONS,
    "--first-parent",
    "--diff-merges=first-parent",
    "--root",
    "--raw",
    "--no-abbrev",
    "--no-renames",
    "--no-relative",
    "--no-ext-diff",
    "--no-textconv",
    "--ignore-submodules=none",
    "-O/dev/null",
)


@dataclass(frozen=True, slots=True)
class ChangedPath:
    """One path that a commit changed, against its first parent."""

    path: str  # relative to the folder asked for
    old_id: str | None  # None: the path is new
    new_id: str | None  # None: the path is gone


def commit(header: bytes) -> Commit:
    """The commit of one header in the format asked for above."""
    lines = header.decode("utf-8", "replace").split("\n", 5)
    name, date, author_date, author, email, subject = lines
    return Commit(name, _moment(date), _moment(author_date), author, email, subject)


def changes(stream: IO[bytes], prefix: str) -> Iterator[tuple[Commit, tuple[ChangedPath, ...]]]:
    """Each commit that changed a path below the prefix ("" or "folder/"), with what it changed."""
    start = prefix.encode("utf-8", "surrogateescape")
    parts = iter(_parts(stream))
    header, changed = b"", list[ChangedPath]()
    for part in parts:
        if part.lstrip(b"\n").startswith(b":"):
            path = next(parts, b"")
            if path.startswith(start):
                changed.append(_changed_path(part, path[len(start) :]))
            continue
        if changed:
            yield commit(header), tuple(changed)
        header, changed = part, []
    if changed:
        yield commit(header), tuple(changed)


def _parts(stream: IO[bytes]) -> Iterable[bytes]:
    rest = b""
    while chunk := stream.read(1 << 16):
        *whole, rest = (rest + chunk).split(b"\0")
        yield from whole


def _changed_path(raw: bytes, path: bytes) -> ChangedPath:
    """One line as in `:100644 100644 <old id> <new id> M`."""
    _, _, old, new, _ = raw.decode("ascii").split(" ")
    return ChangedPath(path.decode("utf-8", "surrogateescape"), _id_or_none(old), _id_or_none(new))


def _id_or_none(name: str) -> str | None:
    return name if name.strip("0") else None


def _moment(seconds: str) -> datetime:
    """The UTC time of a Unix time; one that is missing or beyond the calendar becomes 1970."""
    try:
        return datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(0, UTC)
