"""Whole commands timed one beside the other."""

import subprocess
import sys
import time
from collections.abc import Sequence
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
