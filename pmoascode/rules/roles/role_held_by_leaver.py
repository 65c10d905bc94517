"""The rule that those who hold a role are there."""

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.office.naming import role_name, scope_name
from pmoascode.records.assignment import Assignment
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="starter",
    source="rust-lang/team: those who left hold nothing",
    bad=(
        """
        # people/sam-okoro.yaml
        name: Sam Okoro
        level: 4
        active_from: 2022-01-01
        active_until: 2027-03-31
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        project-manager:
          - {person: sam-okoro, from: 2026-10-01, until: 2027-06-30, time: 40 %}  # <--
        """,
        """
        # people/lee-park.yaml
        name: Lee Park
        active_from: 2027-02-01
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        team-manager:
          - {person: lee-park, from: 2027-01-01}  # <--
        """,
    ),
    good="""
        # people/sam-okoro.yaml
        name: Sam Okoro
        level: 4
        active_from: 2022-01-01
        active_until: 2027-03-31
        # assignments/hermes.yaml
        project-manager:
          - {person: sam-okoro, from: 2026-10-01, until: 2027-03-31, time: 40 %}
        """,
)
def role_held_by_leaver(assignment: Assignment, office: Office) -> Problems:
    """A person holds a role on days when they are not with the organisation.

    Whoever has left decides nothing any more, yet the lists still show a name, and nobody looks for
    the next one. The teams of the Rust language refuse a list on which somebody who left remains.

    To put it right, end the assignment on the person's last day and enter who follows; or correct
    the person's `active_from` or `active_until`.
    """
    person = office.person(assignment.person)
    missing = person and assignment.tenure.uncovered([person.tenure])
    if person and missing:
        role = role_name(assignment.role, office)
        yield (
            assignment.at("person"),
            (
                f"{person.name} is {role} of {scope_name(assignment.scope_id, office)} {missing}, "
                f"but is with the organisation only {person.tenure}"
            ),
            (
                person.at(
                    "active_from" if assignment.from_ < person.tenure.first else "active_until"
                ),
            ),
        )
