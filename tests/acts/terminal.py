"""A command typed at a real terminal: what it asks is answered, what it shows is kept."""

import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

_PATIENCE = 60.0  # seconds until a prompt must have come
INTERRUPT = "\x03"  # Ctrl-C
_MAIN = (  # the terminal is to interrupt the command, as a shell arranges it
    "import fcntl, signal, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); "
    "signal.signal(signal.SIGINT, signal.default_int_handler); "
    "from pmoascode.cli import main; main()"
)


def typed(
    arguments: Sequence[str], answers: Sequence[tuple[str, str]], folder: Path
) -> tuple[int, str]:
    """The exit status and all that the terminal showed.

    Each answer is typed when the text before it has been shown since the last one.
    """
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100", "NO_COLOR": "1"}
    process = subprocess.Popen(
        [sys.executable, "-c", _MAIN, *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=folder,
        env=environment,
        start_new_session=True,
    )
    os.close(theirs)
    shown = ""
    try:
        for wanted, answer in answers:
            shown += _until(ours, wanted, shown)
            if answer == INTERRUPT:
                _interrupt(ours, process)
            else:
                os.write(ours, f"{answer}\n".encode())
        shown += _rest(ours)
        return process.wait(_PATIENCE), shown.replace("\r\n", "\n")
    finally:
        process.kill()
        process.wait()
        os.close(ours)


def _interrupt(terminal: int, process: subprocess.Popen[bytes]) -> None:
    """Presses Ctrl-C, and again each second: it is not heard while a prompt comes up."""
    end = time.monotonic() + _PATIENCE
    while process.poll() is None and time.monotonic() < end:
        os.write(terminal, INTERRUPT.encode())
        with suppress(subprocess.TimeoutExpired):
            process.wait(1)


def _until(terminal: int, wanted: str, before: str) -> str:
    shown, end = "", time.monotonic() + _PATIENCE
    while wanted not in shown:
        part = _read(terminal, end)
        if not part:
            raise AssertionError(f"{wanted!r} was not shown, but:\n{before}{shown}")
        shown += part
    return shown


def _rest(terminal: int) -> str:
    shown, end = "", time.monotonic() + _PATIENCE
    while part := _read(terminal, end):
        shown += part
    return shown


def _read(terminal: int, end: float) -> str:
    """What is shown next; nothing once the command has ended, or patience has."""
    ready, _, _ = select.select([terminal], [], [], max(0.0, end - time.monotonic()))
    try:
        return os.read(terminal, 1 << 16).decode("utf-8", "replace") if ready else ""
    except OSError:  # the other end is closed
        return ""
