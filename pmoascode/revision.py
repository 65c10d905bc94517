"""The workspace of a revision, or of a change from one: whatever a command needs git for."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from pmoascode.commit import Commit
from pmoascode.document import LARGEST, Blob
from pmoascode.finding import CannotRun
from pmoascode.forge import PullRequest, hearsay, read
from pmoascode.repository import Repository
from pmoascode.verdict.code_owners import ALL_PLACES, OwnerFiles
from pmoascode.whereabouts import RECORDS, nearest
from pmoascode.workspace import Workspace, of_folder, utc_today
from pmoascode.worktree import at_hand, content_of, owner_text

_PLAIN = ("100644", "100755")


def opened(
    folder: Path | None = None,
    *,
    at: str | None = None,
    base: str | None = None,
    reviews: Path | None = None,
    today: dt.date | None = None,
) -> Workspace:
    """The workspace of the folder, or of its records at a revision.

    `at` is a revision or a day (year-month-day); a day also sets today unless it is given. `base`
    is the revision that the change is judged against: where the two have gone apart, the commit
    that they have in common. `reviews` is a file with what the forge says of the pull request.

    Raises:
        CannotRun: no records, no repository, no such revision, or nothing in common.
    """
    if at is None and base is None:
        return of_folder(folder, today)
    folder = (folder or nearest()).resolve()
    with Repository.open(folder if folder.is_dir() else folder.parent) as repository:
        below = folder_below(folder, repository)
        workspace = (
            _of_revision(repository, folder, below, at, today) if at else of_folder(folder, today)
        )
        if base is None:
            return workspace
        head = workspace.commit or repository.commit("HEAD")
        start = _start(repository, base, head.id)
        files = repository.files(start, below)
        beside = OwnerFiles(workspace.owner_files.now, _owner_files(repository, start))
        if files and not workspace.files:
            raise CannotRun(f"the change takes away every record of {below}/; this is no review")
        now = workspace.files if at else at_hand(workspace.files)
        past = _read(repository, files, now)
        change = replace(workspace, files=now, base=past, owner_files=beside)
        if reviews:
            return replace(change, pull_request=_pull_request(reviews, head, repository))
        return _with_hearsay(change, start, head, below, repository)


def _with_hearsay(
    change: Workspace, start: str, head: Commit, below: str, repository: Repository
) -> Workspace:
    """The change with what its commits say of themselves, and the records as they left them."""
    said = hearsay(repository.commits_since(start, head.id), head.id, start)
    if said is None:
        return change
    files = repository.files(head.id, below)
    is_same = _ids(files) == _ids(change.files)
    committed = change.files if is_same else _read(repository, files, change.files)
    return replace(change, hearsay=said, committed=committed)


def _ids(files: Mapping[str, Blob]) -> Mapping[str, str]:
    return {path: blob.id for path, blob in files.items()}


def _pull_request(reviews: Path, head: Commit, repository: Repository) -> PullRequest:
    """What the forge says of the pull request whose newest commit is judged.

    A forge checks out a merge of the pull request too, whose second parent that commit is.
    """
    pull_request = read(content_of(reviews))
    if pull_request.head not in (head.id, repository.second_parent(head.id)):
        raise CannotRun(
            f"{reviews} tells of commit {pull_request.head[:12]}, but {head.id[:12]} is judged;"
            " fetch the pull request's facts again"
        )
    return pull_request


def _start(repository: Repository, base: str, head: str) -> str:
    """The id of the commit from which the change goes out."""
    try:
        return repository.merge_base(repository.commit(base).id, head)
    except CannotRun as error:
        if repository.is_shallow:  # which the message has a remedy for
            raise
        hint = "fetch and name the branch that the change is to be merged into"
        raise CannotRun(f"{error}; {hint}, as in --base origin/main") from error


def _of_revision(
    repository: Repository, folder: Path, below: str, at: str, today: dt.date | None
) -> Workspace:
    day = _day(at)
    commit = repository.commit_at(day) if day else repository.commit(at)
    files = repository.files(commit.id, below)
    if not files:
        raise CannotRun(f"revision {at} has no records in {below}/")
    return Workspace(
        folder,
        _read(repository, files),
        today or day or utc_today(),
        commit,
        below=below,
        owner_files=OwnerFiles(_owner_files(repository, commit.id)),
    )


def _day(at: str) -> dt.date | None:
    """The day that the text says; None where it is a revision's name."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", at):
        return None
    try:
        return dt.date.fromisoformat(at)
    except ValueError as error:
        raise CannotRun(f"{at} is no day of the calendar") from error


def _owner_files(repository: Repository, commit_id: str) -> Mapping[str, str]:
    """The text of each CODEOWNERS of the commit; of what is no plain file, nothing."""
    there = repository.named(commit_id, ALL_PLACES)
    return {
        path: owner_text(blob.read()) if blob.mode in _PLAIN and blob.size <= LARGEST else ""
        for path, blob in there.items()
    }


def _read(
    repository: Repository, files: Mapping[str, Blob], known: Mapping[str, Blob] | None = None
) -> Mapping[str, Blob]:
    """The same files with their content at hand, so that the repository can be closed.

    What `known` has under the same id is not asked of git again.
    """
    at_hand = {blob.id: blob.read for blob in (known or {}).values() if blob.id}
    plain = [
        blob
        for blob in files.values()
        if blob.mode == "100644" and blob.size <= LARGEST and blob.id not in at_hand
    ]
    at_hand |= {blob.id: partial(bytes, content) for blob, content in repository.contents(plain)}
    return {
        path: replace(blob, read=at_hand.get(blob.id, blob.read)) for path, blob in files.items()
    }


def folder_below(folder: Path, repository: Repository) -> str:
    """The folder's path from the repository's root; a bare one has the usual folder."""
    if repository.root is None:
        return RECORDS
    below = folder.relative_to(repository.root).as_posix()
    return "" if below == "." else below
