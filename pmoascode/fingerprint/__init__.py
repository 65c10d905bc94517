"""The fingerprint of a record: what an approval is about, pinned in sixteen hexadecimal digits.

It covers the fields that the kind's schema marks `x-approved`: baseline, scope, justification. So
forecasts, actual dates, layout and comments never change it, and whatever was approved does.
"""

from pmoascode.fingerprint.fingerprint import (
    LENGTH,
    ApprovedChange,
    approved_values,
    changed_since,
    fingerprint,
    fingerprint_of_register,
)
from pmoascode.fingerprint.marks import approved_fields
from pmoascode.fingerprint.subjects import SUBJECTS, subject_fingerprint, subject_fingerprints

__all__ = [
    "fingerprint",
    "fingerprint_of_register",
    "subject_fingerprint",
    "subject_fingerprints",
    "approved_values",
    "approved_fields",
    "changed_since",
    "ApprovedChange",
    "SUBJECTS",
    "LENGTH",
]
