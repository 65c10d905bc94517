"""Change control: whether somebody with the power to do so has agreed to a changed value."""

import datetime as dt
from typing import Any

from pmoascode.change import FieldChange
from pmoascode.office import Office, Work
from pmoascode.records.change_request import ChangeRequest
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.records.record import Keys, Record


def path(record: Record, keys: Keys) -> str:
    """The value as change requests name it, as in `project.milestones.go-live.baseline`."""
    return ".".join(str(key) for key in (record.kind, *record.keys, *keys))


def is_permitted(record: Record, change: FieldChange, office: Office) -> bool:
    """Whether an approved change request of the same work names the value, the old and the new."""
    work = _work(record, office)
    requests = office.within(ChangeRequest, work) if work else ()
    wanted = (path(record, change.keys), _plain(change.old), _plain(change.new))
    return any(
        (each.path, _plain(each.old), _plain(each.new)) == wanted
        for request in requests
        if request.is_approved and request.status != "withdrawn"
        for each in request.changes
    )


def _work(record: Record, office: Office) -> Work | None:
    return record if isinstance(record, Project | Programme) else office.owner(record)


def _plain(value: Any) -> Any:
    """The value in one spelling: a request has texts where the record has dates and shares."""
    if value is None or isinstance(value, bool | int | float) or hasattr(value, "quantize"):
        return value
    if isinstance(value, dt.date):
        return value.isoformat()
    return "".join(str(value).split())
