"""What readers of the site learn of people: a name, initials or a role, and no more."""

from pmoascode.audience.discretion import Discretion, discretion
from pmoascode.audience.shown import NOT_NAMED, Shown, initials, shown, tells_personal
from pmoascode.audience.withholding import for_readers

__all__ = [
    "NOT_NAMED",
    "Discretion",
    "Shown",
    "discretion",
    "for_readers",
    "initials",
    "shown",
    "tells_personal",
]
