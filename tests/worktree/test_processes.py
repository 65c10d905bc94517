"""Work shared by processes: the same as without, whatever happens to one of them."""

import os
import signal
import subprocess
import sys
import threading
import time
from functools import partial

import pytest

from pmoascode.finding import CannotRun
from pmoascode.worktree import in_processes
from pmoascode.worktree import processes as module

HERE = os.getpid()
two = pytest.mark.skipif(
    sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2, reason="needs two processors"
)


pytestmark = pytest.mark.usefixtures("alone")


@pytest.fixture
def children(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The processes that were begun."""
    begun: list[int] = []
    fork = os.fork

    def forked() -> int:
        child = fork()
        if child:
            begun.append(child)
        return child

    monkeypatch.setattr(os, "fork", forked)
    return begun


def square(number: int) -> int:
    return number * number


def process(_: int) -> int:
    for _ in range(1000):
        os.getppid()  # long enough for the other process to begin
    return os.getpid()


def fails(number: int) -> int:
    if number == 700:
        raise CannotRun("no such thing")
    return number


class Odd(Exception):
    """Cannot be read from a pickle, since it is made of two things."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(f"{first} {second}")


def fails_oddly(_: int) -> int:
    raise Odd("no", "luck")


def is_killed_elsewhere(number: int) -> int:
    if os.getpid() != HERE:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def not_pickled(_: int) -> object:
    return lambda: 1


@pytest.mark.parametrize("number", [0, 1, 7, 199, 200, 1000, 1001, 20_123])
def test_gives_what_each_job_gives_in_their_order(number: int) -> None:
    assert in_processes([partial(square, n) for n in range(number)]) == [
        n * n for n in range(number)
    ]


@two
def test_is_done_by_several_processes() -> None:
    found = set(in_processes([partial(process, n) for n in range(5000)]))
    assert HERE in found
    assert len(found) > 1


@two
def test_few_jobs_are_shared_only_where_they_are_said_to_be_worth_it() -> None:
    assert module.processes(3) == 1
    assert module.processes(3, few=2) > 1


@pytest.mark.parametrize("number", [10, 1000])
def test_raises_what_a_job_raises(number: int, children: list[int]) -> None:
    jobs = [partial(fails, 700 if n == number - 1 else 0) for n in range(number)]
    with pytest.raises(CannotRun, match="no such thing"):
        in_processes(jobs)
    assert not any(map(is_left, children))


def test_an_error_that_cannot_be_handed_over_is_raised_here() -> None:
    with pytest.raises(Odd, match="no luck"):
        in_processes([partial(fails_oddly, n) for n in range(1000)])


@two
def test_what_a_killed_process_left_is_done_here(children: list[int]) -> None:
    jobs = [partial(is_killed_elsewhere, n) for n in range(1000)]
    assert in_processes(jobs) == list(range(1000))
    assert children
    assert not any(map(is_left, children))


def test_results_that_cannot_be_handed_over_are_made_here() -> None:
    assert len(in_processes([partial(not_pickled, n) for n in range(1000)])) == 1000


def test_one_process_where_another_thread_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    end = threading.Event()
    thread = threading.Thread(target=end.wait)
    thread.start()
    try:
        assert module.processes(1000) == 1
    finally:
        end.set()
        thread.join()


@pytest.mark.parametrize("number", [10, 1000])
def test_does_here_what_no_other_can_do(number: int) -> None:
    seen: list[int] = []
    in_processes([partial(square, n) for n in range(number)], meanwhile=lambda: seen.append(1))
    assert seen == [1]


@two
def test_an_interrupt_ends_all() -> None:
    text = (
        "import os, signal, time\n"
        "from pmoascode.worktree import in_processes\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # none, if run behind a shell
        "print(os.getpid(), flush=True)\n"
        "in_processes([lambda: time.sleep(0.05)] * 1000)\n"
    )
    asked = subprocess.Popen(
        [sys.executable, "-c", text],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert asked.stdout
    assert asked.stdout.readline()
    asked.stdout.close()
    os.killpg(asked.pid, signal.SIGINT)
    _, said = asked.communicate(timeout=20)
    assert said.rstrip().endswith("KeyboardInterrupt")
    assert said.count("Traceback") == 1
    end = time.monotonic() + 10  # a process that had just begun ends with its first piece
    while is_alive(asked.pid) and time.monotonic() < end:
        time.sleep(0.05)
    assert not is_alive(asked.pid)


def is_alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def is_left(child: int) -> bool:
    try:
        os.waitpid(child, os.WNOHANG)
    except ChildProcessError:
        return False
    return True
