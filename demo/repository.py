"""A new git repository that holds a history, written in one stream."""

import datetime as dt
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from demo.history import Commit

MARKER = "replayed-example"  # lies in .git and says that the repository may be replaced
_MINUTES = 7  # between two commits of one day


class NotOurs(Exception):
    """The folder holds something that was not made here."""


def make_room(folder: Path) -> None:
    """An empty folder; an earlier replay in it is removed.

    Raises:
        NotOurs: there is something else in the folder.
    """
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise NotOurs(f"{folder} is no folder")
    if folder.exists() and any(folder.iterdir()):
        if not (folder / ".git" / MARKER).is_file():
            raise NotOurs(f"{folder} holds something else; empty it or name another folder")
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)


def write(
    folder: Path,
    commits: Iterable[Commit],
    first: Mapping[str, bytes],
    people: Mapping[str, str],
) -> int:
    """Writes the history and puts its last state into the folder; how many commits it has.

    `first` are the files beside the records, from the first commit on; `people` maps the id of an
    author to the name and address that git shows.
    """
    _git(folder, "init", "--quiet", "--initial-branch=main")
    (folder / ".git" / MARKER).touch()
    stream = list(_stream(commits, first, people))
    _git(folder, "fast-import", "--quiet", "--done", fed=b"".join(stream))
    _git(folder, "reset", "--quiet", "--hard")
    return sum(part.startswith(b"commit ") for part in stream)


def _stream(
    commits: Iterable[Commit], first: Mapping[str, bytes], people: Mapping[str, str]
) -> Iterator[bytes]:
    """The history in the language of `git fast-import`."""
    day, nth = "", 0
    more = dict(first)
    for number, commit in enumerate(commits, start=1):
        nth = nth + 1 if commit.day == day else 0
        day = commit.day
        files = more | {f"portfolio/{path}": content for path, content in commit.files}
        who = f"{people[commit.author]} {_seconds(day, nth)} +0000"
        head = f"commit refs/heads/main\nmark :{number}\nauthor {who}\ncommitter {who}\n"
        yield head.encode() + _data(commit.message.encode())
        for path, content in sorted(files.items()):
            yield f"M 100644 inline {path}\n".encode() + _data(content)
        more = {}
    yield b"done\n"


def _data(content: bytes) -> bytes:
    return b"data %d\n%s\n" % (len(content), content)


def _seconds(day: str, nth: int) -> int:
    """Nine o'clock on the day, and some minutes later for each further commit."""
    start = dt.datetime.fromisoformat(f"{day}T09:00:00+00:00")
    return int((start + dt.timedelta(minutes=_MINUTES * nth)).timestamp())


def _git(folder: Path, *arguments: str, fed: bytes = b"") -> None:
    """Runs git in the folder, with no configuration but the repository's own."""
    environment = {
        "PATH": _path(),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": "/dev/null",
        "GIT_TERMINAL_PROMPT": "0",
        "LC_ALL": "C",
    }
    subprocess.run(["git", "-C", str(folder), *arguments], input=fed, check=True, env=environment)


def _path() -> str:
    git = shutil.which("git")
    if git is None:
        raise FileNotFoundError("git is not installed")
    return str(Path(git).parent)
