"""The agreed plan: from when on it takes an approved change to move what was promised."""

from pmoascode.office import Office, Work
from pmoascode.records.pid import Pid

_DELIVERED = ("delivery", "closing", "after")


def is_plan_agreed(work: Work, office: Office) -> bool:
    """Whether delivery has begun on an approved initiation document."""
    pid = office.one(Pid, work)
    is_approved = pid is not None and pid.approved is not None and pid.approved.is_granted
    return is_approved and office.stage(work) in _DELIVERED
