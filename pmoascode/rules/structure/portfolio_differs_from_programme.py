"""The rule that a project is in the portfolio of its programme."""

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.office.naming import scope_name
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="starter",
    source="P3O and MSP: each project has one home",
    bad="""
        # portfolios/run.yaml
        name: Keep the company running
        manager: ana-keller
        board: {name: Run board, chair: maria-silva}
        # assignments/run.yaml
        portfolio-manager:
          - {person: ana-keller, from: 2026-01-01}
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        portfolio: run  # <--
        phase: idea
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        """,
    good=(
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        portfolio: change
        phase: idea
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        """,
        """
        # programmes/sales/programme.yaml
        name: Sales from one source
        phase: idea
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: sales
        portfolio: change
        phase: idea
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        """,
    ),
)
def portfolio_differs_from_programme(project: Project, office: Office) -> Problems:
    """A project names another portfolio than its programme does.

    The money of such a project counts in two places or in none, and two boards believe that they
    decide about it. A project has one home: that of its programme.

    To put it right, leave `portfolio` out of the project, or correct the portfolio of the
    programme.
    """
    programme = office.find(Programme, project.programme)
    if programme is None or project.portfolio is None or programme.portfolio is None:
        return
    if project.portfolio != programme.portfolio:
        own, other = scope_name(project.portfolio, office), scope_name(programme.portfolio, office)
        yield (
            project.at("portfolio"),
            f"{project.name} is in the portfolio {own}, its programme {programme.name} in {other}",
            (programme.at("portfolio"),),
        )
