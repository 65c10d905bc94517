"""What the reader's terminal can show: colours, and how wide its lines are."""

import os
import shutil
import sys

NARROWEST = 40  # columns; below that a wrapped text is harder to read than a long line


def has_colour() -> bool:
    """Whether what is printed is read on a terminal that shows colours."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def width() -> int | None:
    """The columns of the terminal; None where the output goes into a file or another program."""
    if not sys.stdout.isatty():
        return None
    return max(NARROWEST, shutil.get_terminal_size().columns)
