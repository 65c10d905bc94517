"""Pull requests as branches of a real repository, each with what GitHub would tell of it."""

import json
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from tests.gate.requests import BASE, VALID, account, text

FOLDER = "portfolio/"
BEGUN = 1_793_700_000  # seconds of the first commit, in November 2026


class Entry(NamedTuple):
    """What git can hold besides a plain file: a link, a submodule, a program."""

    mode: str
    content: str = "0123456789012345678901234567890123456789"  # or the commit of a submodule


Files = Mapping[
    str, str | bytes | Entry
]  # below the records; "/name" is beside them; "" takes away


class Push(NamedTuple):
    """One more commit, by the account of `by`; `name` is whom its git author line names."""

    by: str
    files: Files = MappingProxyType({})
    name: str = ""


@dataclass(frozen=True)
class Pull:
    """One pull request: its files, who opened it, who approved what."""

    files: Files
    by: str = "tom-berg"
    approved: tuple[str, ...] = ()
    before: Files = field(default_factory=dict)  # laid over the valid office in the base
    then: tuple[Push, ...] = ()
    approved_first: tuple[str, ...] = ()  # approvals of its first commit
    taken_back: tuple[tuple[str, str], ...] = ()  # person and state of a later review
    meanwhile: Files = field(default_factory=dict)  # what the base got after the branch began
    merges: bool = False  # the branch merges the base at its end


def edit(path: str, *changes: tuple[str, str]) -> dict[str, str | bytes | Entry]:
    """The file of the valid office with texts replaced; each must be there."""
    content = text(path)
    for old, new in changes:
        assert old in content, f"{path} has no {old!r}"
        content = content.replace(old, new)
    return {path: content}


def added(path: str, more: str) -> dict[str, str | bytes | Entry]:
    """The file of the valid office, or a new one, with more at its end."""
    return {path: (text(path) if path in VALID else "") + more}


class Repository:
    """The repository in a folder: `main` is the valid office, and each pull request a branch."""

    def __init__(self, folder: Path, pulls: Mapping[str, Pull]) -> None:
        self.folder = folder
        self._stream = bytearray()
        self._mark = 0
        self._pulls = {name: (number, pull) for number, (name, pull) in enumerate(pulls.items())}
        self._commits: dict[str, list[int]] = {}
        main = self._commit("main", "ana-keller", {path: text(path) for path in VALID})
        for name in pulls:
            self._write(name, main)
        self._shas = self._import()

    def base(self, name: str) -> str:
        """The branch that the pull request is to be merged into."""
        number, pull = self._pulls[name]
        return f"base-{number}" if pull.before or pull.meanwhile else "main"

    def branch(self, name: str) -> str:
        """The branch of the pull request."""
        return f"pull-{self._pulls[name][0]}"

    def reviews(self, name: str, path: Path) -> Path:
        """What GitHub tells of the pull request, written to the path."""
        path.write_text(json.dumps(self._told(name)), encoding="utf-8")
        return path

    def _write(self, name: str, main: int) -> None:
        pull, branch, base = self._pulls[name][1], self.branch(name), self.base(name)
        start = self._commit(base, "ana-keller", pull.before, main) if pull.before else main
        made = [self._commit(branch, pull.by, pull.files, start)]
        for push in pull.then:
            made.append(self._commit(branch, push.name or push.by, push.files, made[-1]))
        if pull.meanwhile:
            newer = self._commit(base, "ana-keller", pull.meanwhile, start)
            if pull.merges:
                merged = {**pull.meanwhile, **pull.files}
                made.append(self._commit(branch, pull.by, merged, made[-1], newer))
        self._commits[name] = made

    def _commit(self, branch: str, by: str, files: Files, start: int = 0, merged: int = 0) -> int:
        self._mark += 1
        who = f"{by} <{_address(by)}> {BEGUN + self._mark} +0000"
        lines = [f"commit refs/heads/{branch}", f"mark :{self._mark}", f"committer {who}"]
        self._stream += "\n".join([*lines, "data 6", "Change", ""]).encode()
        self._stream += f"from :{start}\n".encode() if start else b""
        self._stream += f"merge :{merged}\n".encode() if merged else b""
        for line in _changes(files):
            self._stream += line
        return self._mark

    def _import(self) -> Mapping[int, str]:
        marks = self.folder / "marks"
        self.git("init", "--quiet", "--initial-branch=main")
        self.git("fast-import", "--quiet", f"--export-marks={marks}", stream=bytes(self._stream))
        self.git("reset", "--quiet", "--hard")
        pairs = (line.split() for line in marks.read_text(encoding="utf-8").splitlines())
        return {int(mark[1:]): sha for mark, sha in pairs}

    def git(self, *words: str, stream: bytes = b"") -> None:
        """Runs git in the folder."""
        subprocess.run(
            ["git", "-C", str(self.folder), *words], input=stream, check=True, capture_output=True
        )

    def _told(self, name: str) -> dict[str, Any]:
        pull = self._pulls[name][1]
        shas = [self._shas[mark] for mark in self._commits[name]]
        by = [pull.by, *(push.by for push in pull.then), pull.by]
        names = [pull.by, *(push.name or push.by for push in pull.then), pull.by]
        said = [
            *((login, "APPROVED", shas[0]) for login in pull.approved_first),
            *((login, "APPROVED", shas[-1]) for login in pull.approved),
            *((login, state, shas[-1]) for login, state in pull.taken_back),
        ]
        return {
            "pull_request": {
                "number": 7,
                "user": _user(pull.by),
                "head": {"sha": shas[-1]},
                "base": {"sha": shas[0]},
                "commits": len(shas),
            },
            "reviews": [_review(number, *each) for number, each in enumerate(said)],
            "commits": [_told_commit(*each) for each in zip(shas, by, names, strict=False)],
        }


def _changes(files: Files) -> Iterator[bytes]:
    """The files as `git fast-import` takes them, those taken away first."""
    for path in (path for path, content in files.items() if not content):
        yield f"D {_quoted(path)}\n".encode()
    for path, content in files.items():
        mode, held = content if isinstance(content, Entry) else ("100644", content)
        if mode == "160000":
            yield f"M {mode} {held!s} {_quoted(path)}\n".encode()
        elif held:
            data = held.encode() if isinstance(held, str) else held
            yield f"M {mode} inline {_quoted(path)}\ndata {len(data)}\n".encode() + data + b"\n"


def _quoted(path: str) -> str:
    whole = path[1:] if path.startswith("/") else FOLDER + path
    return '"' + whole.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _address(person: str) -> str:
    known = BASE.person(person)
    return known.email if known and known.email else f"{person}@elsewhere.example"


def _user(login: str) -> dict[str, Any]:
    known = account(login)
    return {"login": login, "id": known.id, "type": "Bot" if known.is_bot else "User"}


def _review(number: int, login: str, state: str, sha: str) -> dict[str, Any]:
    when = f"2026-11-10T09:{number:02}:00Z"
    return {"user": _user(login), "state": state, "commit_id": sha, "submitted_at": when}


def _told_commit(sha: str, by: str, name: str) -> dict[str, Any]:
    line = {"name": name, "email": _address(name)}
    return {
        "sha": sha,
        "commit": {"author": line, "committer": line, "verification": {"verified": False}},
        "author": _user(by),
        "committer": _user(by),
        "parents": [],
    }
