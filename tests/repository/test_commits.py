"""From revisions and days to commits."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from pmoascode.finding import CannotRun
from pmoascode.repository import Repository
from tests.repository.sample import Sample


def test_a_commit_tells_who_when_and_what(sample: Sample) -> None:
    name = sample.commit({"a": "1"}, "Appoint a sponsor\n\nLater text", at="2026-03-04")
    commit = Repository.open(sample.path).commit("main")
    assert commit.id == name
    assert commit.date == commit.author_date == datetime(2026, 3, 4, 12, tzinfo=UTC)
    assert (commit.author, commit.email) == ("Ada Example", "ada@example.org")
    assert commit.subject == "Appoint a sponsor"


@pytest.mark.parametrize("revision", ["main", "HEAD", "@", "v1", "-evil", "refs/heads/-evil"])
def test_a_revision_names_its_commit(revision: str, sample: Sample) -> None:
    name = sample.commit({"a": "1"})
    sample.git("tag", "-a", "-m", "first", "v1")
    sample.git("update-ref", "refs/heads/-evil", "HEAD")
    assert Repository.open(sample.path).commit(revision).id == name


@pytest.mark.parametrize(
    "revision",
    ["nowhere", "--output=x", "-x", "", "main..main", "main:a", "0" * 40, "a\nb", "HEAD~1"],
)
def test_an_unknown_revision_is_named(
    revision: str, sample: Sample, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample.commit({"a": "1"})
    monkeypatch.chdir(sample.path)
    with pytest.raises(CannotRun) as told:
        Repository.open(sample.path).commit(revision)
    assert str(told.value) == f"revision {revision!r} is unknown or not a commit"
    assert not (sample.path / "x").exists()


@pytest.mark.parametrize("revision", ["a\0b", "\ud800"])
def test_a_revision_that_no_program_can_take_is_named(revision: str, sample: Sample) -> None:
    sample.commit({"a": "1"})
    with pytest.raises(CannotRun, match=r"^git cannot be asked for '"):
        Repository.open(sample.path).commit(revision)


def test_a_commit_without_sense_is_still_a_commit(sample: Sample) -> None:
    tree = sample.git("mktree", stdin=b"")
    text = f"tree {tree}\nauthor A <a> 99999999999999999 +0000\ncommitter \n\n\xff\n"
    name = sample.git(
        "hash-object", "-t", "commit", "-w", "--stdin", "--literally", stdin=text.encode("latin-1")
    )
    commit = Repository.open(sample.path).commit(name)
    assert commit.id == name
    assert commit.date == datetime(1970, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "subject"),
    [
        (date(2026, 3, 1), "first"),
        (date(2026, 3, 2), "first"),
        (date(2026, 3, 3), "second"),
        (date(2030, 1, 1), "merge"),
    ],
)
def test_a_day_names_the_newest_commit_up_to_its_end(
    day: date, subject: str, sample: Sample
) -> None:
    sample.commit({"a": "1"}, "first", at="2026-03-01")
    sample.git("checkout", "--quiet", "-b", "side")
    sample.commit({"b": "1"}, "on a side branch", at="2026-03-02")
    sample.git("checkout", "--quiet", "main")
    sample.commit({"a": "2"}, "second", at="2026-03-03")
    sample.git("merge", "--quiet", "--no-ff", "-m", "merge", "side", at="2026-03-05")
    assert Repository.open(sample.path).commit_at(day).subject == subject


@pytest.mark.parametrize("day", [date(2026, 2, 28), date(1960, 1, 1), date(1, 1, 1)])
def test_a_day_before_the_first_commit_has_none(day: date, sample: Sample) -> None:
    sample.commit({"a": "1"}, at="2026-03-01")
    with pytest.raises(CannotRun, match=rf"^HEAD has no commit on or before {day}$"):
        Repository.open(sample.path).commit_at(day)


def test_the_last_day_of_the_calendar_is_a_day(sample: Sample) -> None:
    name = sample.commit({"a": "1"})
    assert Repository.open(sample.path).commit_at(date.max).id == name


def test_the_merge_base_is_the_common_commit(sample: Sample) -> None:
    base = sample.commit({"a": "1"})
    sample.git("checkout", "--quiet", "-b", "side")
    sample.commit({"b": "1"})
    sample.git("checkout", "--quiet", "main")
    sample.commit({"c": "1"})
    assert Repository.open(sample.path).merge_base("main", "side") == base


def test_unrelated_branches_have_no_merge_base(sample: Sample) -> None:
    sample.commit({"a": "1"})
    sample.git("checkout", "--quiet", "--orphan", "other")
    sample.commit({"b": "1"})
    with pytest.raises(CannotRun, match=r"^main and other have no common commit$"):
        Repository.open(sample.path).merge_base("main", "other")


def test_a_shallow_clone_says_how_to_deepen_it(sample: Sample, tmp_path: Path) -> None:
    sample.commit({"a": "1"})
    sample.git("checkout", "--quiet", "-b", "side")
    sample.commit({"a": "2"})
    sample.git("checkout", "--quiet", "main")
    sample.commit({"a": "3"})
    clone = str(tmp_path / "clone")
    source = sample.path.as_uri()
    sample.git("clone", "--quiet", "--depth=1", "--no-single-branch", source, clone)
    repository = Repository.open(tmp_path / "clone")
    assert repository.is_shallow
    with pytest.raises(CannotRun, match="fetch-depth: 0"):
        repository.merge_base("origin/main", "origin/side")
    with pytest.raises(CannotRun, match=r"'HEAD~1' is unknown or not a commit; .*fetch-depth: 0"):
        repository.commit("HEAD~1")
    with pytest.raises(CannotRun, match="fetch-depth: 0"):
        repository.commit_at(date(2020, 1, 1))
