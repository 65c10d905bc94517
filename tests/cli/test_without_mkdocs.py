"""The check alone is installed small: what a command of the site says where MkDocs is missing."""

import subprocess
import sys
from pathlib import Path

import pytest

WITHOUT = "import sys; sys.modules['mkdocs'] = None; from pmoascode.cli import main; main()"


def pmo(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", WITHOUT, *words]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("command", ["build", "serve"])
def test_it_says_what_to_install(command: str, tmp_path: Path) -> None:
    done = pmo(command, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"pmo: `pmo {command}` needs MkDocs, which is not installed here; install the program with "
        "its extra `site`, as in: pip install 'pmoascode[site]'\n"
    )


def test_the_other_commands_do_without(tmp_path: Path) -> None:
    (tmp_path / "portfolio").mkdir()
    (tmp_path / "portfolio/organisation.yaml").write_text("name: Apollo\ncurrency: EUR\n", "utf-8")
    assert pmo("check", cwd=tmp_path).returncode == 0
