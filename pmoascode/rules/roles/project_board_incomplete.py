"""The rule that users and suppliers have a voice in the project."""

import datetime as dt

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.office.naming import role_name
from pmoascode.records.project import Project
from pmoascode.rule import Problems, rule

_VOICES = {"senior-user": "the users", "senior-supplier": "the suppliers"}


@rule(
    {"small": Severity.WARNING, "medium": Severity.ERROR, "large": Severity.ERROR},
    profile="full",
    source="PRINCE2: three interests on the Project Board",
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
        senior-supplier:
          - {person: nora-lind, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        project-manager:
          - {person: sam-okoro, from: 2026-10-01, until: 2027-06-30, time: 40 %}
        """,
        """
        # approvals/hermes/start-initiation.yaml
        gate: start-initiation
        decision: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-10-05}
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
          senior-supplier:
            since: 2026-10-10  # <--
            plan: The vendor names one with the contract.
            owner: ana-keller
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        senior-user:
          - {person: paul-weber, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        project-manager:
          - {person: sam-okoro, from: 2026-10-01, until: 2027-06-30, time: 40 %}
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
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        vacancies:
          senior-supplier:
            since: 2026-10-11
            plan: The vendor names one with the contract.
            owner: ana-keller
        # assignments/hermes.yaml
        senior-user:
          - {person: paul-weber, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        status: active
        tier: small
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # assignments/hermes.yaml (removed)
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: initiation
        status: proposed
        tier: small
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # assignments/hermes.yaml (removed)
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: initiation
        status: active
        tier: small
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # assignments/hermes.yaml
        senior-user:
          - {person: paul-weber, from: 2026-10-01, until: 2026-10-31, time: 5 %}
        senior-supplier:
          - {person: nora-lind, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        """,
    ),
)
def project_board_incomplete(
    project: Project, office: Office, today: dt.date, *, vacancy_days: int = 30
) -> Problems:
    """A project beyond start-up has nobody to speak for the users or for the suppliers.

    PRINCE2 has three interests on each Project Board, however small the project: who pays, who
    will use the result, and who makes it. Where one is missing, its objections come at the
    handover. Where the last holder's time has run out, another rule says so.

    To put it right, enter a `senior-user` and a `senior-supplier` in
    `assignments/<project>.yaml`. While one is being found, say so under `vacancies`, with a plan
    and an owner.
    """
    if not project.is_running or office.stage(project) in ("", "start-up"):
        return
    for role, side in _VOICES.items():
        cover, title = office.cover(role, project, today), role_name(role, office)
        if cover == "missing":
            message = f"{project.name} is {project.status} and has no {title} to speak for {side}"
            yield project.at("status"), message
        if cover == "vacant":
            since = project.vacancies[role].since
            if (today - since).days > vacancy_days:
                yield (
                    project.at("vacancies", role, "since"),
                    (
                        f"{project.name} has had no {title} since {since}, "
                        f"longer than the {vacancy_days} days that a vacancy may last"
                    ),
                )
