"""Which repositories are opened, and what is said where none can be."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pmoascode.finding import CannotRun
from pmoascode.repository import Repository
from tests.repository.sample import Make, Sample


def test_the_work_tree_is_found_upwards(sample: Sample) -> None:
    sample.commit({"office/projects/apollo.yaml": "id: apollo\n"})
    with Repository.open(sample.path / "office" / "projects") as repository:
        assert repository.root == sample.path
        assert repository.branch == "main"
        assert not repository.is_shallow


def test_a_linked_work_tree_is_opened(sample: Sample, tmp_path: Path) -> None:
    sample.commit({"a": "1"})
    sample.git("worktree", "add", "--quiet", str(tmp_path / "linked"))
    assert Repository.open(tmp_path / "linked").root == tmp_path / "linked"


def test_a_bare_repository_is_read(sample: Sample, tmp_path: Path) -> None:
    sample.commit({"office/a.yaml": "a: 1\n"})
    sample.git("clone", "--quiet", "--bare", ".", str(tmp_path / "bare.git"))
    with Repository.open(tmp_path / "bare.git") as repository:
        assert repository.root is None
        files = repository.files(repository.commit("HEAD").id, "office")
        assert files["a.yaml"].read() == b"a: 1\n"


def test_a_detached_head_is_no_branch(sample: Sample) -> None:
    sample.commit({"a": "1"})
    sample.git("checkout", "--quiet", "--detach")
    repository = Repository.open(sample.path)
    assert repository.branch is None
    assert not repository.head_is_unborn
    assert repository.commit("HEAD").subject == "work"


def test_an_unborn_head_has_no_commit_yet(sample: Sample) -> None:
    repository = Repository.open(sample.path)
    assert repository.head_is_unborn
    assert repository.branch == "main"
    with pytest.raises(CannotRun, match="has no commit yet"):
        repository.commit("HEAD")


def _plain(path: Path) -> Path:
    (path / "plain").mkdir()
    return path / "plain"


def _file(path: Path) -> Path:
    (path / "file").write_text("x", encoding="utf-8")
    return path / "file"


def _loop(path: Path) -> Path:
    (path / "loop").symlink_to(path / "loop")
    return path / "loop"


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        (_plain, "plain is not in a git repository$"),
        (_file, "file is not a folder$"),
        (_loop, "loop is not a folder$"),
        (lambda path: path / "absent", "absent is not a folder$"),
    ],
)
def test_what_is_no_repository_is_named(
    place: Callable[[Path], Path], reason: str, tmp_path: Path
) -> None:
    with pytest.raises(CannotRun, match=reason):
        Repository.open(place(tmp_path))


def test_the_git_folder_itself_is_refused(sample: Sample) -> None:
    with pytest.raises(CannotRun, match="is a folder inside git's own"):
        Repository.open(sample.path / ".git")


def test_a_folder_of_a_bare_repository_is_refused(make: Make) -> None:
    bare = make("bare.git", "--bare")
    with pytest.raises(CannotRun, match="is a folder inside git's own"):
        Repository.open(bare.path / "refs")


def test_a_bare_repository_among_another_ones_files_is_refused(make: Make) -> None:
    make("outer")
    inner = make("outer/fixtures/inner.git", "--bare")
    with pytest.raises(CannotRun, match="lies inside another repository's files"):
        Repository.open(inner.path)


def test_a_work_tree_that_the_configuration_moves_is_refused(
    sample: Sample, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere").mkdir()
    sample.git("config", "core.worktree", str(tmp_path))
    with pytest.raises(CannotRun, match=r"core\.worktree"):
        Repository.open(sample.path)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can give files away")
def test_a_foreign_owner_is_told_with_the_remedy(sample: Sample) -> None:
    for path in (sample.path, sample.path / ".git"):
        os.chown(path, 12345, 12345)
    with pytest.raises(
        CannotRun, match=r"belongs to another user; .* --add safe.directory"
    ) as told:
        Repository.open(sample.path)
    assert "\n" not in str(told.value)


def test_a_missing_git_is_told(
    sample: Sample, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CannotRun, match="install git"):
        Repository.open(sample.path)


def test_a_git_that_is_missing_from_the_start_is_told(sample: Sample, tmp_path: Path) -> None:
    program = (
        "import sys, pathlib\n"
        "from pmoascode.finding import CannotRun\n"
        "from pmoascode.repository import Repository\n"
        "try: Repository.open(pathlib.Path(sys.argv[1]))\n"
        "except CannotRun as error: print(error)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, str(sample.path)],
        env={"PATH": str(tmp_path), "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout == "git cannot be started; install git and put it on the PATH\n"
    assert ran.stderr == ""


def test_an_old_git_is_refused(
    sample: Sample, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    old = tmp_path / "bin" / "git"
    old.parent.mkdir()
    old.write_text("#!/bin/sh\necho git version 2.30.2\n", encoding="utf-8")
    old.chmod(0o755)
    monkeypatch.setenv("PATH", str(old.parent))
    with pytest.raises(CannotRun, match=r"2\.38 or newer is needed, and this is 'git version 2\.3"):
        Repository.open(sample.path)


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://ada:secret@git.example.org/pmo.git", "https://git.example.org/pmo.git"),
        ("https://git.example.org/a@b.git", "https://git.example.org/a@b.git"),
        ("git@git.example.org:pmo.git", "git@git.example.org:pmo.git"),
    ],
)
def test_the_remote_is_shown_without_its_secret(address: str, shown: str, sample: Sample) -> None:
    assert Repository.open(sample.path).remote_url is None
    sample.git("remote", "add", "origin", address)
    assert Repository.open(sample.path).remote_url == shown
