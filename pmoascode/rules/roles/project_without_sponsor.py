"""The rule that a running project has a sponsor."""

import datetime as dt

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.records.project import Project
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="starter",
    source="PRINCE2: one Executive; UK guidance for senior responsible owners",
    bad=(
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        status: active  # <--
        tier: small
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # assignments/hermes.yaml
        project-manager:
          - {person: sam-okoro, from: 2026-10-01, until: 2027-06-30, time: 40 %}
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
        vacancies:
          sponsor:
            since: 2026-10-01  # <--
            plan: The board names one in December.
            owner: ana-keller
        # assignments/hermes.yaml (removed)
        """,
        """
        # policy/policy.yaml
        profile: starter
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        status: active  # <--
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2026-10-31, time: 5 %}
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
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
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
        vacancies:
          sponsor:
            since: 2026-11-02
            plan: The board names one on 20 November.
            owner: ana-keller
        # assignments/hermes.yaml (removed)
        """,
    ),
)
def project_without_sponsor(
    project: Project, office: Office, today: dt.date, *, vacancy_days: int = 30
) -> Problems:
    """A running project has no sponsor.

    The sponsor answers for the money and for the benefit, and is the one who can stop the project.
    Where nobody holds the role, nobody decides, and the manager is left to carry the risk alone.
    PRINCE2 knows no project without its one Executive, however small the project is.

    To put it right, enter a sponsor in `assignments/<project>.yaml`. While one is being found, say
    so under `vacancies`, with a plan and an owner.
    """
    cover = office.cover("sponsor", project, today) if project.is_running else "held"
    if cover == "vacant":
        since = project.vacancies["sponsor"].since
        if (today - since).days > vacancy_days:
            yield (
                project.at("vacancies", "sponsor", "since"),
                (
                    f"{project.name} has had no sponsor since {since}, "
                    f"longer than the {vacancy_days} days that a vacancy may last"
                ),
            )
    elif cover == "missing" or (cover == "lapsed" and office.policy.profile == "starter"):
        yield project.at("status"), f"{project.name} is {project.status} and has no sponsor"
