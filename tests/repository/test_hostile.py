"""Nothing that a repository or the environment names is executed or believed."""

from datetime import date
from pathlib import Path

import pytest

from pmoascode.document import Blob
from pmoascode.finding import CannotRun
from pmoascode.repository import Repository
from tests.repository.sample import Make, Sample


def use_everything(path: Path) -> None:
    """Call all there is to call."""
    with Repository.open(path) as repository:
        head = repository.commit("HEAD")
        assert repository.commit_at(date(2030, 1, 1)).id == head.id
        files = repository.files(head.id, "office")
        assert [blob.read() for blob in files.values()] == [b"2"]
        assert [content for _, content in repository.contents(files.values())] == [b"2"]
        assert [len(changed) for _, changed in repository.history(head.id, "office")] == [1, 1]
        assert list(repository.last_commits(head.id, "office")) == ["a"]
        assert repository.merge_base("HEAD", "HEAD") == head.id
        assert repository.branch == "main"
        assert not repository.head_is_unborn
        assert repository.remote_url is not None


SETTINGS = [
    ("core.fsmonitor", "{program}"),
    ("core.hooksPath", "{hooks}"),
    ("core.pager", "{program}"),
    ("pager.log", "true"),
    ("core.sshCommand", "{program}"),
    ("core.askPass", "{program}"),
    ("core.editor", "{program}"),
    ("core.alternateRefsCommand", "{program}"),
    ("credential.helper", "{program}"),
    ("gpg.program", "{program}"),
    ("log.showSignature", "true"),
    ("log.showRoot", "false"),
    ("log.diffMerges", "off"),
    ("log.follow", "true"),
    ("log.decorate", "full"),
    ("log.mailmap", "true"),
    ("color.ui", "always"),
    ("diff.external", "{program}"),
    ("diff.evil.textconv", "{program}"),
    ("diff.evil.command", "{program}"),
    ("diff.orderFile", "/nowhere"),
    ("diff.ignoreSubmodules", "all"),
    ("diff.relative", "true"),
    ("filter.evil.smudge", "{program}"),
    ("filter.evil.process", "{program}"),
    ("core.abbrev", "5"),
    ("core.quotePath", "true"),
    ("i18n.logOutputEncoding", "UTF-16"),
    ("alias.log", "!{program}"),
    ("alias.ls-tree", "!{program}"),
    ("remote.origin.url", "ext::{program}"),
    ("remote.origin.promisor", "true"),
    ("remote.origin.uploadpack", "{program}"),
    ("protocol.ext.allow", "always"),
    ("protocol.allow", "always"),
]


def armed(sample: Sample, tmp_path: Path) -> Path:
    """A repository whose every setting names a program; the file that this program would make."""
    canary, program = tmp_path / "canary", tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch '{canary}'\n", encoding="utf-8")
    program.chmod(0o755)
    sample.commit({"office/a": "1", ".gitattributes": "* diff=evil filter=evil\n"})
    sample.commit({"office/a": "2"})
    text = sample.git("cat-file", "commit", "HEAD")
    author, _, message = text.partition("\n\n")
    signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n aaaa\n -----END PGP SIGNATURE-----"
    signed = f"{author}\n{signature}\n\n{message}\n".encode()
    name = sample.git("hash-object", "-t", "commit", "-w", "--stdin", stdin=signed)
    sample.git("update-ref", "refs/heads/main", name)
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for hook in ("post-index-change", "reference-transaction", "fsmonitor-watchman"):
        (hooks / hook).symlink_to(program)
    for setting, value in SETTINGS:
        sample.git("config", setting, value.format(program=program, hooks=hooks))
    return canary


def test_no_configured_program_is_started(sample: Sample, tmp_path: Path) -> None:
    canary = armed(sample, tmp_path)
    use_everything(sample.path)
    assert not canary.exists()
    sample.git("log", "-1", "--format=%H")
    assert canary.exists(), "the trap itself does not work"


def test_a_missing_object_is_not_fetched(sample: Sample, tmp_path: Path) -> None:
    canary = armed(sample, tmp_path)
    sample.git("config", "core.repositoryFormatVersion", "1")
    sample.git("config", "extensions.partialClone", "origin")
    blob = sample.git("rev-parse", "HEAD:office/a")
    (sample.path / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    repository = Repository.open(sample.path)
    with pytest.raises(CannotRun, match=f"{blob} is missing"):
        repository.files(repository.commit("HEAD").id, "office")
    missing = Blob(blob, 1, lambda: b"")
    with pytest.raises(CannotRun, match=f"{blob}: it is damaged or missing"):
        list(repository.contents([missing]))
    assert not canary.exists()


def test_git_variables_do_not_lead_elsewhere(
    make: Make, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    here, there = make("here"), make("there")
    name = here.commit({"office/a": "here"})
    there.commit({"office/a": "there"})
    for variable, value in {
        "GIT_DIR": str(there.path / ".git"),
        "GIT_WORK_TREE": str(there.path),
        "GIT_OBJECT_DIRECTORY": str(there.path / ".git" / "objects"),
        "GIT_INDEX_FILE": str(tmp_path / "no-index"),
        "GIT_TRACE": str(tmp_path / "trace"),
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "core.bare",
        "GIT_CONFIG_VALUE_0": "true",
    }.items():
        monkeypatch.setenv(variable, value)
    with Repository.open(here.path) as repository:
        assert repository.root == here.path
        assert repository.commit("HEAD").id == name
        assert repository.files(name, "office")["a"].read() == b"here"
    assert not (tmp_path / "trace").exists()


def test_replaced_and_grafted_commits_are_not_believed(sample: Sample) -> None:
    first = sample.commit({"office/a": "1"}, "first")
    second = sample.commit({"office/a": "2"}, "second")
    third = sample.commit({"office/a": "3"}, "third")
    sample.git("replace", third, first)
    (sample.path / ".git" / "info").mkdir(exist_ok=True)
    (sample.path / ".git" / "info" / "grafts").write_text(f"{third} {first}\n", encoding="utf-8")
    repository = Repository.open(sample.path)
    assert repository.commit("HEAD").subject == "third"
    history = repository.history(third, "office")
    assert [commit.id for commit, _ in history] == [third, second, first]


def test_a_lock_left_behind_does_not_matter(sample: Sample) -> None:
    name = sample.commit({"office/a": "1"})
    (sample.path / ".git" / "index.lock").touch()
    assert list(Repository.open(sample.path).files(name, "office")) == ["a"]


def test_reading_writes_nothing(sample: Sample) -> None:
    sample.commit({"office/a": "1"})
    sample.commit({"office/a": "2"})
    sample.git("remote", "add", "origin", "https://git.example.org/pmo.git")
    before = {path: path.stat().st_mtime_ns for path in sample.path.rglob("*")}
    use_everything(sample.path)
    assert {path: path.stat().st_mtime_ns for path in sample.path.rglob("*")} == before


def test_only_a_full_commit_id_is_taken(sample: Sample) -> None:
    sample.commit({"office/a": "1"})
    with pytest.raises(ValueError, match="not a full commit id: '--output=x'"):
        Repository.open(sample.path).files("--output=x", "office")
