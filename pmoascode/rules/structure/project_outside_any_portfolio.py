"""The rule that every project belongs to a portfolio."""

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="full",
    source="P3O and MSP: each project has one home",
    bad=(
        """
        # projects/hermes/project.yaml
        name: Hermes address service  # <--
        phase: idea
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        """,
        """
        # programmes/sales/programme.yaml
        name: Sales from one source
        phase: idea
        # projects/hermes/project.yaml
        name: Hermes address service  # <--
        programme: sales
        phase: idea
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        """,
    ),
    good=(
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        portfolio: change
        phase: idea
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-dor
        phase: idea
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        """,
    ),
)
def project_outside_any_portfolio(project: Project, office: Office) -> Problems:
    """A project belongs to no portfolio, neither directly nor through its programme.

    A board weighs the projects of its portfolio against each other. One that stands in none is
    weighed against nothing, and its people and money are missing where capacity and spending are
    added up.

    To put it right, name the `portfolio` of the project, or that of its programme.
    """
    if project.portfolio:
        return
    programme = office.find(Programme, project.programme)
    if project.programme is None:
        yield project.at("portfolio"), f"{project.name} belongs to no programme and to no portfolio"
    elif programme and programme.portfolio is None:
        yield (
            project.at("portfolio"),
            f"{project.name} belongs to no portfolio: its programme {programme.name} is in none",
            (programme.at("name"),),
        )
