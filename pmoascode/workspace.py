"""What a command needs to begin: the records of a folder or a revision, the day, the verdict."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pmoascode.commit import Commit
from pmoascode.document import Blob
from pmoascode.finding import CannotRun
from pmoascode.forge import PullRequest
from pmoascode.office import Office, load
from pmoascode.rules import RULES
from pmoascode.verdict import Verdict, judge, judge_change
from pmoascode.worktree import built_in_files, files_in

RECORDS = "portfolio"  # the folder of the records, unless told otherwise


@dataclass(frozen=True)
class Workspace:
    """An office as a command sees it, on a day, at a revision, beside a base where there is one."""

    folder: Path  # of the records, in the working tree
    files: Mapping[str, Blob]
    today: dt.date
    commit: Commit | None = None  # the revision that is shown; None for the working tree
    base: Mapping[str, Blob] | None = None  # the records before the change that is judged
    pull_request: PullRequest | None = None  # who made and approved the change, if it is known

    @cached_property
    def office(self) -> Office:
        """The records, read."""
        return load(self.files, built_in_files())

    @cached_property
    def verdict(self) -> Verdict:
        """What the rules say of the records on the day, or of their change from the base."""
        if self.base is None:
            return judge(self.office, RULES, today=self.today)
        before = load(self.base, built_in_files())
        return judge_change(
            self.office, before, RULES, today=self.today, pull_request=self.pull_request
        )


def of_folder(folder: Path | None = None, today: dt.date | None = None) -> Workspace:
    """The workspace of the files as they are, in the folder or the nearest `portfolio` upwards.

    Raises:
        CannotRun: there are no records.
    """
    folder = (folder or nearest()).absolute()
    return Workspace(folder, files_in(folder), today or utc_today())


def nearest() -> Path:
    """The folder `portfolio` here or above, or the folder above that is an office itself.

    Raises:
        CannotRun: there is none.
    """
    here = Path.cwd()
    for place in (here, *here.parents):
        if (place / RECORDS).is_dir():
            return place / RECORDS
        if (place / "organisation.yaml").is_file():
            return place
    raise CannotRun(
        f"there is no folder {RECORDS} here or above; say where the records are with --records"
    )


def utc_today() -> dt.date:
    """The real day, in UTC."""
    return dt.datetime.now(dt.UTC).date()
