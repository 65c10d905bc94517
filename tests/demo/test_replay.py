"""The replay: the same each time, true to its source at the end, readable all the way."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from demo.replay import ROOT, main, replay
from pmoascode.document import Blob
from pmoascode.office import load
from pmoascode.repository import Repository
from pmoascode.rules.approvals.stale_approval import stale_approval
from pmoascode.verdict import judge
from pmoascode.worktree import built_in_files


@pytest.fixture(scope="module")
def replayed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("replay") / "demo"
    replay(folder)
    return folder


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def tree(folder: Path) -> dict[str, bytes]:
    places = (p for p in folder.rglob("*") if p.is_file())
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in places}


def test_it_ends_with_the_records_as_they_are(replayed: Path) -> None:
    assert tree(replayed / "portfolio") == tree(ROOT / "portfolio")
    assert git(replayed, "status", "--porcelain") == ""


def test_it_tells_eighteen_months_in_several_hundred_commits(replayed: Path) -> None:
    days = git(replayed, "log", "--reverse", "--format=%cs").split()
    assert (days[0], days[-1]) == ("2025-05-05", "2026-11-10")
    assert days == sorted(days)
    assert 150 <= len(days) <= 600


def test_it_gives_the_same_commits_each_time(replayed: Path, tmp_path: Path) -> None:
    replay(tmp_path / "again")
    assert git(tmp_path / "again", "rev-parse", "HEAD") == git(replayed, "rev-parse", "HEAD")


def test_its_people_wrote_it(replayed: Path) -> None:
    addresses = set(git(replayed, "log", "--format=%ae%n%ce").split())
    assert len(addresses) > 15
    assert all(address.endswith("@thornmere.example.org") for address in addresses)


@pytest.mark.parametrize(
    "subject",
    [
        "Portfolio office: records begin",
        "Leak sensors: status report for March 2026",
        "My Account: open to all customers moves to 18 February 2027",
        "Smart meters: 90000 meters fitted re-baselined to 11 December 2026",
        "Ledger move: cancelled",
    ],
)
def test_it_speaks_of_the_work(replayed: Path, subject: str) -> None:
    assert subject in git(replayed, "log", "--format=%s").splitlines()


def test_every_thirtieth_revision_can_be_read(replayed: Path) -> None:
    revisions = git(replayed, "log", "--format=%H").split()[::30]
    with Repository.open(replayed) as repository:
        for revision in revisions:
            files: Mapping[str, Blob] = repository.files(revision, "portfolio")
            assert load(files, built_in_files()).findings == (), revision


def test_an_earlier_revision_knows_nothing_of_what_came_later(replayed: Path) -> None:
    revision = git(replayed, "rev-list", "-1", "--before=2026-04-01T23:00Z", "HEAD").strip()
    shown = git(replayed, "show", f"{revision}:portfolio/projects/smart-meters/project.yaml")
    assert "baseline: 2026-09-30" in shown
    assert "forecast: 2026-12-11" in shown
    assert "actual: 2026-05-26" not in shown


def test_it_replaces_its_own_work(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    replay(folder)
    (folder / "build").mkdir()
    assert main([str(folder)]) == 0
    assert not (folder / "build").exists()


@pytest.mark.parametrize("arguments", [[], ["-x"], ["one", "two"]])
def test_it_says_how_it_is_used(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert "python -m demo.replay FOLDER" in capsys.readouterr().err


def test_it_leaves_other_things_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "letter.txt").write_text("Dear Maria")
    assert main([str(tmp_path)]) == 2
    assert "holds something else" in capsys.readouterr().err
    assert (tmp_path / "letter.txt").read_text() == "Dear Maria"


def test_no_approval_is_stale_on_the_day_of_its_commit(replayed: Path) -> None:
    asked = ["log", "--reverse", "--format=%H", "--", "portfolio/approvals"]
    with Repository.open(replayed) as repository:
        for revision in git(replayed, *asked).split():
            office = load(repository.files(revision, "portfolio"), built_in_files())
            day = repository.commit(revision).date.date()
            found = judge(office, [stale_approval], today=day).findings
            assert [str(f) for f in found if f.rule == stale_approval.name] == [], revision
