"""Files are written whole or not at all, and never over what the writer has not seen."""

import errno
import fcntl
import os
import stat
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from pmoascode.finding import CannotRun
from pmoascode.worktree import locking, staging, write, write_all

Contents = dict[str, bytes | None]


def files(folder: Path) -> dict[str, bytes]:
    found = sorted(path for path in folder.rglob("*") if not path.is_dir())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def laid_out(folder: Path, content: dict[str, bytes]) -> None:
    for path, each in content.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(each)


def test_a_file_is_written_once_and_keeps_its_mode(tmp_path: Path) -> None:
    file = tmp_path / "a" / "file.yaml"
    assert write(file, b"one") is True
    assert write(file, b"one") is False
    file.chmod(0o600)
    assert write(file, b"two") is True
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"two", 0o600)
    assert files(tmp_path) == {"a/file.yaml": b"two"}


@pytest.mark.parametrize(
    ("there", "before", "after", "left"),
    [
        ({}, {}, {"a/b/new.yaml": b"1"}, {"a/b/new.yaml": b"1"}),
        ({"a.yaml": b"1"}, {"a.yaml": b"1"}, {"a.yaml": b"2"}, {"a.yaml": b"2"}),
        ({"a/b.yaml": b"1", "c": b""}, {"a/b.yaml": b"1"}, {"a/b.yaml": None}, {"c": b""}),
        ({"a.yaml": b"1"}, {"a.yaml": b"1", "b.yaml": None}, {}, {"a.yaml": b"1"}),
        (
            {"projects/a/p.yaml": b"1", "projects/a/r.yaml": b"2"},
            {"projects/a/p.yaml": b"1", "projects/a/r.yaml": b"2"},
            {
                "projects/a/p.yaml": None,
                "projects/a/r.yaml": None,
                "projects/b/p.yaml": b"1",
                "projects/b/r.yaml": b"3",
            },
            {"projects/b/p.yaml": b"1", "projects/b/r.yaml": b"3"},
        ),
        ({"A.yaml": b"1"}, {"A.yaml": b"1"}, {"A.yaml": None, "a.yaml": b"1"}, {"a.yaml": b"1"}),
        (
            {"P/a.yaml": b"1"},
            {"P/a.yaml": b"1"},
            {"P/a.yaml": None, "p/a.yaml": b"1"},
            {"p/a.yaml": b"1"},
        ),
    ],
    ids=[
        *("new", "changed", "deleted", "only compared"),
        *("a folder renamed", "a name in small letters", "a folder in small letters"),
    ],
)
def test_writes_adds_and_deletes(
    tmp_path: Path, there: dict[str, bytes], before: Contents, after: Contents, left: Contents
) -> None:
    laid_out(tmp_path, there)
    write_all(tmp_path, before, after)
    assert files(tmp_path) == left
    assert [path for path in tmp_path.rglob("*") if path.is_dir() and not any(path.iterdir())] == []


def test_an_empty_folder_in_the_place_of_the_file_goes(tmp_path: Path) -> None:
    (tmp_path / "a.yaml" / "empty").mkdir(parents=True)
    write_all(tmp_path, {}, {"a.yaml": b"1"})
    assert files(tmp_path) == {"a.yaml": b"1"}


def as_it_is(_: Path) -> None:
    pass


def link_folder(folder: Path) -> None:
    (folder / "link").symlink_to(folder / "a", target_is_directory=True)


def link_file(folder: Path) -> None:
    (folder / "link.yaml").symlink_to(folder / "a" / "one.yaml")


def make_pipe(folder: Path) -> None:
    os.mkfifo(folder / "pipe.yaml")


CHANGED = "a/one.yaml has changed since it was read; nothing was written; run the command again"


