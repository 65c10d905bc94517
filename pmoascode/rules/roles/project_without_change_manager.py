"""The rule that somebody prepares the people whose work will change."""

import datetime as dt

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="full",
    source="Prosci: dedicated people-change resources",
    bad=(
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: delivery
        status: active
        tier: small
        tolerances: {time: 30 days, cost: 10 %}
        objectives: [fewer-errors]
        people_impact: high  # <--
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # approvals/hermes/start-initiation.yaml
        gate: start-initiation
        decision: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-10-05}
        # approvals/hermes/authorise-project.yaml
        gate: authorise-project
        decision: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-10-26}
        # projects/hermes/change-plan.yaml
        owner: sam-okoro
        strategy: Team by team.
        groups:
          clerks:
            title: Clerks
            people: 12
            change: One list instead of five.
            severity: high
            readiness: 90 %
            assessed: 2026-11-02
            adkar: {awareness: 4, desire: 4, knowledge: 4, ability: 4, reinforcement: 4}
        communications:
          lunch:
            audience: Clerks
            message: Why one list.
            channel: Lunch
            sender: ines-roth
            due: 2026-11-25
        trainings:
          list:
            group: clerks
            content: Working with the list
            due: 2026-11-27
            completed: 80 %
            owner: sam-okoro
        resistance:
          habit:
            group: clerks
            cause: Trust in the own list.
            response: Both lists for a month.
            owner: sam-okoro
            due: 2026-12-11
        steps:
          - {do: Run both ways for a month, owner: sam-okoro, due: 2026-12-14}
        adoption:
          online: {title: Use of the list, type: lagging, unit: "%", target: 70, every: 1 month}
        sustainment: Team leads look at it each month.
        # projects/hermes/pid.yaml
        version: "1.0"
        background: Five lists of addresses.
        objectives: [One list]
        scope_included: [Customers]
        approach: A product.
        plan: One stage.
        lessons_reviewed: Those of the address book project.
        approved: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-10-23}
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        senior-user:
          - {person: paul-weber, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        senior-supplier:
          - {person: omar-haddad, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        project-manager:
          - {person: sam-okoro, from: 2026-10-01, until: 2027-06-30, time: 40 %}
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: closing
        status: active
        tier: small
        tolerances: {time: 30 days, cost: 10 %}
        objectives: [fewer-errors]
        people_impact: medium  # <--
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # approvals/hermes/start-initiation.yaml
        gate: start-initiation
        decision: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-10-05}
        # approvals/hermes/authorise-project.yaml
        gate: authorise-project
        decision: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-10-26}
        # projects/hermes/change-plan.yaml
        owner: sam-okoro
        strategy: Team by team.
        groups:
          clerks:
            title: Clerks
            people: 12
            change: One list instead of five.
            severity: high
            readiness: 90 %
            assessed: 2026-11-02
            adkar: {awareness: 4, desire: 4, knowledge: 4, ability: 4, reinforcement: 4}
        communications:
          lunch:
            audience: Clerks
            message: Why one list.
            channel: Lunch
            sender: ines-roth
            due: 2026-11-25
        trainings:
          list:
            group: clerks
            content: Working with the list
            due: 2026-11-27
            completed: 80 %
            owner: sam-okoro
        resistance:
          habit:
            group: clerks
            cause: Trust in the own list.
            response: Both lists for a month.
            owner: sam-okoro
            due: 2026-12-11
        steps:
          - {do: Run both ways for a month, owner: sam-okoro, due: 2026-12-14}
        adoption:
          online: {title: Use of the list, type: lagging, unit: "%", target: 70, every: 1 month}
        sustainment: Team leads look at it each month.
        # projects/hermes/pid.yaml
        version: "1.0"
        background: Five lists of addresses.
        objectives: [One list]
        scope_included: [Customers]
        approach: A product.
        plan: One stage.
        lessons_reviewed: Those of the address book project.
        approved: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-10-23}
        # approvals/hermes/accept-result.yaml
        gate: accept-result
        decision: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-11-02}
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        senior-user:
          - {person: paul-weber, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        senior-supplier:
          - {person: omar-haddad, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        project-manager:
          - {person: sam-okoro, from: 2026-10-01, until: 2027-06-30, time: 40 %}
        change-manager:
          - {person: nora-lind, from: 2026-10-01, until: 2026-11-09, time: 5 %}
        """,
    ),
    good=(
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: delivery
        status: active
        tier: small
        tolerances: {time: 30 days, cost: 10 %}
        objectives: [fewer-errors]
        people_impact: low
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: initiation
        status: active
        tier: small
        tolerances: {time: 30 days, cost: 10 %}
        objectives: [fewer-errors]
        people_impact: high
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: delivery
        status: proposed
        tier: small
        tolerances: {time: 30 days, cost: 10 %}
        objectives: [fewer-errors]
        people_impact: high
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: delivery
        status: active
        tier: small
        tolerances: {time: 30 days, cost: 10 %}
        objectives: [fewer-errors]
        people_impact: high
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        senior-user:
          - {person: paul-weber, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        senior-supplier:
          - {person: omar-haddad, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        project-manager:
          - {person: sam-okoro, from: 2026-10-01, until: 2027-06-30, time: 40 %}
        change-manager:
          - {person: nora-lind, from: 2026-10-01, until: 2026-11-10, time: 5 %}
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: delivery
        status: active
        tier: small
        tolerances: {time: 30 days, cost: 10 %}
        objectives: [fewer-errors]
        people_impact: high
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        senior-user:
          - {person: paul-weber, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        senior-supplier:
          - {person: omar-haddad, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        project-manager:
          - {person: sam-okoro, from: 2026-10-01, until: 2027-06-30, time: 40 %}
        # assignments/front-door.yaml
        change-manager:
          - {person: nora-lind, from: 2025-09-01, until: 2028-12-31, time: 20 %}
        """,
    ),
)
def project_without_change_manager(project: Project, office: Office, today: dt.date) -> Problems:
    """A project with medium or high impact on people reaches delivery without a change manager.

    What is built pays only where people use it, and they get used to it before it arrives or not at
    all. Studies of change by Prosci find that projects with people of their own for this reach
    their aims far more often. A change manager of the programme counts for its projects.

    To put it right, enter a `change-manager` in `assignments/<project>.yaml`, or correct
    `people_impact`.
    """
    is_due = project.is_running and office.stage(project) in ("delivery", "closing")
    if not is_due or project.people_impact not in ("medium", "high"):
        return
    programme = office.find(Programme, project.programme)
    scopes = (project, programme) if programme else (project,)
    if not any(office.holders("change-manager", scope, today) for scope in scopes):
        yield (
            project.at("people_impact"),
            (
                f"{project.name} has {project.people_impact} impact on people and no change "
                "manager to prepare them"
            ),
        )
