"""The rule that a project beyond start-up has a manager."""

import datetime as dt

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.records.project import Project
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="starter",
    source="PRINCE2: one Project Manager",
    bad=(
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: initiation
        status: active  # <--
        tier: small
        tolerances: {time: 30 days, cost: 10 %}
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # approvals/hermes/start-initiation.yaml
        gate: start-initiation
        decision: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-10-05}
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        senior-user:
          - {person: paul-weber, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        senior-supplier:
          - {person: nora-lind, from: 2026-10-01, until: 2027-06-30, time: 5 %}
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
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        vacancies:
          project-manager:
            since: 2026-10-01  # <--
            plan: Interviews in week 49.
            owner: ana-keller
        # approvals/hermes/start-initiation.yaml
        gate: start-initiation
        decision: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-10-05}
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        senior-user:
          - {person: paul-weber, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        senior-supplier:
          - {person: nora-lind, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        """,
    ),
    good=(
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: initiation
        status: active
        tier: small
        tolerances: {time: 30 days, cost: 10 %}
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # approvals/hermes/start-initiation.yaml
        gate: start-initiation
        decision: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-10-05}
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        project-manager:
          - {person: sam-okoro, from: 2026-10-01, until: 2027-06-30, time: 40 %}
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
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        vacancies:
          project-manager:
            since: 2026-11-02
            plan: Interviews in week 47.
            owner: ana-keller
        # approvals/hermes/start-initiation.yaml
        gate: start-initiation
        decision: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-10-05}
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        """,
    ),
)
def project_without_manager(
    project: Project, office: Office, today: dt.date, *, vacancy_days: int = 30
) -> Problems:
    """A project beyond start-up has no project manager.

    From initiation on somebody must plan, lead the team and tell the sponsor how it stands. Without
    a manager the plan is nobody's, and what the reports say is hearsay.

    To put it right, enter a project manager in `assignments/<project>.yaml`. While one is being
    found, say so under `vacancies`, with a plan and an owner.
    """
    if not project.is_running or office.stage(project) in ("", "start-up"):
        return
    cover = office.cover("project-manager", project, today)
    if cover == "vacant":
        since = project.vacancies["project-manager"].since
        if (today - since).days > vacancy_days:
            yield (
                project.at("vacancies", "project-manager", "since"),
                (
                    f"{project.name} has had no project manager since {since}, "
                    f"longer than the {vacancy_days} days that a vacancy may last"
                ),
            )
    elif cover == "missing" or (cover == "lapsed" and office.policy.profile == "starter"):
        yield project.at("status"), f"{project.name} is {project.status} and has no project manager"
