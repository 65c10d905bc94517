"""The files of a commit, whatever they are called and whatever they are."""

import os
import zlib
from collections.abc import Callable

import pytest

from pmoascode.finding import CannotRun
from pmoascode.repository import Repository
from tests.repository.sample import Make, Sample


def test_files_are_relative_to_the_folder_and_sorted(sample: Sample) -> None:
    name = sample.commit(
        {"office/b.yaml": "b\n", "office/a/z.yaml": "", "office.yaml": "x", "officer/c": "x"}
    )
    with Repository.open(sample.path) as repository:
        files = repository.files(name, "office/")
        assert list(files) == ["a/z.yaml", "b.yaml"]
        blob = files["b.yaml"]
        assert (blob.size, blob.mode, blob.read()) == (2, "100644", b"b\n")
        assert blob.id == sample.git("rev-parse", "HEAD:office/b.yaml")
        assert files["a/z.yaml"].read() == b""


@pytest.mark.parametrize(
    ("folder", "names"),
    [
        ("", ["a.yaml", "office/b.yaml"]),
        (".", ["a.yaml", "office/b.yaml"]),
        ("./office//", ["b.yaml"]),
        ("absent", []),
        ("a.yaml", []),
        ("off", []),
        ("o*", []),
        (":(top)office", []),
        ("--name-only", []),
    ],
)
def test_a_folder_is_taken_literally(folder: str, names: list[str], sample: Sample) -> None:
    name = sample.commit({"a.yaml": "1", "office/b.yaml": "2"})
    repository = Repository.open(sample.path / "office")
    assert list(repository.files(name, folder)) == names
    assert list(repository.last_commits(name, folder)) == names


@pytest.mark.parametrize("folder", ["..", "office/../..", "/etc"])
def test_a_folder_outside_is_refused(folder: str, sample: Sample) -> None:
    name = sample.commit({"a.yaml": "1"})
    with pytest.raises(CannotRun, match="must be named from the repository's root"):
        Repository.open(sample.path).files(name, folder)


NAMES = ["new\nline.yaml", "größe.yaml", "-rf.yaml", ":(top)x.yaml", 'quo"te.yaml', "tab\t.yaml"]


@pytest.mark.parametrize("name", [*NAMES, os.fsdecode(b"latin-\xe9.yaml"), ":100644 a"])
def test_a_strange_name_arrives_whole(name: str, sample: Sample) -> None:
    blob = sample.blob(b"id: x\n")
    commit = sample.commit_tree(f"100644 blob {blob}\t".encode() + os.fsencode(name) + b"\0")
    repository = Repository.open(sample.path)
    assert list(repository.files(commit, "office")) == [name]
    assert list(repository.last_commits(commit, "office")) == [name]
    [(_, changed)] = repository.history(commit, "office")
    assert [(change.path, change.old_id, change.new_id) for change in changed] == [
        (name, None, blob)
    ]


def test_every_mode_is_told(sample: Sample) -> None:
    blob = sample.blob(b"x")
    modes = (f"100755 blob {blob}\trun.sh", f"120000 blob {blob}\tlink")
    entries = "\0".join((*modes, f"160000 commit {'1' * 40}\tmodule", ""))
    files = Repository.open(sample.path).files(sample.commit_tree(entries.encode()), "office")
    assert {name: (blob.mode, blob.size) for name, blob in files.items()} == {
        "link": ("120000", 1),
        "module": ("160000", 0),
        "run.sh": ("100755", 1),
    }
    assert files["link"].read() == b"x"
    with pytest.raises(CannotRun, match=f"cannot read the file content {'1' * 40}"):
        files["module"].read()


def test_a_path_held_twice_is_refused(sample: Sample) -> None:
    one, two = sample.blob(b"1"), sample.blob(b"2")
    commit = sample.commit_tree(f"100644 blob {one}\ta\x00100644 blob {two}\ta\0".encode())
    with pytest.raises(CannotRun, match="holds a path of 'office' twice"):
        Repository.open(sample.path).files(commit, "office")


