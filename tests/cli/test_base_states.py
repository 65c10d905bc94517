"""`pmo check --base` in every state that a checkout can be in: it judges, or says what to set."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.checkouts import DAY, Origin, git, origin

WRONG = {"portfolio/projects/hermes/risks.yaml": "late:\n  title: It is late\n  owner: nobody\n"}


def check(folder: Path, base: str, *words: str) -> tuple[int, str, str]:
    """How the check ends, what it prints and what it complains of."""
    command = [str(Path(sys.executable).parent / "pmo"), "check", "--base", base, "--today", DAY]
    done = subprocess.run(
        [*command, *words], cwd=folder, capture_output=True, text=True, check=False, timeout=60
    )
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout, done.stderr


@pytest.fixture(scope="module")
def honest(tmp_path_factory: pytest.TempPathFactory) -> Origin:
    return origin(tmp_path_factory.mktemp("honest"))


@pytest.fixture(scope="module")
def wrong(tmp_path_factory: pytest.TempPathFactory) -> Origin:
    return origin(tmp_path_factory.mktemp("wrong"), change=WRONG)


def test_the_merge_against_its_first_parent_is_the_pull_request_alone(
    honest: Origin, tmp_path: Path
) -> None:
    clone = honest.checkout(tmp_path / "clone")
    assert check(clone, "HEAD^1")[0] == 0


def test_what_the_pull_request_brings_is_found_in_the_merge(wrong: Origin, tmp_path: Path) -> None:
    clone = wrong.checkout(tmp_path / "clone")
    status, said, _ = check(clone, "HEAD^1")
    assert status == 1
    assert "portfolio/projects/hermes/risks.yaml:3:10" in said
    assert "--> portfolio/projects/juno" not in said


def test_two_commits_of_history_are_enough_for_a_merge(wrong: Origin, tmp_path: Path) -> None:
    clone = wrong.checkout(tmp_path / "clone", "--depth=2")
    assert check(clone, "HEAD^1")[0] == 1


@pytest.mark.parametrize("base", ["first", "main"])
def test_one_commit_of_history_says_what_to_set(honest: Origin, tmp_path: Path, base: str) -> None:
    clone = honest.checkout(tmp_path / "clone", "--depth=1")
    status, said, complaint = check(clone, getattr(honest, base))
    assert (status, said) == (2, "")
    assert "`fetch-depth: 0` on actions/checkout (GIT_DEPTH: 0 in GitLab)" in complaint
    assert complaint.count("\n") == 1


def test_a_shallow_clone_without_a_common_commit_says_what_to_set(
    honest: Origin, tmp_path: Path
) -> None:
    clone = honest.checkout(tmp_path / "clone", "--depth=1", commit=honest.head)
    git("fetch", "-q", "--depth=1", honest.folder.as_uri(), honest.main, cwd=clone)
    status, _, complaint = check(clone, honest.main)
    assert status == 2
    assert "no common commit; this clone is shallow" in complaint


def test_a_branch_without_a_commit_says_so(tmp_path: Path) -> None:
    (tmp_path / "portfolio").mkdir()
    (tmp_path / "portfolio" / "organisation.yaml").write_text("name: A\n", encoding="utf-8")
    git("init", "-q", cwd=tmp_path)
    status, _, complaint = check(tmp_path, "main")
    assert (status, "has no commit yet" in complaint) == (2, True)


def test_a_base_that_a_force_push_took_away_says_what_to_name(
    honest: Origin, tmp_path: Path
) -> None:
    clone = honest.checkout(tmp_path / "clone")
    status, _, complaint = check(clone, "0123456789" * 4)
    assert status == 2
    assert "is unknown or not a commit; fetch and name the branch" in complaint


def test_a_base_that_is_no_ancestor_is_left_for_the_commit_in_common(
    wrong: Origin, tmp_path: Path
) -> None:
    clone = wrong.checkout(tmp_path / "clone", commit=wrong.head)
    git("fetch", "-q", wrong.folder.as_uri(), wrong.main, cwd=clone)
    status, said, _ = check(clone, wrong.main)
    assert (status, "--> portfolio/projects/juno" in said) == (1, False)


def test_a_base_of_another_history_says_what_to_name(honest: Origin, tmp_path: Path) -> None:
    clone = honest.checkout(tmp_path / "clone")
    git("switch", "-q", "--orphan", "other", cwd=clone)
    git("commit", "-q", "--allow-empty", "-m", "Other", cwd=clone)
    git("switch", "-q", "--detach", honest.head, cwd=clone)
    status, _, complaint = check(clone, "other")
    assert status == 2
    assert "no common commit; fetch and name the branch" in complaint
