"""The rule that the objectives of a running project are still pursued."""

import datetime as dt

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.records.objective import Objective
from pmoascode.records.project import Project
from pmoascode.rule import Problems, rule


@rule(
    Severity.WARNING,
    profile="full",
    source="P3O and MoP: strategic alignment",
    bad="""
        # objectives.yaml
        faster-claims: {title: Claims paid in three days, valid_from: 2026-01-01}
        fewer-errors: {title: One address for each customer}
        fewer-letters: {title: Half the letters, valid_until: 2026-11-09}
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        status: active
        tier: small
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        objectives:
          - fewer-errors
          - fewer-letters  # <--
        """,
    good=(
        """
        # objectives.yaml
        faster-claims: {title: Claims paid in three days, valid_from: 2026-01-01}
        fewer-errors: {title: One address for each customer, valid_until: 2026-11-10}
        next-year: {title: Half the letters, valid_from: 2027-01-01}
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        status: active
        tier: small
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        objectives: [fewer-errors, next-year]
        """,
        """
        # objectives.yaml
        faster-claims: {title: Claims paid in three days, valid_from: 2026-01-01}
        fewer-errors: {title: One address for each customer, valid_until: 2026-11-09}
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        status: proposed
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
        status: active
        tier: small
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        objectives: [fewer-eror]
        """,
    ),
)
def project_serving_retired_objective(project: Project, office: Office, today: dt.date) -> Problems:
    """A running project serves an objective that is no longer valid.

    The strategy has moved on and the project has not heard of it. It may serve the new aims too, or
    be the first that can stop.

    To put it right, name an objective that is pursued today, or ask the board whether the project
    should go on. If the objective still holds, correct its `valid_until`.
    """
    if not project.is_running:
        return
    for index, id in enumerate(project.objectives):
        objective = office.find(Objective, id)
        if objective and objective.valid_until and objective.valid_until < today:
            yield (
                project.at("objectives", index),
                (
                    f"{project.name} serves “{objective.title}”, "
                    f"which was valid until {objective.valid_until}"
                ),
                (objective.at("valid_until"),),
            )
