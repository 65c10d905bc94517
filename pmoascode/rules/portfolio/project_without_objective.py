"""The rule that a running project serves an objective."""

from pmoascode.finding import Severity
from pmoascode.records.project import Project
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="full",
    source="P3O and MoP: strategic alignment",
    bad="""
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        status: active  # <--
        tier: small
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        """,
    good=(
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        status: active
        tier: small
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        objectives: [fewer-errors]
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        status: proposed
        tier: small
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        """,
    ),
)
def project_without_objective(project: Project) -> Problems:
    """A running project serves no strategic objective.

    What serves no aim of the organisation takes people from what does. A project that must be done
    all the same, by law for instance, serves the objective to keep the law.

    To put it right, name under `objectives` what the project serves. If there is no such objective,
    ask the board whether it should go on.
    """
    if project.is_running and not project.objectives:
        message = f"{project.name} is {project.status} and names no objective that it serves"
        yield project.at("status"), message
