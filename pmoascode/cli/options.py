"""Options that several commands share."""

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from pmoascode.workspace import Workspace, of_folder

F = TypeVar("F", bound=Callable[..., Any])


class Day(click.ParamType[dt.date]):
    """A day as year-month-day."""

    name = "day"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> dt.date:
        """The day that the text says."""
        if isinstance(value, dt.date):
            return value
        try:
            if not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
                raise ValueError(value)
            return dt.date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no day as year-month-day, such as 2026-11-23", param, ctx)


records = click.option(
    "--records",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help="Folder of the records; the nearest `portfolio` if left out.",
)
today = click.option(
    "--today",
    type=Day(),
    metavar="DAY",
    help="The day to judge on, as 2026-11-23; today (UTC) if left out.",
)
at = click.option(
    "--at",
    metavar="REV|DAY",
    help="A revision of the repository, or a day, instead of the files as they are.",
)
audience = click.option(
    "--audience",
    default="",
    metavar="NAME",
    help="Make the edition for this audience of the policy, without what it does not get.",
)
since = click.option(
    "--since",
    default="",
    metavar="REV|DAY",
    help="Also tell what changed since this revision or day.",
)


def of_workspace(command: F) -> F:
    """Gives a command the options that choose the records, the revision and the day."""
    return records(at(today(command)))


def opened(folder: Path | None, at: str | None, today: dt.date | None) -> Workspace:
    """The workspace; git is loaded only for a revision, since that takes a tenth of a second.

    Raises:
        CannotRun: no records, no repository, or no such revision.
    """
    if at is None:
        return of_folder(folder, today)
    from pmoascode import revision

    return revision.opened(folder, at=at, today=today)
