"""The wheel carries what a checkout has beside the package, and works where it is unpacked."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MOVED = {"schema": "schemas", "site": "site", "portfolio": "portfolio", "templates": "templates"}


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, as an installer unpacks it."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "unpacked")
    return folder / "unpacked"


def run(unpacked: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What the unpacked program says in the folder."""
    code = (
        f"import sys; sys.path.insert(0, {str(unpacked)!r}); from pmoascode.cli import main; main()"
    )
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=folder,
        env={key: value for key, value in os.environ.items() if key != "PYTHONPATH"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("name", MOVED)
def test_nothing_beside_the_package_is_lost(unpacked: Path, name: str) -> None:
    tracked = subprocess.run(
        ["git", "ls-files", "-z", name], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.split("\0")[:-1]
    carried = unpacked / "pmoascode" / MOVED[name]
    found = {
        f"{name}/{path.relative_to(carried).as_posix()}"
        for path in carried.rglob("*")
        if path.is_file()
    }
    assert found == set(tracked)


def test_the_site_of_an_office_without_a_configuration_is_built(
    unpacked: Path, tmp_path: Path
) -> None:
    office = tmp_path / "portfolio"
    office.mkdir()
    (office / "organisation.yaml").write_text("name: Harbour Mutual\ncurrency: EUR\n", "utf-8")
    built = run(unpacked, tmp_path, "build")
    assert built.returncode == 0, built.stdout + built.stderr
    page = (tmp_path / "build/site/index.html").read_text("utf-8")
    assert "Harbour Mutual" in page
    assert (tmp_path / "build/site/assets/pmo.css").is_file()


HEAD = ("--yes", "--head", "Ana Keller", "--sponsor", "Maria Silva", "--superior", "Maria Silva")


def test_an_office_can_be_started_checked_and_built(unpacked: Path, tmp_path: Path) -> None:
    for words in (("init", *HEAD), ("check", "--fail-on", "info"), ("build",)):
        done = run(unpacked, tmp_path, *words)
        assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "build/site/assets/pmo.css").is_file()
    assert (tmp_path / "build/site/guides/sponsor/index.html").is_file()


def test_the_example_can_be_taken_checked_and_built(unpacked: Path, tmp_path: Path) -> None:
    day = ("--today", "2026-11-10")
    for words in (("init", "--example"), ("check", "-q", *day), ("build", *day)):
        done = run(unpacked, tmp_path, *words)
        assert done.returncode == 0, done.stdout + done.stderr
    assert "Thornmere Water" in (tmp_path / "build/site/index.html").read_text("utf-8")
