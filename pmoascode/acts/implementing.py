"""An approved change request carried out: every value that it names becomes as it says."""

import datetime as dt
from typing import Any

from pmoascode.acts.change_paths import located
from pmoascode.acts.draft import Draft
from pmoascode.acts.drafting import Drafting
from pmoascode.document import Files
from pmoascode.edit.copying import MISSING, found
from pmoascode.finding import CannotRun
from pmoascode.office import Office
from pmoascode.office.naming import record_name
from pmoascode.records.change_request import Change, ChangeRequest


def implemented(office: Office, files: Files, request: ChangeRequest, day: dt.date) -> Draft:
    """The values as the request has them, and the request marked as implemented on the day.

    Raises:
        CannotRun: it is not approved, is done already, or a value is not as the request expects.
    """
    name = record_name(request, office)
    if not request.is_approved:
        raise CannotRun(f"{name} is not approved; `pmo approve` records the decision")
    if not request.is_open:
        raise CannotRun(f"{name} is no longer open: it is {request.status}")
    drafting = Drafting(files)
    folder = request.path.rpartition("/")[0]
    for change in request.changes:
        _make(drafting, change, folder)
    drafting.set(request.path, (*request.keys, "status"), "implemented")
    drafting.set(request.path, (*request.keys, "implemented"), day.isoformat())
    count = len(request.changes)
    drafting.say(f"{name} is implemented: {count} value{'' if count == 1 else 's'} changed.")
    return drafting.draft


def _make(drafting: Drafting, change: Change, folder: str) -> None:
    where = located(drafting, change.path, folder)
    if where is None:
        raise CannotRun(f"{folder} has no file for `{change.path}`")
    path, keys = where
    now: Any = found(drafting.data(path), keys)
    now = None if now is MISSING else now
    if now == change.new:
        return
    if now != change.old:
        raise CannotRun(
            f"`{change.path}` is {now}, but the request moves it from {change.old}; "
            "a new request must name what it is now"
        )
    if change.new is None:
        drafting.remove(path, keys)
    else:
        drafting.set(path, keys, change.new)
