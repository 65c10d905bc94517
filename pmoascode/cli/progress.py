"""A sign of life on the terminal while something takes longer than a moment."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

_MOMENT = 0.5  # seconds before anything is shown
_TURN = 0.1  # seconds from one sign to the next
_TURNS = "|/-\\"


@contextmanager
def working(what: str) -> Iterator[None]:
    """Shows on a terminal's error output that the work goes on; elsewhere it is silent.

    An alarm of the system shows it and no thread, since work is not shared with other processes
    where threads run. Systems without such alarms show nothing.
    """
    if not sys.stderr.isatty() or not hasattr(signal, "setitimer"):
        yield
        return
    turns = count()

    def turn(*_: object) -> None:
        sys.stderr.write(f"\r{what} {_TURNS[next(turns) % len(_TURNS)]}")
        sys.stderr.flush()

    before = signal.signal(signal.SIGALRM, turn)
    signal.setitimer(signal.ITIMER_REAL, _MOMENT, _TURN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        if next(turns):
            sys.stderr.write(f"\r{' ' * (len(what) + 2)}\r")
            sys.stderr.flush()
