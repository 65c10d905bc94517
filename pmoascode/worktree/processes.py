"""Work that is done by as many processes as the machine has processors."""

import gc
import os
import pickle
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from tempfile import TemporaryFile
from typing import IO, TypeVar

T = TypeVar("T")
Job = Callable[[], T]

_FEW = 200  # jobs that are not worth a second process
_TOKENS = 1000  # pieces that the jobs are cut into, so that no process waits long for another
_TOKEN = 4  # bytes; all of them fit into a pipe


def in_processes(
    jobs: Sequence[Job[T]], few: int = 0, meanwhile: Callable[[], None] = lambda: None
) -> list[T]:
    """What each job gives, in the order of the jobs; results of other processes are pickled.

    A job must give the same in whatever process it runs. What a process leaves undone, since it
    was killed or its results cannot be pickled, is done here. Fewer than `few` jobs
    (200 unless said) are not worth a second process. `meanwhile` is what no other process can do
    for this one, which it does before it takes its part of the jobs.
    """
    number = processes(len(jobs), few)
    if number < 2:
        meanwhile()
        return [job() for job in jobs]
    done = _shared(jobs, number, meanwhile)
    return [done[place] if place in done else job() for place, job in enumerate(jobs)]


def processes(jobs: int, few: int = 0) -> int:
    """How many processes are to share so many jobs.

    One where a second may do harm: systems other than Linux have libraries that no forked process
    may use, and other threads may hold locks that nobody would open in it.
    """
    if jobs < (few or _FEW) or sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


def _shared(jobs: Sequence[Job[T]], number: int, meanwhile: Callable[[], None]) -> dict[int, T]:
    """What was done by all processes, this one among them, by the place of the job."""
    size = -(-len(jobs) // _TOKENS)
    queue = _queue(-(-len(jobs) // size))
    children: dict[int, IO[bytes]] = {}
    gc.freeze()  # what is there stays where it is, in pages of memory that all share
    was_on = gc.isenabled()
    gc.disable()  # what is made meanwhile stays as well, nearly all
    try:
        for _ in range(number - 1):
            results: IO[bytes] = TemporaryFile()  # noqa: SIM115 -- closed below, by both processes
            with _uninterrupted():
                children[_forked(jobs, size, queue, results)] = results
        meanwhile()
        done = _done(jobs, size, queue)
        for child in list(children):
            os.waitpid(child, 0)
            with children.pop(child) as results:
                done |= _read(results)
        return done
    finally:
        for child, results in children.items():  # only where something went wrong here
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            results.close()
        os.close(queue)
        gc.unfreeze()
        if was_on:
            gc.enable()


def _queue(tokens: int) -> int:
    """A pipe with the number of each piece of the work; whoever is free takes the next."""
    read, write = os.pipe()
    os.write(write, b"".join(n.to_bytes(_TOKEN, "big") for n in range(tokens)))
    os.close(write)
    return read


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """An interrupt waits until the end: in what Python does after a fork it would be lost."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _forked(jobs: Sequence[Job[T]], size: int, queue: int, results: IO[bytes]) -> int:
    """The number of a new process, which writes what it has done, and ends."""
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
        done: dict[int, T] | Exception
        try:
            done = _done(jobs, size, queue)
        except Exception as error:  # noqa: BLE001 -- it is raised again where it is read
            error.add_note(traceback.format_exc())  # which would not come along
            done = error
        pickle.dump(done, results)
        results.flush()
        code = 0
    finally:
        os._exit(code)  # nothing of what the other process has begun is to be ended twice


def _done(jobs: Sequence[Job[T]], size: int, queue: int) -> dict[int, T]:
    done: dict[int, T] = {}
    for start in _taken(queue):
        for place in range(start * size, min((start + 1) * size, len(jobs))):
            done[place] = jobs[place]()
    return done


def _taken(queue: int) -> Iterator[int]:
    begun_by = os.getppid()
    while os.getppid() == begun_by and (token := os.read(queue, _TOKEN)):
        yield int.from_bytes(token, "big")


def _read(results: IO[bytes]) -> dict[int, T]:
    """What the process wrote: nothing where it was killed.

    Raises what a job raised there.
    """
    results.seek(0)
    try:
        found = pickle.load(results)  # noqa: S301 -- of our own process, in a file without a name
    except Exception:  # noqa: BLE001 -- whatever cannot be read is done again here
        return {}
    if isinstance(found, Exception):
        raise found
    done: dict[int, T] = found
    return done
