"""The gate from end to end: branches in a real repository, judged by the command line."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from pmoascode.cli import main
from tests.gate.branches import Repository
from tests.gate.honest_branches import HONEST
from tests.gate.honest_changes import LISTED_APART
from tests.gate.hostile_appointments import APPOINTED
from tests.gate.hostile_detours import FOUND
from tests.gate.hostile_files import TREES
from tests.gate.hostile_history import HISTORY
from tests.gate.hostile_policy import GOVERNED
from tests.gate.hostile_rewriting import REWRITTEN
from tests.gate.hostile_signatures import SIGNED

FAMILIES = (SIGNED, APPOINTED, GOVERNED, HISTORY, REWRITTEN, TREES, FOUND)
HOSTILE = {name: case for family in FAMILIES for name, case in family.items()}
COUNT = sum(map(len, FAMILIES)) + len(HONEST)


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
    assert len(pulls) == COUNT  # no name twice
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


def test_what_was_wrong_before_is_listed_apart(check: Check) -> None:
    done = check(LISTED_APART)
    standing = json.loads(done.out)["standing"]
    assert ("required-role-lapsed", "portfolio/assignments/apollo.yaml") in {
        (each["rule"], each["path"]) for each in standing
    }
    assert done.status == 0


@pytest.mark.parametrize("name", ["a command in a file's name", "a command in a value"])
@pytest.mark.parametrize("format_", ["github", "text", "markdown"])
def test_no_command_of_theirs_reaches_the_log(name: str, format_: str, check: Check) -> None:
    done = check(name, format_)
    commands = re.findall(r"^\s*::([a-z-]+)|##(\[)", done.out, re.MULTILINE)
    assert {first or bracket for first, bracket in commands} <= {"error", "warning", "notice"}
    assert [line for line in done.out.splitlines() if line.startswith("::error::no")] == []
    assert done.status == 1


@pytest.mark.parametrize(
    ("name", "status"),
    [("a link out of the tree", 1), ("everything taken away", 2), ("a report by the manager", 0)],
)
def test_the_program_itself_ends_the_same_way(
    name: str, status: int, repository: Repository, tmp_path: Path
) -> None:
    pmo = str(Path(sys.executable).parent / "pmo")
    done = subprocess.run(
        [pmo, *words_for(repository, name, tmp_path, "json")],
        cwd=repository.folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, "Traceback" in done.stderr) == (status, False)
