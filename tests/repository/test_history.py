"""Which commit changed which path, along the first parents."""

from pathlib import Path

from pmoascode.repository import Repository
from tests.repository.sample import Sample


def told(
    repository: Repository, commit: str, folder: str = "office"
) -> list[tuple[str, list[str]]]:
    """The history in the short: subject and signed paths."""
    return [
        (
            commit.subject,
            [("+" if c.old_id is None else "-" if c.new_id is None else "") + c.path for c in seen],
        )
        for commit, seen in repository.history(commit, folder)
    ]


def test_history_is_newest_first_and_keeps_to_the_folder(sample: Sample) -> None:
    sample.commit({"office/a": "1", "other": "1"}, "first")
    sample.commit({"other": "2"}, "elsewhere")
    sample.commit({}, "empty")
    sample.commit({"office/a": "2", "office/b": "1"}, "second")
    sample.git("mv", "office/a", "office/c")
    last = sample.commit({}, "third")
    repository = Repository.open(sample.path)
    assert told(repository, last) == [
        ("third", ["-a", "+c"]),
        ("second", ["a", "+b"]),
        ("first", ["+a"]),
    ]
    assert [subject for subject, _ in told(repository, last, "")] == [
        "third",
        "second",
        "elsewhere",
        "first",
    ]


def test_a_change_names_both_contents(sample: Sample) -> None:
    sample.commit({"office/a": "1"})
    last = sample.commit({"office/a": "2"})
    (_, [change]), _ = Repository.open(sample.path).history(last, "office")
    assert change.old_id == sample.git("rev-parse", "HEAD~1:office/a")
    assert change.new_id == sample.git("rev-parse", "HEAD:office/a")


def merged(sample: Sample) -> str:
    """Two branches, merged into main."""
    sample.commit({"office/old": "1"}, "first")
    sample.git("checkout", "--quiet", "-b", "side")
    sample.commit({"office/new": "1"}, "on the branch")
    sample.git("checkout", "--quiet", "main")
    sample.commit({"office/own": "1"}, "second")
    sample.git("merge", "--quiet", "--no-ff", "-m", "merge", "side")
    return sample.git("rev-parse", "HEAD")


def test_what_a_merge_brings_counts_as_the_merge(sample: Sample) -> None:
    commit = merged(sample)
    repository = Repository.open(sample.path)
    assert told(repository, commit) == [
        ("merge", ["+new"]),
        ("second", ["+own"]),
        ("first", ["+old"]),
    ]
    last = repository.last_commits(commit, "office")
    assert {path: commit.subject for path, commit in last.items()} == {
        "new": "merge",
        "old": "first",
        "own": "second",
    }


def test_a_path_that_is_gone_has_no_last_commit(sample: Sample) -> None:
    sample.commit({"office/a": "1", "office/b": "1"}, "first")
    sample.git("rm", "--quiet", "office/a")
    last = sample.commit({}, "second")
    found = Repository.open(sample.path).last_commits(last, "office")
    assert {path: commit.subject for path, commit in found.items()} == {"b": "first"}


def test_a_folder_that_was_a_file_has_the_history_of_the_folder(sample: Sample) -> None:
    sample.commit({"office": "a file"}, "file")
    sample.git("rm", "--quiet", "office")
    last = sample.commit({"office/a": "1"}, "folder")
    assert told(Repository.open(sample.path), last) == [("folder", ["+a"])]


def test_history_may_be_left_early(sample: Sample) -> None:
    sample.commit({"office/a": "1"})
    last = sample.commit({"office/a": "2"}, "newest")
    history = Repository.open(sample.path).history(last, "office")
    assert next(history)[0].subject == "newest"
    history.close()


def test_a_shallow_clone_knows_its_last_commit_only(sample: Sample, tmp_path: Path) -> None:
    sample.commit({"office/a": "1"}, "first")
    last = sample.commit({"office/b": "1"}, "second")
    sample.git("clone", "--quiet", "--depth=1", sample.path.as_uri(), str(tmp_path / "clone"))
    repository = Repository.open(tmp_path / "clone")
    assert told(repository, last) == [("second", ["+a", "+b"])]
