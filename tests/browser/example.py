"""The example portfolio with its history, and its site through the command line."""

import os
import subprocess
import sys
from pathlib import Path

from demo.example import TODAY

ROOT = Path(__file__).resolve().parents[2]
_PMO = "from pmoascode.cli import main; main()"


def replayed(folder: Path) -> Path:
    """The example's repository in the folder."""
    _run(["-m", "demo.replay", str(folder)], ROOT)
    return folder


def built(
    office: Path, into: Path, engine: str = "mkdocs", audience: str = "", **environment: str
) -> Path:
    """The site of the office, built in an environment of its own."""
    command = ["-c", _PMO, "build", "--today", str(TODAY), "--into", str(into), "--engine", engine]
    command += ["--audience", audience]
    _run(command, office, **environment)
    return into


def _run(arguments: list[str], folder: Path, **environment: str) -> None:
    known = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    ran = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=known | {"PYTHONPATH": str(ROOT)} | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
