"""The rule that a priority score is what the model gives."""

from decimal import Decimal

from pmoascode.finding import Severity
from pmoascode.measures.priority import weighted
from pmoascode.measures.wording import listed
from pmoascode.office import Office
from pmoascode.records.project import Project
from pmoascode.rule import Problems, rule

_ROUNDING = Decimal("0.05")  # scores are written with one decimal place at least
_WHOLE = Decimal(100)


@rule(
    Severity.ERROR,
    profile="full",
    source="MoP: prioritise by an agreed model",
    bad=(
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        priority:
          scores: {value: 5, urgency: 4}
          score: 4.66  # <--
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        priority:
          scores: {value: 5, urgency: 4}
          score: 4.54  # <--
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        priority:
          scores: {value: 5}
          score: 3  # <--
        """,
    ),
    good=(
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        priority: {scores: {value: 5, urgency: 4}, score: 4.65}
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        priority: {scores: {value: 5, urgency: 4}, score: 4.55}
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        priority: {scores: {value: 5}}
        """,
        """
        # portfolios/run.yaml
        name: Keep the company running
        priority_model:
          criteria:
            value: {title: Value to customers, weight: 60 %}
        # projects/hermes/project.yaml
        name: Hermes address service
        portfolio: run
        phase: idea
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        priority: {scores: {value: 5}, score: 5}
        """,
        """
        # portfolios/run.yaml
        name: Keep the company running
        # projects/hermes/project.yaml
        name: Hermes address service
        portfolio: run
        phase: idea
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        priority: {scores: {value: 5}, score: 5}
        """,
    ),
)
def priority_score_differs(project: Project, office: Office) -> Problems:
    """A written priority score differs from what the portfolio's model gives.

    A model is agreed so that nobody can wish a project to the top. A score that does not follow
    from it was wished, or was left behind when the weights changed. A model whose weights do not
    add up to 100 % has a rule of its own.

    To put it right, leave `score` out and have it computed, or correct the `scores` of the
    criteria.
    """
    portfolio, priority = office.portfolio_of(project), project.priority
    model = portfolio.priority_model if portfolio else None
    if model is None or priority is None or priority.score is None:
        return
    if model.total.number != _WHOLE:
        return
    missing = [id for id in model.criteria if id not in priority.scores]
    at = project.at("priority", "score")
    if missing:
        message = f"{project.name} has a score of {priority.score} but none for {listed(missing)}"
        yield at, message
        return
    computed = weighted(model, priority)
    if computed is not None and abs(priority.score - computed) > _ROUNDING:
        message = (
            f"{project.name} has a score of {priority.score}; its model gives"
            f" {computed.normalize():f}"
        )
        yield at, message
