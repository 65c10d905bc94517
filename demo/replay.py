"""Builds the example portfolio as a repository with its history: `python -m demo.replay FOLDER`."""

import sys
from collections.abc import Iterator
from pathlib import Path

from demo.example import Example, example_in
from demo.history import Commit, commits
from demo.repository import NotOurs, make_room, write

ROOT = Path(__file__).resolve().parent.parent
_BESIDE = ("mkdocs.yml", "site")  # what the site of the example is built with

_README = """\
# Thornmere Water: the example portfolio

An invented water company, its programmes and projects, and eighteen months of their history.
People, firms and figures are made up. The example's own day is 10 November 2026:

    pmo check --today 2026-11-10
    pmo build --today 2026-11-10

`git log` tells the story; each commit is one thing that somebody wrote down.
"""


def replay(folder: Path) -> int:
    """Writes the example with its history into the folder; how many commits it has.

    Raises:
        NotOurs: the folder holds something that was not made here.
    """
    example = example_in(ROOT / "portfolio")
    make_room(folder)
    return write(folder, _shown(commits(example)), _beside(), _people(example))


def _people(example: Example) -> dict[str, str]:
    """The id of each person, and the name and address that git shows."""
    people = (file for file in example.files.values() if file.kind == "person")
    return {p.id: f"{p.data['name']} <{p.data['email']}>" for p in people}


def _beside() -> dict[str, bytes]:
    """The files of the repository that are no records."""
    files = {"README.md": _README.encode(), ".gitignore": b"build/\n"}
    for name in _BESIDE:
        place = ROOT / name
        found = sorted(place.rglob("*")) if place.is_dir() else [place]
        files |= {p.relative_to(ROOT).as_posix(): p.read_bytes() for p in found if p.is_file()}
    return files


def _shown(history: Iterator[Commit]) -> Iterator[Commit]:
    """The same commits, with their days on the terminal while they pass."""
    is_terminal = sys.stderr.isatty()
    for commit in history:
        if is_terminal:
            print(f"\r{commit.day}", end="", file=sys.stderr, flush=True)
        yield commit
    if is_terminal:
        print("\r", end="", file=sys.stderr)


def main(arguments: list[str]) -> int:
    """The exit status of the program: 0 done, 2 could not."""
    if len(arguments) != 1 or arguments[0].startswith("-"):
        print("Usage: python -m demo.replay FOLDER", file=sys.stderr)
        return 2
    folder = Path(arguments[0])
    try:
        count = replay(folder)
    except (NotOurs, OSError) as error:
        print(f"The example was not built: {error}", file=sys.stderr)
        return 2
    print(f"The example portfolio with {count} commits is in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
