"""The rule that nobody is given more work than they have time."""

import datetime as dt

from pmoascode.finding import Severity
from pmoascode.measures.workload import stretches, workload
from pmoascode.office import Office
from pmoascode.records.person import Person
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="standard",
    source="Resource management: no one works more than full time",
    bad="""
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        project-manager:
          - {person: tom-berg, from: 2026-12-01, until: 2027-03-31, time: 40 %}  # <--
        """,
    good=(
        """
        # assignments/hermes.yaml
        project-manager:
          - {person: tom-berg, from: 2026-12-01, until: 2027-03-31, time: 20 %}
        """,
        """
        # assignments/hermes.yaml
        project-manager:
          - {person: tom-berg, from: 2028-01-01, until: 2028-03-31, time: 100 %}
        """,
    ),
)
def person_overallocated(person: Person, office: Office, today: dt.date) -> Problems:
    """A person's assignments add up to more time than the person has.

    Two plans that both count on the same hours cannot both come true, and neither shows it. The sum
    is taken for each day on which an assignment begins or ends, so a single day of overlap counts;
    what lies in the past can no longer be put right and is passed over. An assignment that has no
    `until` counts until its work is expected to finish. The limit is the policy's
    `capacity: limit`, taken of the person's own `capacity`.

    To put it right, lower `time` on one of the assignments, move its days, or find somebody else.
    """
    limit = office.policy.capacity.limit.of(person.capacity.number)
    for load in stretches(workload(person, office, today), above=limit):
        if load.tenure.last is None or load.tenure.last >= today:
            *others, last = load.assignments
            yield (
                last.at("time"),
                (
                    f"{person.name} is given {load.percent:f} % {load.tenure}, above the limit of "
                    f"{limit:f} %: {load.shares(office)}"
                ),
                tuple(other.at("time") for other in others),
            )
