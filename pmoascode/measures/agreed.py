"""Agreed requirements: those that belong to the approved scope."""

from pmoascode.records.requirement import Requirement

_AGREED = ("approved", "implemented", "verified")


def is_agreed(requirement: Requirement) -> bool:
    """Whether the requirement belongs to the approved scope, by its status or its sign-off."""
    if requirement.status == "withdrawn":
        return False
    signed = requirement.approved is not None and requirement.approved.is_granted
    return signed or requirement.status in _AGREED
