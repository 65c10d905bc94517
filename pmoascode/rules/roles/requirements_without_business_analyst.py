"""The rule that approved requirements have a keeper."""

import datetime as dt

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.records.requirement import Requirement
from pmoascode.rule import Problems, rule

_KEPT = ("approved", "implemented", "verified")


@rule(
    Severity.WARNING,
    profile="full",
    source="BABOK: requirements have a keeper",
    bad=(
        """
        # projects/hermes/project.yaml
        name: Hermes address service  # <--
        programme: front-door
        phase: idea
        status: active
        tier: small
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # projects/hermes/requirements.yaml
        one-list:
          text: Every department reads the same address.
          source: Workshop of 2026-10-08
          author: sam-okoro
          owner: paul-weber
          objective: fewer-errors
          priority: must
          acceptance: A moved customer is found in all systems.
          test: Test case 1
          status: approved
          approved: {outcome: approved, by: paul-weber, as: senior-user, date: 2026-10-12}
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service  # <--
        programme: front-door
        phase: idea
        status: active
        tier: small
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # projects/hermes/requirements.yaml
        one-list:
          text: Every department reads the same address.
          source: Workshop of 2026-10-08
          author: sam-okoro
          owner: paul-weber
          objective: fewer-errors
          priority: must
          acceptance: A moved customer is found in all systems.
          test: Test case 1
          status: approved
          approved: {outcome: approved, by: paul-weber, as: senior-user, date: 2026-10-12}
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        senior-user:
          - {person: paul-weber, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        business-analyst:
          - {person: lena-novak, from: 2026-10-01, until: 2026-11-09}
        """,
    ),
    good=(
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        status: active
        tier: small
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # projects/hermes/requirements.yaml
        one-list:
          text: Every department reads the same address.
          source: Workshop of 2026-10-08
          author: sam-okoro
          owner: paul-weber
          objective: fewer-errors
          priority: must
          acceptance: A moved customer is found in all systems.
          test: Test case 1
          status: proposed
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        status: proposed
        tier: small
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # projects/hermes/requirements.yaml
        one-list:
          text: Every department reads the same address.
          source: Workshop of 2026-10-08
          author: sam-okoro
          owner: paul-weber
          objective: fewer-errors
          priority: must
          acceptance: A moved customer is found in all systems.
          test: Test case 1
          status: approved
          approved: {outcome: approved, by: paul-weber, as: senior-user, date: 2026-10-12}
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        status: active
        tier: small
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # projects/hermes/requirements.yaml
        one-list:
          text: Every department reads the same address.
          source: Workshop of 2026-10-08
          author: sam-okoro
          owner: paul-weber
          objective: fewer-errors
          priority: must
          acceptance: A moved customer is found in all systems.
          test: Test case 1
          status: approved
          approved: {outcome: approved, by: paul-weber, as: senior-user, date: 2026-10-12}
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        senior-user:
          - {person: paul-weber, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        business-analyst:
          - {person: lena-novak, from: 2026-10-01, until: 2026-11-10}
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        status: active
        tier: small
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # projects/hermes/requirements.yaml
        one-list:
          text: Every department reads the same address.
          source: Workshop of 2026-10-08
          author: sam-okoro
          owner: paul-weber
          objective: fewer-errors
          priority: must
          acceptance: A moved customer is found in all systems.
          test: Test case 1
          status: approved
          approved: {outcome: approved, by: paul-weber, as: senior-user, date: 2026-10-12}
        # assignments/front-door.yaml
        business-analyst:
          - {person: lena-novak, from: 2025-09-01}
        """,
    ),
)
def requirements_without_business_analyst(
    project: Project, office: Office, today: dt.date
) -> Problems:
    """A project has approved requirements and no business analyst.

    Requirements contradict each other and change while the work goes on. Without somebody who keeps
    them together the team builds each by itself, and nobody knows which test proves what. A
    business analyst of the programme counts for its projects.

    To put it right, enter a `business-analyst` in `assignments/<project>.yaml`.
    """
    kept = [each for each in office.within(Requirement, project) if each.status in _KEPT]
    if not project.is_running or not kept:
        return
    programme = office.find(Programme, project.programme)
    scopes = (project, programme) if programme else (project,)
    if not any(office.holders("business-analyst", scope, today) for scope in scopes):
        number = f"{len(kept)} approved requirement{'' if len(kept) == 1 else 's'}"
        yield (
            project.at("name"),
            f"{project.name} has {number} and no business analyst to keep them",
            (kept[0].at("status"),),
        )
