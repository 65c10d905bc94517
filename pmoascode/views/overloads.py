"""Over-allocation: who is given more work than they have time, on exactly which days."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from pmoascode.measures.workload import Load, workload
from pmoascode.office import Office
from pmoascode.records.person import Person
from pmoascode.records.tenure import Tenure


@dataclass(frozen=True, slots=True)
class Overload:
    """Days through which the same assignments ask more of a person than the policy allows."""

    person: Person
    tenure: Tenure
    percent: Decimal  # of full time, on each of the days
    limit: Decimal  # of full time
    load: Load


def overloads(office: Office, within: Tenure, today: dt.date) -> tuple[Overload, ...]:
    """Every over-allocation with a day within, from its first day; each change is a new one.

    The days before and after are given too, so that nothing is cut. The limit is the policy's, of
    the person's own capacity.
    """
    found: list[Overload] = []
    for person in office.all(Person):
        limit = office.policy.capacity.limit.of(person.capacity.number)
        found += (
            Overload(person, load.tenure, load.percent, limit, load)
            for load in workload(person, office, today)
            if load.percent > limit and load.tenure.shared(within)
        )
    return tuple(sorted(found, key=lambda o: (o.tenure.first, o.person.name, o.person.id)))
