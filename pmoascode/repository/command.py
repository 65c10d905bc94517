"""Runs git's reading commands so that no environment or configuration can bend or extend them."""

import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import IO

from pmoascode.finding import CannotRun

os.environ["GIT_PYTHON_REFRESH"] = "quiet"  # a missing git is told by the first command instead
from git import Git
from git.exc import GitError

Process = Git.AutoInterrupt  # a running git; it ends when the value is dropped
OLDEST_GIT = (2, 38)  # the first that knows safe.bareRepository

_ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "none",  # a missing object is never fetched by a configured program
    "GIT_GRAFT_FILE": "/dev/null",  # .git/info/grafts would rewrite the history
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
    "NoDefaultCurrentDirectoryInExePath": "1",
}
_OPTIONS = ("--no-pager", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null")
_environment_lock = Lock()


@dataclass(frozen=True, slots=True)
class Answer:
    """What one git command gave back."""

    status: int
    output: bytes
    complaint: str  # what it wrote to standard error

    @property
    def line(self) -> str:
        """The output as one line of text."""
        return os.fsdecode(self.output.removesuffix(b"\n"))


class Command:
    """git, run in one folder."""

    def __init__(self, folder: Path, *, bare: bool = False) -> None:
        self.folder = folder
        discovery = "all" if bare else "explicit"  # explicit: not what merely lies in a work tree
        self._prefix = ("-C", str(folder), *_OPTIONS, "-c", f"safe.bareRepository={discovery}")

    def start(self, *arguments: str, stdin: int = subprocess.DEVNULL) -> Process:
        """The running command; it ends when the value is dropped.

        Raises:
            CannotRun: git is missing, or an argument cannot be given to a program.
        """
        git = Git()
        git.update_environment(**_ENVIRONMENT)
        command = [str(git.GIT_PYTHON_GIT_EXECUTABLE), *self._prefix, *arguments]
        try:
            with _without_git_variables():
                return git.execute(command, istream=stdin, as_process=True, shell=False)
        except (GitError, OSError) as error:
            raise CannotRun("git cannot be started; install git and put it on the PATH") from error
        except ValueError as error:  # a NUL or half a character
            raise CannotRun(f"git cannot be asked for {arguments[-1]!r}") from error

    def answer(self, *arguments: str) -> Answer:
        """The answer of a command that may fail."""
        process = self.start(*arguments)
        output, complaint = process.communicate()
        return Answer(process.returncode, output, complaint.decode("utf-8", "replace"))

    def output(self, *arguments: str) -> bytes:
        """The output of a command that must not fail.

        Raises:
            CannotRun: it failed.
        """
        answer = self.answer(*arguments)
        if answer.status != 0:
            raise self.failure(answer.complaint)
        return answer.output

    @contextmanager
    def stream(self, *arguments: str) -> Iterator[IO[bytes]]:
        """The output of a command while it runs; leaving early ends it.

        Raises:
            CannotRun: it failed.
        """
        process = self.start(*arguments)
        try:
            yield process.stdout
            complaint = process.stderr.read().decode("utf-8", "replace")
            if process.proc is None or process.proc.wait() != 0:
                raise self.failure(complaint)
        finally:
            stop(process)

    def failure(self, complaint: str) -> CannotRun:
        """One line for the operator about what git said."""
        if "dubious ownership" in complaint:
            owned = re.search(r"repository at '(.*)'", complaint)
            place = owned[1] if owned else str(self.folder)
            return CannotRun(
                f"git does not read {place}, which belongs to another user; if you trust it, run: "
                f'git config --global --add safe.directory "{place}"'
            )
        if "not a git repository" in complaint:
            return CannotRun(f"{self.folder} is not in a git repository")
        lines = [line for line in complaint.splitlines() if line.strip()]
        said = re.sub(r"^(fatal|error): ", "", lines[0]) if lines else "it ended without a reason"
        shown = "".join(letter if letter.isprintable() else "?" for letter in said)
        return CannotRun(f"git could not read the repository at {self.folder}: {shown}")

    def require_version(self) -> None:
        """Refuse a git that does not know the safeguards used here.

        Raises:
            CannotRun: git is missing or too old.
        """
        said = self.output("version").decode("ascii", "replace").strip()
        number = re.search(r"(\d+)\.(\d+)", said)
        if number is None or (int(number[1]), int(number[2])) < OLDEST_GIT:
            raise CannotRun(f"git 2.38 or newer is needed, and this is {said!r}")


def stop(process: Process) -> None:
    """End a process and close its pipes."""
    running = process.proc
    if running is None:
        return
    if running.poll() is None:
        running.kill()
    for pipe in (running.stdout, running.stderr, running.stdin):
        if pipe is not None:
            with suppress(BrokenPipeError):  # what was still to be sent has no reader any more
                pipe.close()
    running.wait()


@contextmanager
def _without_git_variables() -> Iterator[None]:
    """Hide GIT_* while a process starts: GitPython hands on the environment and only adds to it."""
    with _environment_lock:
        hidden = {name: os.environ.pop(name) for name in [*os.environ] if name.startswith("GIT_")}
        try:
            yield
        finally:
            os.environ.update(hidden)
