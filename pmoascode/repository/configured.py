"""What git is told of the person at this desk: a name and an address."""

from pathlib import Path

from pmoascode.finding import CannotRun
from pmoascode.repository.command import Command


def configured(folder: Path, name: str) -> str:
    """What git's configuration says in the folder, as for `user.email`; empty where it does not."""
    try:
        answer = Command(folder).answer("config", "--get", name)
    except CannotRun:  # there is no git
        return ""
    return answer.line if answer.status == 0 else ""
