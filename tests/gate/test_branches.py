"""The gate from end to end: branches in a real repository, judged by the command line."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from pmoascode.cli import main
from tests.gate.branches import Repository
from tests.gate.honest_branches import HONEST
from tests.gate.hostile_branches import HOSTILE


class Done(NamedTuple):
    """How a command ended."""

    status: int
    out: str
    err: str

    @property
    def blocking(self) -> list[str]:
        """The findings that block, each as its rule, place and message."""
        found = json.loads(self.out)["findings"] if self.out.startswith("{") else []
        return [
            f"{f['rule']} {f['path']}:{f['line']} {f['message']}"
            for f in found
            if f["severity"] == "error"
        ]


Check = Callable[..., Done]


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    pulls = {name: case.pull for name, case in HOSTILE.items()} | HONEST
    assert len(pulls) == len(HOSTILE) + len(HONEST)
    return Repository(tmp_path_factory.mktemp("office"), pulls)


@pytest.fixture
def check(
    repository: Repository,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Check:
    """Runs `pmo check` on a pull request, as the program does, in this process."""

    def run(name: str, format_: str = "json") -> Done:
        words = words_for(repository, name, tmp_path, format_)
        monkeypatch.chdir(repository.folder)
        monkeypatch.setattr(sys, "argv", ["pmo", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        return Done(int(str(ended.value.code)), said.out, said.err)

    return run


def words_for(repository: Repository, name: str, folder: Path, format_: str) -> list[str]:
    """The words of the command for the pull request."""
    reviews = repository.reviews(name, folder / "pull-request.json")
    change = ["--base", repository.base(name), "--at", repository.branch(name)]
    asked = ["--reviews", str(reviews), "--today", "2026-11-10", "--format", format_]
    return ["check", *change, *asked]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_one_is_blocked_by_the_rule_for_it(name: str, check: Check) -> None:
    done = check(name)
    if HOSTILE[name].rule == "":
        assert (done.status, done.out) == (2, "")
    else:
        assert (done.err, done.status) == ("", 1)
        assert HOSTILE[name].rule in {each.split()[0] for each in done.blocking}, done.blocking


@pytest.mark.parametrize("name", HONEST)
def test_an_honest_one_passes(name: str, check: Check) -> None:
    done = check(name)
    assert (done.blocking, done.err, done.status) == ([], "", 0)
