"""A desk: the valid office in a repository, and the command line over it."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import click
import pytest
from click.testing import CliRunner

from pmoascode.cli import pmo
from pmoascode.cli.acting import Manner
from pmoascode.finding import CannotRun
from tests.checkouts import DAY, VALID, git


@dataclass
class Desk:
    """A folder with an office under version control; `output` is what the last command printed."""

    folder: Path
    output: str = ""

    @property
    def records(self) -> Path:
        """The folder of the records."""
        return self.folder / "portfolio"

    def run(self, *arguments: str, day: str = DAY, answers: Sequence[str] | None = None) -> int:
        """The exit status of the command; one that cannot run ends with 2 and its line.

        With answers it is typed where somebody is there to give them.
        """
        given = [*arguments, "--records", str(self.records), "--today", day]
        with patch.object(Manner, "asks", answers is not None):
            result = CliRunner().invoke(
                pmo, given, input="\n".join([*(answers or ()), ""]), standalone_mode=False
            )
        self.output = result.output
        if isinstance(result.exception, CannotRun | click.UsageError):
            self.output += str(result.exception)
            return 2
        if result.exception:
            raise result.exception
        return int(result.return_value)

    def text(self, path: str) -> str:
        """What a file of the records says."""
        return (self.records / path).read_text(encoding="utf-8")

    def changed(self) -> str:
        """The lines that differ from the last commit, with their sign."""
        git("add", "-AN", cwd=self.folder)
        diff = git("diff", "--unified=0", cwd=self.folder)
        signs = [line for line in diff.split("\n") if line[:1] in "+-"]
        return "\n".join(line for line in signs if not line.startswith(("+++", "---")))

    def commit(self) -> None:
        """Commits all that there is."""
        git("add", "-A", cwd=self.folder)
        git("commit", "-q", "-m", "Change", cwd=self.folder)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """The valid office, committed."""
    desk = Desk(tmp_path)
    shutil.copytree(VALID, desk.records)
    git("init", "-q", "-b", "main", cwd=tmp_path)
    git("config", "user.email", "Tom.Berg@harbour.example", cwd=tmp_path)
    desk.commit()
    return desk
