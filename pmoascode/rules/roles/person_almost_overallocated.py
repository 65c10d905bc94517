"""The rule that people keep some time for what nobody planned."""

import datetime as dt

from pmoascode.finding import Severity
from pmoascode.measures.workload import stretches, workload
from pmoascode.office import Office
from pmoascode.records.person import Person
from pmoascode.rule import Problems, rule


@rule(
    Severity.WARNING,
    profile="standard",
    source="Resource management: leave room for the unforeseen",
    bad="""
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        project-manager:
          - {person: tom-berg, from: 2026-12-01, until: 2027-03-31, time: 10 %}  # <--
        """,
    good=(
        """
        # assignments/hermes.yaml
        project-manager:
          - {person: tom-berg, from: 2026-12-01, until: 2027-03-31, time: 5 %}
        """,
        """
        # assignments/hermes.yaml
        project-manager:
          - {person: tom-berg, from: 2028-01-01, until: 2028-03-31, time: 80 %}
        """,
    ),
)
def person_almost_overallocated(person: Person, office: Office, today: dt.date) -> Problems:
    """A person's assignments leave less free time than the policy wants.

    Illness, questions and repairs are on nobody's plan and come all the same. Whoever is planned to
    the last hour is late with the first of them. Where the sum is above the limit itself, only
    person-overallocated speaks. The mark is the policy's `capacity: warn`, taken of the person's
    own `capacity`.

    To put it right, lower `time` on one of the assignments or move its days.
    """
    policy = office.policy.capacity
    mark, limit = policy.warn.of(person.capacity.number), policy.limit.of(person.capacity.number)
    for load in stretches(workload(person, office, today), above=mark, up_to=limit):
        if load.tenure.last is None or load.tenure.last >= today:
            *others, last = load.assignments
            yield (
                last.at("time"),
                (
                    f"{person.name} is given {load.percent:f} % {load.tenure}, where more than "
                    f"{mark:f} % leaves too little room: {load.shares(office)}"
                ),
                tuple(other.at("time") for other in others),
            )