@pytest.mark.parametrize("content", [b"", b"\n", b"a\0b\n\n", b"x" * 300_000])
def test_contents_arrive_byte_for_byte(content: bytes, sample: Sample) -> None:
    blob = sample.blob(content)
    entries = "".join(f"100644 blob {blob}\tf{n:03}\0" for n in range(100))
    with Repository.open(sample.path) as repository:
        files = repository.files(sample.commit_tree(entries.encode()), "office")
        assert files["f001"].read() == content
        assert files["f002"].size == len(content)
        assert list(repository.contents(files.values())) == [
            (blob, content) for blob in files.values()
        ]


def test_contents_left_early_do_not_disturb_the_next(sample: Sample) -> None:
    name = sample.commit({f"f{n:03}": str(n) for n in range(200)})
    with Repository.open(sample.path) as repository:
        files = repository.files(name, "")
        contents = repository.contents(files.values())
        assert next(contents)[1] == b"0"
        contents.close()
        assert files["f150"].read() == b"150"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_a_forked_process_reads_for_itself(sample: Sample) -> None:
    name = sample.commit({"a": "1", "b": "2"})
    with Repository.open(sample.path) as repository:
        files = repository.files(name, "")
        assert files["a"].read() == b"1"
        child = os.fork()
        if child == 0:
            os._exit(0 if files["b"].read() == b"2" else 1)
        assert os.waitpid(child, 0)[1] == 0
        assert files["b"].read() == b"2"


def _garbage(content: bytes) -> bytes:
    return b"garbage" + content


def _other_text(content: bytes) -> bytes:
    return zlib.compress(zlib.decompress(content).replace(b"true", b"fals"))


@pytest.mark.parametrize("damage", [_garbage, _other_text])
def test_a_damaged_content_is_refused(damage: Callable[[bytes], bytes], sample: Sample) -> None:
    name = sample.commit({"a": "approved: true", "b": "sound"})
    blob_id = sample.git("rev-parse", "HEAD:a")
    with Repository.open(sample.path) as repository:
        files = repository.files(name, "")
        stored = sample.path / ".git" / "objects" / blob_id[:2] / blob_id[2:]
        stored.chmod(0o644)
        stored.write_bytes(damage(stored.read_bytes()))
        with pytest.raises(CannotRun, match=f"{blob_id}: it is damaged or missing"):
            files["a"].read()
        with pytest.raises(CannotRun, match=f"{blob_id}: it is damaged or missing"):
            list(repository.contents(files.values()))
        assert files["b"].read() == b"sound"


def test_a_missing_tree_is_told_by_each_reader(sample: Sample) -> None:
    sample.commit({"office/a": "1"})
    name = sample.commit({"office/a": "2"})
    tree = sample.git("rev-parse", "HEAD:office")
    (sample.path / ".git" / "objects" / tree[:2] / tree[2:]).unlink()
    repository = Repository.open(sample.path)
    with pytest.raises(CannotRun, match=r"^git could not read the repository at "):
        repository.files(name, "office")
    with pytest.raises(CannotRun, match=r"^git could not read the repository at "):
        list(repository.history(name, "office"))


def test_a_missing_content_is_told(sample: Sample) -> None:
    name = sample.commit({"a": "1"})
    blob = sample.git("rev-parse", "HEAD:a")
    (sample.path / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    with pytest.raises(CannotRun):
        Repository.open(sample.path).files(name, "")


def test_a_repository_of_long_ids_is_read(make: Make) -> None:
    sample = make("long", "--object-format=sha256")
    name = sample.commit({"a": "1"})
    with Repository.open(sample.path) as repository:
        assert repository.files(name, "")["a"].read() == b"1"
        assert repository.last_commits(name, "")["a"].id == name
