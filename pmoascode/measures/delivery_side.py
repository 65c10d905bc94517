"""The delivery side: the roles that make the result, as against those that use it and gain."""

import datetime as dt
from collections.abc import Iterator

from pmoascode.office import Office, Work
from pmoascode.records.assignment import Assignment

DELIVERY_ROLES = (
    "project-manager",
    "junior-project-manager",
    "programme-manager",
    "team-manager",
    "senior-supplier",
)


def held_by(person: str | None, work: Work, office: Office, today: dt.date) -> Iterator[Assignment]:
    """The roles of the delivery side that the person holds on the work that day."""
    for assignment in office.assignments(work):
        on_side = assignment.role in DELIVERY_ROLES and assignment.person == person
        if on_side and assignment.holds_on(today):
            yield assignment
