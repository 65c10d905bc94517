"""Writers killed at any moment leave whole files, and writers at once lose nothing."""

import multiprocessing
import random
import signal
from pathlib import Path

from pmoascode.document import parse
from pmoascode.worktree import write_all
from tests.worktree.writers import (
    MOVED,
    REGISTER,
    STAYING,
    add_entries,
    is_whole,
    read,
    write_without_end,
)

PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.worktree.writers"])


def test_two_hundred_kills_leave_every_file_old_or_new(tmp_path: Path) -> None:
    moment = random.Random(20261110)
    was_moved = False
    for _ in range(200):
        writer = PROCESSES.Process(target=write_without_end, args=(tmp_path,))
        writer.start()
        writer.join(moment.uniform(0, 0.06))
        writer.kill()
        writer.join()
        assert writer.exitcode == -signal.SIGKILL
        found = {path: read(tmp_path, path) for path in (*STAYING, *MOVED)}
        assert [path for path in found if not is_whole(path, found[path])] == []
        is_there = any(found[path] is not None for path in MOVED)
        assert is_there or not was_moved
        was_moved = was_moved or is_there
    write_all(tmp_path, {}, {})
    left = [path.relative_to(tmp_path).as_posix() for path in files(tmp_path)]
    assert left == sorted(path for path in found if found[path] is not None)


def test_eight_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    write_all(tmp_path, {}, {REGISTER: b"first: {title: The first}\n"})
    writers = [
        PROCESSES.Process(target=add_entries, args=(tmp_path, number, 25)) for number in range(8)
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    document = parse(REGISTER, (tmp_path / REGISTER).read_bytes())
    wanted = {f"writer-{writer}-{number}" for writer in range(8) for number in range(25)}
    assert document.findings == ()
    assert document.data.keys() == {"first", *wanted}
    assert files(tmp_path) == [tmp_path / REGISTER]


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())
