"""The rule that nobody ranks the project that they sponsor."""

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.records.project import Project
from pmoascode.rule import Problems, rule
from pmoascode.office.naming import person_name


@rule(
    Severity.ERROR,
    profile="full",
    source="MoP: prioritise by an agreed model",
    bad="""
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        priority:
          scores: {value: 5, urgency: 4}
          scored_by: ines-roth  # <--
        """,
    good=(
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        priority: {scores: {value: 5, urgency: 4}, scored_by: ana-keller}
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        priority: {scores: {value: 5, urgency: 4}, scored_by: sam-okoro}
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        priority: {scores: {value: 5, urgency: 4}}
        """,
    ),
)
def project_scored_by_sponsor(project: Project, office: Office) -> Problems:
    """A project's priority was scored by its own sponsor.

    Every sponsor believes in the project, or should. A score by the one who gains from it says how
    much it is wanted, not how it compares.

    To put it right, let somebody else score it, such as the portfolio manager or an analyst of the
    PMO, and name them under `scored_by`.
    """
    by = project.priority.scored_by if project.priority else None
    held = next((a for a in office.assignments(project, "sponsor") if a.person == by), None)
    if held:
        yield (
            project.at("priority", "scored_by"),
            f"{person_name(held.person, office)} scored {project.name} and is its sponsor",
            (held.at("person"),),
        )
