"""The rule that a sponsor is appointed in writing."""

import datetime as dt

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.office.naming import person_name
from pmoascode.records.assignment import Assignment
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="full",
    source="UK appointment letter for senior responsible owners",
    bad=(
        """
        # programmes/sales/programme.yaml
        name: Sales from one source
        portfolio: change
        objectives: [faster-claims]
        phase: idea
        tier: medium
        # assignments/sales.yaml
        sponsor:
          - person: maria-silva  # <--
            from: 2026-10-01
            until: 2026-11-10
            time: 10 %
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        tier: large
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # assignments/hermes.yaml
        sponsor:
          - person: ines-roth
            from: 2026-10-01
            time: 10 %
            appointment: {date: 2026-10-01}  # <--
        """,
    ),
    good=(
        """
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, time: 10 %}
        """,
        """
        # programmes/sales/programme.yaml
        name: Sales from one source
        portfolio: change
        phase: idea
        tier: medium
        # assignments/sales.yaml
        sponsor:
          - {person: paul-weber, from: 2026-08-01, until: 2026-11-09, time: 10 %}
          - person: maria-silva
            from: 2026-11-10
            time: 10 %
            appointment: {date: 2026-10-01, accountable_to: chief-project-officer}
        programme-manager:
          - {person: li-wen, from: 2026-11-10, time: 10 %}
        """,
        """
        # programmes/sales/programme.yaml
        name: Sales from one source
        portfolio: change
        phase: idea
        tier: medium
        status: rejected
        # assignments/sales.yaml
        sponsor:
          - {person: paul-weber, from: 2026-08-01, time: 10 %}
        """,
        """
        # assignments/change.yaml
        sponsor:
          - {person: paul-weber, from: 2026-01-01}
        """,
    ),
)
def sponsor_without_appointment(assignment: Assignment, office: Office, today: dt.date) -> Problems:
    """The sponsor of a medium or large project has no letter of appointment on record.

    Many a sponsor learns of the role from a chart. In the UK a letter says to whom a senior
    responsible owner answers, from when, until when and with how much time, and is signed by both.
    Programmes are judged too; assignments that are over are not.

    To put it right, enter the `appointment` of the assignment, with the day of the letter and the
    role to which the sponsor answers (`accountable_to`).
    """
    work = office.owner(assignment)
    is_over = assignment.until is not None and assignment.until < today
    if assignment.role != "sponsor" or work is None or work.is_ended or is_over:
        return
    if office.tier(work) == "small":
        return
    name, letter = person_name(assignment.person, office), assignment.appointment
    if letter is None:
        message = f"{name} is sponsor of {work.name} without a letter of appointment on record"
        yield assignment.at("person"), message
    elif letter.accountable_to is None:
        message = f"the letter that appoints {name} for {work.name} does not say who is above"
        yield assignment.at("appointment"), message
