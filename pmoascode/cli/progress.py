"""A sign of life on the terminal while something takes longer than a moment."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_MOMENT = 0.5  # seconds before anything is shown
_TURNS = "|/-\\"


@contextmanager
def working(what: str) -> Iterator[None]:
    """Shows on a terminal's error output that the work goes on; elsewhere it is silent."""
    if not sys.stderr.isatty():
        yield
        return
    done = threading.Event()
    shown = threading.Thread(target=_turn, args=(what, done), daemon=True)
    shown.start()
    try:
        yield
    finally:
        done.set()
        shown.join()


def _turn(what: str, done: threading.Event) -> None:
    turn = 0
    while not done.wait(_MOMENT if not turn else 0.1):
        sys.stderr.write(f"\r{what} {_TURNS[turn % len(_TURNS)]}")
        sys.stderr.flush()
        turn += 1
    if turn:
        sys.stderr.write(f"\r{' ' * (len(what) + 2)}\r")
        sys.stderr.flush()
