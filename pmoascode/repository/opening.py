"""Finds the repository around a folder, and says why when there is none to be read."""

import os
from pathlib import Path

from pmoascode.finding import CannotRun
from pmoascode.repository.command import Command


def opened(path: Path) -> tuple[Command, Path | None, bool]:
    """The command for a repository, its work tree's root (None when bare), whether it is shallow.

    Raises:
        CannotRun: there is no repository, git refuses it, or git is missing or too old.
    """
    folder = Path(os.path.realpath(path))
    if not folder.is_dir():
        raise CannotRun(f"{path} is not a folder")
    command = Command(folder)
    command.require_version()
    answer = command.answer("rev-parse", "--is-shallow-repository", "--show-toplevel")
    if answer.status == 0:
        shallow, _, top = answer.line.partition("\n")
        return _work_tree(folder, Path(top)), Path(top), shallow == "true"
    if "cannot use bare repository" in answer.complaint:
        command, is_shallow = _bare(folder)
        return command, None, is_shallow
    raise command.failure(answer.complaint)


def _work_tree(folder: Path, root: Path) -> Command:
    if root not in (folder, *folder.parents) or not (root / ".git").exists():
        raise CannotRun(
            f"the configuration of the repository around {folder} says that its files lie in "
            f"{root} (core.worktree); such a repository is not read"
        )
    return Command(root)


def _bare(folder: Path) -> tuple[Command, bool]:
    """The command for a bare repository, which must be the folder itself and lie in no work tree.

    One that lies among another repository's files came with them: whoever wrote them, and not the
    operator, says what is in it.
    """
    command = Command(folder, bare=True)
    query = ("--is-bare-repository", "--is-shallow-repository", "--absolute-git-dir")
    answer = command.answer("rev-parse", *query)
    if answer.status != 0:
        raise command.failure(answer.complaint)
    bare, shallow, place = answer.line.split("\n", 2)
    if bare != "true" or Path(place) != folder:
        raise CannotRun(f"{folder} is a folder inside git's own; name the repository's folder")
    if Command(folder.parent).answer("rev-parse", "--show-toplevel").status == 0:
        raise CannotRun(f"the bare repository {folder} lies inside another repository's files")
    return command, shallow == "true"
