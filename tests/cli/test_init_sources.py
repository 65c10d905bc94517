"""What `pmo init` knows without being told: git's user and remote, and the installed program."""

from importlib import metadata
from pathlib import Path

import pytest

from pmoascode import __version__
from pmoascode.cli import init_sources
from pmoascode.starting import Program, Someone
from tests.checkouts import git

COMMIT = "0123456789abcdef0123456789abcdef01234567"
VCS = f'"vcs_info": {{"vcs": "git", "commit_id": "{COMMIT}", "requested_revision": "main"}}'


class Installed:
    """A distribution with what pip has written down of its origin."""

    def __init__(self, text: str | None) -> None:
        self.text = text

    def read_text(self, name: str) -> str | None:
        assert name == "direct_url.json"
        return self.text


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (f'{{"url": "https://git.example/a/pmo.git", {VCS}}}', "https://git.example/a/pmo"),
        (f'{{"url": "https://me:word@git.example/a/pmo", {VCS}}}', "https://git.example/a/pmo"),
        (f'{{"url": "https://git.example:8443/a/pmo", {VCS}}}', "https://git.example:8443/a/pmo"),
        (f'{{"url": "file:///srv/pmo", {VCS}}}', None),
        (f'{{"url": "ssh://git@git.example/a/pmo", {VCS}}}', "https://git.example/a/pmo"),
        ('{"url": "file:///home/ana/pmo", "dir_info": {"editable": true}}', None),
        ('{"url": "https://x.example/pmo.whl", "archive_info": {}}', None),
        ("{", None),
        ("[]", None),
        (None, None),
    ],
)
def test_where_the_program_came_from(
    text: str | None, address: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(init_sources, "distribution", lambda _: Installed(text))
    wanted = Program(address, COMMIT, __version__) if address else None
    assert init_sources.installed_program() == wanted


def test_a_program_that_is_not_installed_is_not_known(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(init_sources, "distribution", missing)
    assert init_sources.installed_program() is None


def test_git_says_who_is_here_and_where_the_repository_is(tmp_path: Path) -> None:
    git("init", "-q", cwd=tmp_path)
    git("config", "user.name", "  Ana\tKeller ", cwd=tmp_path)
    git("config", "user.email", "ana.keller@harbour.example", cwd=tmp_path)
    git("remote", "add", "origin", "https://key@git.example/a/office.git", cwd=tmp_path)
    folder = tmp_path / "not" / "there yet"
    assert init_sources.git_user(folder) == Someone("Ana Keller", "ana.keller@harbour.example")
    assert init_sources.remote(folder) == "https://git.example/a/office.git"


def test_without_a_repository_there_is_no_remote(tmp_path: Path) -> None:
    assert init_sources.remote(tmp_path) == ""
