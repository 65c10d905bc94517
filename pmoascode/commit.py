"""A commit, as far as readers of the records want to know it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit; names and dates are what its author's machine claimed, and prove nothing."""

    id: str
    date: datetime  # the committer's, in UTC
    author_date: datetime  # UTC
    author: str
    email: str
    subject: str  # first line of the message
