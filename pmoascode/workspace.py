"""What a command needs to begin: the records of a folder or a revision, the day, the verdict."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pmoascode.document import Blob
from pmoascode.finding import CannotRun
from pmoascode.office import Office, load
from pmoascode.repository import Commit, Repository
from pmoascode.rules import RULES
from pmoascode.verdict import Verdict, judge
from pmoascode.worktree import built_in_files, files_in

RECORDS = "portfolio"  # the folder of the records, unless told otherwise


@dataclass(frozen=True)
class Workspace:
    """An office as a command sees it, on a day, at a revision."""

    folder: Path  # of the records, in the working tree
    files: Mapping[str, Blob]
    today: dt.date
    commit: Commit | None = None  # the revision that is shown; None for the working tree

    @cached_property
    def office(self) -> Office:
        """The records, read."""
        return load(self.files, built_in_files())

    @cached_property
    def verdict(self) -> Verdict:
        """What the rules say of the records on the day."""
        return judge(self.office, RULES, today=self.today)


def opened(
    folder: Path | None = None, *, at: str | None = None, today: dt.date | None = None
) -> Workspace:
    """The workspace of the folder, or of the nearest folder `portfolio` upwards.

    `at` is a revision or a day (year-month-day); a day also sets today unless it is given.

    Raises:
        CannotRun: no records, no repository, or no such revision.
    """
    folder = (folder or _nearest()).absolute()
    if at is None:
        return Workspace(folder, files_in(folder), today or _utc_today())
    return _at_revision(folder, at, today)


def _at_revision(folder: Path, at: str, today: dt.date | None) -> Workspace:
    repository = Repository.open(folder if folder.is_dir() else folder.parent)
    day = dt.date.fromisoformat(at) if re.fullmatch(r"\d{4}-\d\d-\d\d", at) else None
    commit = repository.commit_at(day) if day else repository.commit(at)
    below = folder.relative_to(repository.root) if repository.root else Path(RECORDS)
    files = repository.files(commit.id, below.as_posix())
    if not files:
        raise CannotRun(f"revision {at} has no records in {below.as_posix()}/")
    return Workspace(folder, files, today or day or _utc_today(), commit)


def _nearest() -> Path:
    here = Path.cwd()
    for place in (here, *here.parents):
        if (place / RECORDS).is_dir():
            return place / RECORDS
        if (place / "organisation.yaml").is_file():
            return place
    raise CannotRun(
        f"there is no folder {RECORDS} here or above; say where the records are with --records"
    )


def _utc_today() -> dt.date:
    return dt.datetime.now(dt.UTC).date()
