"""Change control: what a change request names, and what of its impact nobody has assessed."""

from pmoascode.records.change_request import ChangeRequest
from pmoascode.records.record import Keys, Record

_DIMENSIONS = ("time", "cost", "scope", "quality", "benefits", "risk")


def path(record: Record, keys: Keys) -> str:
    """The value as change requests name it, as in `project.milestones.go-live.baseline`."""
    return ".".join(str(key) for key in (record.kind, *record.keys, *keys))


def unassessed(request: ChangeRequest) -> tuple[str, ...]:
    """The dimensions of which the request does not say what it does to them."""
    return tuple(name for name in _DIMENSIONS if getattr(request.impact, name, None) is None)
