"""What git says without a repository: its version, and the person at this desk."""

import re
from pathlib import Path

from pmoascode.finding import CannotRun
from pmoascode.repository.command import Command


def configured(folder: Path, name: str) -> str:
    """What git's configuration says in the folder, as for `user.email`; empty where it does not."""
    return _said(folder, "config", "--get", name)


def git_version(folder: Path) -> str:
    """The version of git, as in 2.47.1; empty where it cannot be started."""
    number = re.search(r"\d+(\.\d+)+", _said(folder, "version"))
    return number[0] if number else ""


def _said(folder: Path, *words: str) -> str:
    try:
        answer = Command(folder).answer(*words)
    except CannotRun:  # there is no git
        return ""
    return answer.line if answer.status == 0 else ""
