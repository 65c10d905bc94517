"""Whole commands timed one beside the other."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

BIN = Path(sys.executable).parent


def seconds(command: Sequence[str], *, runs: int, allowed: Sequence[int] = (0,)) -> float:
    """The median of the wall-clock seconds that the command takes.

    Raises:
        RuntimeError: the command ended with another status than those allowed.
    """
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        taken.append(time.perf_counter() - start)
        if done.returncode not in allowed:
            raise RuntimeError(f"{command[0]} ended with {done.returncode}: {done.stderr[-500:]}")
    return median(taken)


def told(work: str, ours: float, peer: str, theirs: float) -> str:
    """One line that sets the two side by side."""
    return f"{work}: {ours:.2f} s; {peer}: {theirs:.2f} s; {theirs / ours:.1f} times as fast"


@dataclass(frozen=True)
class Spent:
    """What a command took of the machine."""

    cpu: float  # seconds of processor time, of all its threads
    wall: float  # seconds by the clock
    memory: float  # MB at most

    def __str__(self) -> str:
        return f"{self.cpu:.1f} s CPU, {self.wall:.1f} s by the clock, {self.memory:.0f} MB"


def spent(command: Sequence[str], folder: Path) -> Spent:
    """What one run of the command in the folder takes.

    Raises:
        RuntimeError: the command failed.
    """
    start = time.perf_counter()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, cwd=folder, stdout=said, stderr=said)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise RuntimeError(f"{command[0]} failed: {said.read()[-500:].decode()}")
    wall = time.perf_counter() - start
    return Spent(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)
