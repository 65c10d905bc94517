"""What readers of the site learn: which records, and of people a name, initials or a role."""

from pmoascode.audience.discretion import Discretion, discretion
from pmoascode.audience.edition import Edition, edition
from pmoascode.audience.redaction import Redaction
from pmoascode.audience.shown import NOT_NAMED, Shown, initials, shown, tells_personal
from pmoascode.audience.withholding import for_readers

__all__ = [
    "NOT_NAMED",
    "Discretion",
    "Edition",
    "Redaction",
    "Shown",
    "discretion",
    "edition",
    "for_readers",
    "initials",
    "shown",
    "tells_personal",
]
