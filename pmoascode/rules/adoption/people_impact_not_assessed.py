"""people-impact-not-assessed."""

from pmoascode.finding import Severity
from pmoascode.measures.wording import called
from pmoascode.office import Office
from pmoascode.records.change_plan import ChangePlan
from pmoascode.records.project import Project
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="full",
    source="Prosci: change impact assessment",
    bad=(
        """
        # projects/apollo/change-plan.yaml (removed)
        # projects/apollo/project.yaml
        name: Apollo claims portal
        programme: front-door
        unit: claims
        phase: delivery
        status: active
        tier: medium
        objectives: [faster-claims]
        people_impact: medium  # <--
        start: {baseline: 2026-01-12, actual: 2026-01-12}
        finish: {baseline: 2027-06-30, forecast: 2027-06-30}
        budget: {baseline: 1250000, forecast: 1250000, actual: 410000}
        tolerances: {time: 14 days, cost: 5 %}
        milestones:
          go-live: {title: Portal open, critical: true, baseline: 2027-03-12, forecast: 2027-03-12}
        """,
        """
        # projects/apollo/change-plan.yaml
        strategy: Team by team, leaders first.
        groups:
          claims-staff:
            title: Claims staff
            adkar: {awareness: 4, desire: 4, knowledge: 3, ability: 2, reinforcement: 1}
        communications:
          town-hall: {audience: Claims staff, message: Why the portal comes.}
        no_training_needed: The screens stay as they are.
        no_resistance_expected: The staff asked for it.
        # projects/apollo/project.yaml
        name: Apollo claims portal
        programme: front-door
        unit: claims
        phase: delivery
        status: active
        tier: medium
        objectives: [faster-claims]
        people_impact: low  # <--
        start: {baseline: 2026-01-12, actual: 2026-01-12}
        finish: {baseline: 2027-06-30, forecast: 2027-06-30}
        budget: {baseline: 1250000, forecast: 1250000, actual: 410000}
        tolerances: {time: 14 days, cost: 5 %}
        milestones:
          go-live: {title: Portal open, critical: true, baseline: 2027-03-12, forecast: 2027-03-12}
        """,
    ),
    good=(
        """
        # projects/apollo/change-plan.yaml (removed)
        # projects/apollo/project.yaml
        name: Apollo claims portal
        phase: delivery
        status: active
        people_impact: none
        """,
        """
        # projects/apollo/change-plan.yaml (removed)
        # projects/apollo/project.yaml
        name: Apollo claims portal
        phase: delivery
        status: active
        """,
        """
        # projects/apollo/change-plan.yaml
        groups:
          post-room: {title: Post room}
          claims-staff: {title: Claims staff, severity: medium}
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        phase: initiation
        status: active
        people_impact: high
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        phase: delivery
        status: cancelled
        people_impact: high
        """,
    ),
)
def people_impact_not_assessed(project: Project, office: Office) -> Problems:
    """A project that changes people's work goes to delivery without an assessment of that impact.

    How many people must work in another way, and how far, decides how much training, time and talk
    the project needs. Found out during delivery it is in no plan and no budget. The assessment is
    the list of groups in the people-change plan, with the severity of the change for each.

    To put it right, write `change-plan.yaml` with the groups concerned and a `severity` for each;
    or set `people_impact` to `none` if nobody's work changes.
    """
    if not project.is_running or office.stage(project) not in ("delivery", "closing"):
        return
    if project.people_impact in (None, "none"):
        return
    if office.is_unreadable("change-plan", project.id, f"project/{project.id}"):
        return
    plan = office.one(ChangePlan, project)
    if plan is None or not any(group.severity for group in plan.groups.values()):
        yield (
            project.at("people_impact"),
            (
                f"{called(project.name, project.id)} goes to delivery with {project.people_impact}"
                " impact on people, and no people-change plan says whom it changes and how far"
            ),
        )
