"""A real repository for a test, made with plain git."""

import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Sample:
    """A repository of a test and the git that fills it."""

    path: Path

    def git(self, *arguments: str, stdin: bytes | None = None, at: str = "2026-03-01") -> str:
        """Run git on a day, away from the machine's own configuration."""
        moment = f"{at}T12:00:00 +0000"
        environment = {n: v for n, v in os.environ.items() if not n.startswith("GIT_")} | {
            "GIT_AUTHOR_DATE": moment,
            "GIT_COMMITTER_DATE": moment,
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
        }
        identity = ("-c", "user.name=Ada Example", "-c", "user.email=ada@example.org")
        ran = subprocess.run(
            ["git", *identity, "-C", str(self.path), *arguments],
            input=stdin,
            capture_output=True,
            check=True,
            env=environment,
        )
        return os.fsdecode(ran.stdout).strip()

    def write(self, files: dict[str, str]) -> None:
        """Put texts into the work tree."""
        for name, text in files.items():
            (self.path / name).parent.mkdir(parents=True, exist_ok=True)
            (self.path / name).write_text(text, encoding="utf-8")

    def commit(self, files: dict[str, str], subject: str = "work", at: str = "2026-03-01") -> str:
        """Commit texts; the id of the commit."""
        self.write(files)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "-m", subject, at=at)
        return self.git("rev-parse", "HEAD")

    def blob(self, content: bytes) -> str:
        """Store a content; its id."""
        return self.git("hash-object", "-w", "--stdin", stdin=content)

    def commit_tree(self, entries: bytes) -> str:
        """Commit entries as `git mktree -z` takes them below the folder `office`."""
        tree = self.git("mktree", "-z", "--missing", stdin=entries)
        top = self.git("mktree", "-z", stdin=f"040000 tree {tree}\toffice\0".encode())
        return self.git("commit-tree", "-m", "made", top)


Make = Callable[..., Sample]  # by name; further arguments go to `git init`
