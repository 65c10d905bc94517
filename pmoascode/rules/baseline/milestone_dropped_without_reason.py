"""milestone-dropped-without-reason."""

from pmoascode.finding import Severity
from pmoascode.measures.wording import called
from pmoascode.records.project import Project
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="standard",
    source="UK GMPP return: its own date checks",
    bad=(
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        unit: it
        tier: small
        objectives: [fewer-errors]
        start: {baseline: 2026-12-01}
        finish: {baseline: 2027-03-31}
        budget: {baseline: 80000, forecast: 80000}
        milestones:
          list-here: {title: Street list received, status: dropped}  # <--
          service-open: {title: Address service open, baseline: 2027-01-29, forecast: 2027-01-29}
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        unit: it
        tier: small
        objectives: [fewer-errors]
        start: {baseline: 2026-12-01}
        finish: {baseline: 2027-03-31}
        budget: {baseline: 80000, forecast: 80000}
        milestones:
          list-here: {title: Street list received, status: dropped, replaced_by: list-here}  # <--
          service-open: {title: Address service open, baseline: 2027-01-29, forecast: 2027-01-29}
        """,
    ),
    good="""
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        milestones:
          list-here: {title: Street list received, status: dropped, replaced_by: service-open}
          map-here:
            title: Map received
            status: dropped
            reason: The street list has all that is needed.
          service-open: {title: Address service open, baseline: 2027-01-29, forecast: 2027-01-29}
        """,
)
def milestone_dropped_without_reason(project: Project) -> Problems:
    """A milestone was dropped without a reason or a replacement.

    Whoever planned with the milestone must learn what holds now. A milestone that goes without a
    word looks like a plan that was kept.

    To put it right, say in `reason` why it is no longer needed, or name in `replaced_by` the
    milestone of this project that took its place.
    """
    for id, milestone in project.milestones.items():
        if milestone.status != "dropped":
            continue
        name = f"milestone {called(milestone.title, id)} of {called(project.name, project.id)}"
        other = milestone.replaced_by
        if other == id:
            yield project.at("milestones", id, "replaced_by"), f"{name} is replaced by itself"
        elif not other and not milestone.reason:
            yield (
                project.at("milestones", id, "status"),
                f"{name} was dropped, and neither a reason nor a replacement is given",
            )