@pytest.mark.parametrize(
    ("prepare", "before", "after", "message"),
    [
        (as_it_is, {"a/one.yaml": b"0"}, {"a/one.yaml": b"2"}, CHANGED),
        (as_it_is, {"a/one.yaml": None}, {"b.yaml": b"2"}, CHANGED),
        (as_it_is, {}, {"a/one.yaml": b"2"}, CHANGED),
        (as_it_is, {"a/two.yaml": b"1"}, {"b.yaml": b"2"}, CHANGED.replace("one", "two")),
        (link_folder, {}, {"link/b.yaml": b"2"}, "link is a symbolic link and not written to"),
        (link_file, {"link.yaml": b"1"}, {"link.yaml": b"2"}, "link.yaml is a symbolic link"),
        (make_pipe, {}, {"pipe.yaml": b"2"}, "pipe.yaml is not a plain file; nothing"),
        (as_it_is, {}, {"a/one.yaml/b": b"2"}, "cannot be written since a/one.yaml is a file"),
        (as_it_is, {}, {"a": b"2"}, "a cannot be written since it is a folder"),
        (as_it_is, {}, {"../b": b"2"}, "../b is no path below"),
        (as_it_is, {}, {"/b": b"2"}, "/b is no path below"),
        (as_it_is, {}, {"a//b": b"2"}, "a//b is no path below"),
    ],
)
def test_refuses_and_writes_nothing(
    tmp_path: Path, prepare: Callable[[Path], None], before: Contents, after: Contents, message: str
) -> None:
    laid_out(tmp_path, {"a/one.yaml": b"1"})
    prepare(tmp_path)
    there = sorted(tmp_path.rglob("*"))
    with pytest.raises(CannotRun) as refusal:
        write_all(tmp_path, before, after | {"c.yaml": b"never"})
    assert str(refusal.value).startswith(message) or message in str(refusal.value)
    assert "nothing was written" in str(refusal.value)
    assert sorted(tmp_path.rglob("*")) == there
    assert (tmp_path / "a" / "one.yaml").read_bytes() == b"1"


def test_a_full_disk_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid_out(tmp_path, {"a.yaml": b"1"})
    calls = iter([None, OSError(errno.ENOSPC, "No space left on device")])

    def fsync(handle: int) -> None:
        if stat.S_ISREG(os.fstat(handle).st_mode) and (failure := next(calls)):
            raise failure

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(CannotRun, match="No space left on device"):
        write_all(tmp_path, {"a.yaml": b"1"}, {"a.yaml": b"2", "b/c.yaml": b"3"})
    assert files(tmp_path) == {"a.yaml": b"1"}
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


def test_a_failure_between_two_files_says_how_far_it_came(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid_out(tmp_path, {"a.yaml": b"1", "c.yaml": b"1"})
    put = staging.Staged.put

    def fails(staged: staging.Staged) -> None:
        if staged.path.name == "a.yaml":
            raise PermissionError(errno.EACCES, "Permission denied")
        put(staged)

    monkeypatch.setattr(staging.Staged, "put", fails)
    before, after = {"a.yaml": b"1", "c.yaml": b"1"}, {"a.yaml": b"2", "b.yaml": b"1"}
    with pytest.raises(CannotRun, match="Permission denied; written so far: 1 of 2 files"):
        write_all(tmp_path, before, after | {"c.yaml": None})
    assert files(tmp_path) == {"a.yaml": b"1", "b.yaml": b"1", "c.yaml": b"1"}


def test_what_a_killed_writer_left_goes_with_the_next(tmp_path: Path) -> None:
    kept = {".venv/.pmo-writing-z3": b"", "a/pmo-writing-x4": b""}
    left = {"a/.pmo-writing-x1": b"half", ".pmo-writing-y2": b"", ".github/.pmo-writing-w5": b""}
    laid_out(tmp_path, kept | left)
    write_all(tmp_path, {}, {".github/CODEOWNERS": b"1"})
    assert files(tmp_path) == kept | {".github/CODEOWNERS": b"1"}


@pytest.fixture(params=["folder", "stand-in"])
def lock(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A disk on which folders take a lock, and one on which they do not."""
    flock = fcntl.flock

    def refused(handle: int, how: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EBADF, "Bad file descriptor")
        flock(handle, how)

    if request.param == "stand-in":
        monkeypatch.setattr(fcntl, "flock", refused)
        monkeypatch.setattr(tempfile, "gettempdir", lambda: str(tmp_path))


@pytest.mark.usefixtures("lock")
def test_a_writer_waits_for_another_and_then_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = tmp_path / "office" / "portfolio"
    laid_out(records.parent, {".git/HEAD": b"", "portfolio/a.yaml": b"1"})
    monkeypatch.setattr(locking, "_PATIENCE", 0)
    with (
        locking.locked(records.parent),
        pytest.raises(CannotRun, match=f"writing in {records.parent} for 0 seconds; nothing was"),
    ):
        write_all(records, {}, {"b.yaml": b"2"})
    write_all(records, {}, {"b.yaml": b"2"})
    assert files(records) == {"a.yaml": b"1", "b.yaml": b"2"}
