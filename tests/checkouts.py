"""A repository with an office, a pull request to it, and checkouts of it as a forge makes them."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

VALID = Path(__file__).parent / "valid_office"
DAY = "2026-11-10"
ACTIONS = "portfolio/projects/apollo/actions.yaml"
MORE = "see-law:\n  do: Read the law\n  owner: tom-berg\n  due: 2026-12-01\n  done: 2026-11-09\n"
BROKEN = "name: Juno\nstatus: actve\n"


def git(*words: str, cwd: Path) -> str:
    """What git says, run as Tom Berg and apart from the machine's own settings."""
    by = ("-c", "user.name=Tom Berg", "-c", "user.email=tom.berg@harbour.example")
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(
        ["git", *by, *words], cwd=cwd, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


@dataclass(frozen=True)
class Origin:
    """The repository, with its commits by what they are."""

    folder: Path
    first: str  # the main branch when the pull request was opened
    main: str  # the main branch now: somebody else's broken record has got in
    head: str  # the newest commit of the pull request
    merge: str  # what the forge made of both for this run

    def checkout(self, into: Path, *options: str, commit: str = "") -> Path:
        """A clone with the merge commit, or another, checked out."""
        into.mkdir()
        git("init", "-q", cwd=into)
        wanted = commit or self.merge
        source = self.folder.as_uri()
        git("fetch", "-q", "--no-tags", *options, source, wanted, cwd=into)
        git("checkout", "-q", "--detach", wanted, cwd=into)
        return into


def origin(folder: Path, *, change: dict[str, str] | None = None) -> Origin:
    """The repository of the valid office and a pull request that changes these files."""
    shutil.copytree(VALID, folder / "portfolio")
    git("init", "-q", "-b", "main", cwd=folder)
    git("config", "uploadpack.allowAnySHA1InWant", "true", cwd=folder)
    first = _committed(folder, {})
    git("switch", "-q", "-c", "change", cwd=folder)
    text = (folder / ACTIONS).read_text(encoding="utf-8")
    head = _committed(folder, {ACTIONS: text + MORE, **(change or {})})
    git("switch", "-q", "main", cwd=folder)
    main = _committed(folder, {"portfolio/projects/juno/project.yaml": BROKEN})
    git("switch", "-q", "--detach", "main", cwd=folder)
    git("merge", "-q", "--no-ff", "-m", "Merge", "change", cwd=folder)
    return Origin(folder, first, main, head, git("rev-parse", "HEAD", cwd=folder))


def _committed(folder: Path, files: dict[str, str]) -> str:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    git("add", "-A", cwd=folder)
    git("commit", "-q", "-m", "Change", cwd=folder)
    return git("rev-parse", "HEAD", cwd=folder)
