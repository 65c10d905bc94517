"""Processes that write into one folder, to be killed or set against one another."""

from itertools import count
from pathlib import Path

from pmoascode.document import parse
from pmoascode.edit import with_value
from pmoascode.finding import CannotRun
from pmoascode.worktree import write_all

STAYING = ("projects/apollo/project.yaml", "projects/apollo/risks.yaml", "organisation.yaml")
MOVED = tuple(f"projects/{id}/finance.yaml" for id in ("artemis", "hermes"))
REGISTER = "projects/apollo/risks.yaml"


def content(path: str, number: int) -> bytes:
    """A long content that says of each of its lines to which file and which round it belongs."""
    return f"{path} {number}\n".encode() * 1500


def is_whole(path: str, found: bytes | None) -> bool:
    """Whether the file is as a round has written it, or not there; a moved one has two names."""
    if found is None:
        return True
    name, _, number = found.split(b"\n", 1)[0].decode().partition(" ")
    known = MOVED if path in MOVED else (path,)
    return name in known and found == content(name, int(number))


def read(folder: Path, path: str) -> bytes | None:
    file = folder / path
    return file.read_bytes() if file.exists() else None


def write_without_end(folder: Path) -> None:
    """Writes some files and moves one to and fro, until somebody kills the process."""
    for number in count():
        before = {path: read(folder, path) for path in (*STAYING, *MOVED)}
        after: dict[str, bytes | None] = {path: content(path, number) for path in STAYING}
        here, there = sorted(MOVED, key=lambda path: (before[path] is None, path))
        after |= {there: before[here] or content(MOVED[0], number), here: None}
        write_all(folder, before, after)


def add_entries(folder: Path, writer: int, entries: int) -> None:
    """Adds entries to a register, and begins anew where another has written in between."""
    for number in range(entries):
        while not _is_added(folder, f"writer-{writer}-{number}"):
            pass


def _is_added(folder: Path, key: str) -> bool:
    old = (folder / REGISTER).read_bytes()
    new = with_value(parse(REGISTER, old), (key,), {"title": f"Risk of {key}", "probability": 3})
    try:
        write_all(folder, {REGISTER: old}, {REGISTER: new.encode()})
    except CannotRun as refusal:
        if "has changed since it was read" not in str(refusal):
            raise
        return False
    return True
