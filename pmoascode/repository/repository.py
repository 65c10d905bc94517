"""A repository opened for reading: from a revision to its commit, files and history."""

import re
from collections.abc import Generator, Iterable, Mapping
from contextlib import closing
from datetime import UTC, date, datetime, time
from functools import partial
from operator import itemgetter
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import Self

from pmoascode.commit import Commit
from pmoascode.document import Blob
from pmoascode.finding import CannotRun
from pmoascode.repository import log
from pmoascode.repository.blobs import BlobReader
from pmoascode.repository.command import Command
from pmoascode.repository.log import ChangedPath
from pmoascode.repository.opening import opened

Contents = Generator[tuple[Blob, bytes], None, None]
History = Generator[tuple[Commit, tuple[ChangedPath, ...]], None, None]

_COMMIT_ID = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_DEEPEN = (
    "; this clone is shallow: run `git fetch --unshallow`, or set `fetch-depth: 0` "
    "on actions/checkout (GIT_DEPTH: 0 in GitLab)"
)


class Repository:
    """A git repository, read only; it executes nothing that the repository could name."""

    root: Path | None  # the work tree; None when bare
    is_shallow: bool  # the history is cut off: its oldest commits are not the first ones

    def __init__(self, command: Command, root: Path | None, *, is_shallow: bool) -> None:
        self.root = root
        self.is_shallow = is_shallow
        self._command = command
        self._blobs = BlobReader(command)

    @classmethod
    def open(cls, path: Path) -> Self:
        """The repository around a folder, or the bare one that the folder is.

        Raises:
            CannotRun: there is none, git refuses it, or git is missing or too old.
        """
        command, root, is_shallow = opened(path)
        return cls(command, root, is_shallow=is_shallow)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the git process behind the files' contents."""
        self._blobs.close()

    def commit(self, revision: str) -> Commit:
        """The commit that a revision names.

        Raises:
            CannotRun: there is no commit yet, or none of that name.
        """
        name = self._resolved(revision)
        return log.commit(self._one("--no-walk", name))

    def commit_at(self, day: date, start: str = "HEAD") -> Commit:
        """The newest first-parent commit up to the end of a day (UTC), by committer date.

        Raises:
            CannotRun: there is none, or the start is unknown.
        """
        name = self._resolved(start)
        last_second = int(datetime.combine(day, time(23, 59, 59), UTC).timestamp())
        found = b""
        if last_second >= 0:
            found = self._one("--first-parent", "-1", f"--min-age={last_second}", name)
        if not found:
            raise CannotRun(f"{start} has no commit on or before {day}{self._deepen}")
        return log.commit(found)

    def files(self, commit_id: str, folder: str) -> Mapping[str, Blob]:
        """Every file of a commit below a folder, by path relative to it and sorted.

        Links, executables and submodules are among them: their mode tells. A file's name that is
        not UTF-8 carries its bytes as surrogate escapes.

        Raises:
            CannotRun: the commit cannot be read, or holds one path twice.
        """
        prefix = _prefix(folder)
        return self._listed(commit_id, prefix, _pathspec(prefix), "-r")

    def named(self, commit_id: str, paths: Iterable[str]) -> Mapping[str, Blob]:
        """Those of the files that a commit has, by their paths from the root.

        Raises:
            CannotRun: the commit cannot be read.
        """
        return self._listed(commit_id, "", tuple(paths))

    def _listed(
        self, commit_id: str, prefix: str, paths: tuple[str, ...], *options: str
    ) -> Mapping[str, Blob]:
        listing = ("ls-tree", *options, "-l", "-z", "--full-tree", _checked(commit_id))
        output = self._command.output(*listing, "--", *paths)
        entries = output.decode("utf-8", "surrogateescape").split("\0")[:-1]
        found: dict[str, Blob] = {}
        for entry in entries:  # `mode type id size<TAB>path`; ten thousand of them: no calls here
            about, _, path = entry.partition("\t")
            mode, kind, blob_id, size = about.split()
            if kind == "blob" and not size.isdigit():
                raise CannotRun(f"git cannot read {path!r}: {blob_id} is missing; run `git fsck`")
            length = int(size) if kind == "blob" else 0  # a submodule has no length
            read = partial(self._blobs.read, blob_id)
            found[path.removeprefix(prefix)] = Blob(blob_id, length, read, mode)
        if len(found) != len(entries):
            raise CannotRun(
                f"commit {commit_id} holds a path of {prefix[:-1]!r} twice; run `git fsck`"
            )
        return dict(sorted(found.items(), key=itemgetter(0)))

    def contents(self, blobs: Iterable[Blob]) -> Contents:
        """Each of many files of this repository with its content, in the order given.

        Raises:
            CannotRun: one is missing, damaged or a submodule.
        """
        return self._blobs.read_many(blobs)

    def history(self, commit_id: str, folder: str) -> History:
        """The first-parent commits that changed a folder, newest first, with the changed paths.

        A merge counts as one commit that brings all of its branch. In a shallow clone the oldest
        commit seems to add everything.

        Raises:
            CannotRun: the history cannot be read.
        """
        prefix = _prefix(folder)
        query = ("log", *log.CHANGE_OPTIONS, _checked(commit_id), "--", *_pathspec(prefix))
        with self._command.stream(*query) as stream:
            yield from log.changes(stream, prefix)

    def last_commits(self, commit_id: str, folder: str) -> Mapping[str, Commit]:
        """For each file of a commit below a folder, the newest commit that changed it.

        Raises:
            CannotRun: the history cannot be read.
        """
        wanted = set(self.files(commit_id, folder))
        found: dict[str, Commit] = {}
        with closing(self.history(commit_id, folder)) as history:
            for commit, changed in history:
                touched = wanted.intersection(change.path for change in changed)
                found.update(dict.fromkeys(touched, commit))
                wanted -= touched
                if not wanted:
                    break
        return dict(sorted(found.items()))

    def merge_base(self, one: str, other: str) -> str:
        """The id of the newest commit that two revisions share.

        Raises:
            CannotRun: one is unknown, or they share none.
        """
        names = self._resolved(one), self._resolved(other)
        answer = self._command.answer("merge-base", *names)
        if answer.status == 1:
            raise CannotRun(f"{one} and {other} have no common commit{self._deepen}")
        if answer.status != 0:
            raise self._command.failure(answer.complaint)
        return answer.line

    def commits_since(self, start: str, head: str) -> tuple[Commit, ...]:
        """Every commit of the head that the start does not have, by their ids; newest first.

        Raises:
            CannotRun: the history cannot be read.
        """
        query = ("log", *log.COMMIT_OPTIONS, _checked(head), f"^{_checked(start)}", "--")
        told = self._command.output(*query).split(b"\0")
        return tuple(log.commit(each) for each in told if each)

    def second_parent(self, commit_id: str) -> str | None:
        """The id of what a merge commit brings in; None of any other commit."""
        query = ("rev-parse", "--verify", "--quiet", "--end-of-options", _checked(commit_id) + "^2")
        answer = self._command.answer(*query)
        return answer.line if answer.status == 0 else None

    @property
    def branch(self) -> str | None:
        """The branch that HEAD names; None when detached."""
        answer = self._command.answer("symbolic-ref", "--quiet", "--short", "HEAD")
        return answer.line if answer.status == 0 else None

    @property
    def default_branch(self) -> str | None:
        """The main branch, as the remote `origin` had it when it was cloned; None if unknown."""
        name = "refs/remotes/origin/HEAD"
        answer = self._command.answer("symbolic-ref", "--quiet", "--short", name)
        return answer.line.removeprefix("origin/") if answer.status == 0 else None

    @property
    def head_is_unborn(self) -> bool:
        """Whether HEAD names a branch without a commit."""
        answer = self._command.answer("rev-parse", "--verify", "--quiet", "HEAD")
        return answer.status != 0 and self.branch is not None

    @property
    def remote_url(self) -> str | None:
        """The address of the remote `origin`, without a password; None where there is none."""
        answer = self._command.answer("config", "--get", "remote.origin.url")
        return _without_secret(answer.line) if answer.status == 0 else None

    @property
    def user_email(self) -> str:
        """The address under which git commits here, as configured; empty where there is none."""
        return self._command.answer("config", "--get", "user.email").line

    @property
    def _deepen(self) -> str:
        return _DEEPEN if self.is_shallow else ""

    def _resolved(self, revision: str) -> str:
        """The commit id of a revision; the only place where a name reaches git."""
        verify = ("rev-parse", "--verify", "--quiet", "--end-of-options")
        answer = self._command.answer(*verify, f"{revision}^{{commit}}")
        if answer.status == 0 and _COMMIT_ID.fullmatch(answer.line):
            return answer.line
        if self.head_is_unborn:
            raise CannotRun(f"the repository at {self._command.folder} has no commit yet")
        raise CannotRun(f"revision {revision!r} is unknown or not a commit{self._deepen}")

    def _one(self, *selection: str) -> bytes:
        return self._command.output("log", *log.COMMIT_OPTIONS, *selection).rstrip(b"\0")


def _prefix(folder: str) -> str:
    """What stands before each path below a folder: "" for the whole repository, else "folder/"."""
    clean = PurePosixPath(folder)
    if clean.is_absolute() or ".." in clean.parts:
        raise CannotRun(f"folder {folder!r} must be named from the repository's root, without ..")
    return f"{clean.as_posix()}/" if clean.parts else ""


def _pathspec(prefix: str) -> tuple[str, ...]:
    return (prefix,) if prefix else ()


def _checked(commit_id: str) -> str:
    if not _COMMIT_ID.fullmatch(commit_id):
        raise ValueError(f"not a full commit id: {commit_id!r}")
    return commit_id


def _without_secret(address: str) -> str:
    """An http address as a reader may see it; CI clones carry a token before the host."""
    scheme, _, rest = address.partition("://")
    if scheme not in ("http", "https"):
        return address
    host, slash, path = rest.partition("/")
    return f"{scheme}://{host.rpartition('@')[2]}{slash}{path}"
