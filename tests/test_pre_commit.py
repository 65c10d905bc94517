"""The hook for pre-commit, tried by pre-commit itself on a repository of records, without network.

pre-commit installs the hook into an environment of its own, for which it would fetch what the
package needs. Here the packages of this environment stand in for that: they are on the path of
the new one, and pip is told to fetch nothing. Everything else is as at an adopter's desk.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.checkouts import VALID, git

pytest.importorskip("pre_commit", reason="pre-commit is not installed; `make test` brings it")

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = (
    *("pmoascode", "schema", "site", "portfolio", "templates", "mkdocs.yml", "pyproject.toml"),
    *("README.md", "LICENSE"),
)
WRONG = "name: Juno\nstatus: actve\n"


@pytest.fixture(scope="module")
def tool(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as it stands here, committed, so that pre-commit can clone it."""
    folder = tmp_path_factory.mktemp("tool")
    for name in (*PACKAGE, ".pre-commit-hooks.yaml"):
        source = ROOT / name
        if source.is_dir():
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(source, folder / name, ignore=ignored)
        else:
            shutil.copy(source, folder / name)
    return committed(folder)


def committed(folder: Path) -> Path:
    git("init", "-q", cwd=folder)
    git("add", "-A", cwd=folder)
    git("commit", "-q", "-m", "Begin", cwd=folder)
    return folder


def tried(
    tool: Path, records: Path, cache: Path, *words: str, hook: str = "pmo-check"
) -> subprocess.CompletedProcess[str]:
    """What pre-commit says of the records by the hook of the tool."""
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
        "PRE_COMMIT_HOME": str(cache),
        "PIP_NO_INDEX": "1",
        "PIP_NO_DEPS": "1",
        "PIP_NO_BUILD_ISOLATION": "0",  # pip reads this switch the wrong way round
        "PYTHONPATH": os.pathsep.join(place for place in sys.path if "site-packages" in place),
    }
    program = Path(sys.executable).parent / "pre-commit"
    command = [str(program), "try-repo", str(tool), hook, "--color=never", *words]
    return subprocess.run(
        command, cwd=records, env=environment, capture_output=True, text=True, check=False
    )


def test_the_hook_judges_the_records_as_they_are_on_disk(tool: Path, tmp_path: Path) -> None:
    records = tmp_path / "records"
    shutil.copytree(VALID, records / "portfolio")
    (records / "notes.txt").write_text("no record\n", encoding="utf-8")
    committed(records)
    cache = tmp_path / "cache"

    passed = tried(tool, records, cache, "--all-files")
    assert (passed.returncode, passed.stderr) == (0, ""), passed.stdout
    assert "check the project records" in passed.stdout

    skipped = tried(tool, records, cache, "--files", "notes.txt")
    assert (skipped.returncode, "Skipped" in skipped.stdout) == (0, True)

    (records / "portfolio" / "projects" / "juno").mkdir()
    file = records / "portfolio" / "projects" / "juno" / "project.yaml"
    file.write_text(WRONG, encoding="utf-8")
    git("add", "-A", cwd=records)
    failed = tried(tool, records, cache)
    assert failed.returncode == 1
    assert "portfolio/projects/juno/project.yaml:2:9" in failed.stdout
    assert "did you mean active?" in failed.stdout


def test_the_hook_lays_out_what_is_committed(tool: Path, tmp_path: Path) -> None:
    records = tmp_path / "records"
    shutil.copytree(VALID, records / "portfolio")
    committed(records)
    (records / "portfolio" / "projects" / "juno").mkdir()
    file = records / "portfolio" / "projects" / "juno" / "project.yaml"
    file.write_text("status:   proposed\nname: Juno\n", encoding="utf-8")
    git("add", "-A", cwd=records)
    laid_out = tried(tool, records, tmp_path / "cache", hook="pmo-fmt")
    assert laid_out.returncode == 1, laid_out.stderr
    assert "portfolio/projects/juno/project.yaml: laid out anew" in laid_out.stdout
    assert file.read_text(encoding="utf-8") == "name: Juno\nstatus: proposed\n"
    others = git("diff", "--name-only", cwd=records)
    assert others == "portfolio/projects/juno/project.yaml"
