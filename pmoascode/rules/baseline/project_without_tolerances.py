"""project-without-tolerances."""

from pmoascode.finding import Severity
from pmoascode.measures.wording import called, listed
from pmoascode.office import Office
from pmoascode.records.project import Project, Tolerance
from pmoascode.rule import Problems, rule


@rule(
    Severity.WARNING,
    profile="standard",
    source="PRINCE2: tolerances for each level",
    bad="""
        # projects/apollo/project.yaml
        name: Apollo claims portal
        programme: front-door
        unit: claims
        phase: delivery  # <--
        status: active
        tier: medium
        objectives: [faster-claims]
        people_impact: medium
        start: {baseline: 2026-01-12, actual: 2026-01-12}
        finish: {baseline: 2027-06-30, forecast: 2027-06-30}
        budget: {baseline: 1250000, forecast: 1250000, actual: 410000}
        tolerances: {cost: 5 %}
        milestones:
          go-live: {title: Portal open, critical: true, baseline: 2027-03-12, forecast: 2027-03-12}
        """,
    good=(
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        status: active
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        """,
        """
        # projects/apollo/project.yaml
        name: Apollo claims portal
        phase: delivery
        status: active
        tier: medium
        tolerances: {cost: 3 %}

        # policy/policy.yaml
        schema: 1
        profile: standard
        tiers:
          medium: {tolerance: {time: 14 days, cost: 5 %}}
        """,
    ),
)
def project_without_tolerances(project: Project, office: Office) -> Problems:
    """Neither a project beyond start-up nor its tier sets a tolerance for time and cost.

    Nobody in the office has said how late or how dear the project may become before others
    decide. A tolerance that came with the program stands in for it, but nobody agreed to it.

    To put it right, set `tolerances` in the project's record, or once for all projects of its
    tier, as `tiers: {medium: {tolerance: {time: 14 days, cost: 5 %}}}` in the policy.
    """
    if not project.is_running or office.stage(project) in ("", "start-up"):
        return
    tier = office.tier(project)
    usual = office.policy.tiers.get(tier)
    said = (project.tolerances or Tolerance(), (usual and usual.tolerance) or Tolerance())
    missing = [
        name for name in ("time", "cost") if all(getattr(each, name) is None for each in said)
    ]
    if missing:
        yield (
            project.at("phase"),
            (
                f"neither {called(project.name, project.id)} nor the policy for the tier {tier}"
                f" sets a tolerance for {listed(missing)}; the program's own stands in:"
                f" {listed([str(getattr(office.tolerance(project), name)) for name in missing])}"
            ),
        )
