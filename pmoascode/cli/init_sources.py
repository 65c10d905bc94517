"""Where an office that begins can take from what it is not told: git, and the installed program."""

from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from pmoascode import __version__
from pmoascode.finding import CannotRun
from pmoascode.forge import browsable
from pmoascode.repository import Repository, configured
from pmoascode.starting import Program, Shipped, Someone, program, tidy
from pmoascode.worktree import PACKAGED, built_in_files, content_of, files_in


class _Vcs(msgspec.Struct):
    commit_id: str = ""


class _Origin(msgspec.Struct):
    """How pip says where a package came from (PEP 610)."""

    url: str
    vcs_info: _Vcs | None = None


def installed_program() -> Program | None:
    """Where the installed program came from; None where pip took it from no repository."""
    try:
        said = distribution("pmoascode").read_text("direct_url.json") or ""
        origin = msgspec.json.decode(said, type=_Origin)
    except (PackageNotFoundError, msgspec.MsgspecError, OSError):
        return None
    place = urlsplit(browsable(origin.url))
    host = place.netloc.rpartition("@")[2]  # without a name and a password
    address = f"{place.scheme}://{host}{place.path}"
    found = program(f"{address}@{origin.vcs_info.commit_id}") if origin.vcs_info else None
    return found and Program(found.address, found.commit, __version__)


def shipped() -> Shipped:
    """What comes with the program for an office that begins."""
    pipeline = content_of(PACKAGED / "templates/gitlab/pmo.gitlab-ci.yml").decode()
    return Shipped(built_in_files(), files_in(PACKAGED / "portfolio"), pipeline)


def git_user(folder: Path) -> Someone | None:
    """Whoever git takes for the author of a change here; None where it was not told."""
    place = _there(folder)
    name = tidy(configured(place, "user.name"))
    return Someone(name, tidy(configured(place, "user.email"))) if name else None


def remote(folder: Path) -> str:
    """The address of the remote repository of the folder; empty where there is none."""
    try:
        with Repository.open(_there(folder)) as repository:
            return repository.remote_url or ""
    except CannotRun:
        return ""


def _there(folder: Path) -> Path:
    """The folder, or the nearest above it that is there."""
    return next(each for each in (folder, *folder.parents) if each.is_dir())
