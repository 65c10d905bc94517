"""stage-tolerance-above-project."""

from collections.abc import Iterator

from pmoascode.finding import Severity
from pmoascode.measures.wording import called
from pmoascode.office import Office
from pmoascode.records.amounts import Duration, Percent
from pmoascode.records.project import Project, Tolerance
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="standard",
    source="PRINCE2: tolerances for each level",
    bad="""
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        unit: it
        tier: small
        objectives: [fewer-errors]
        start: {baseline: 2026-12-01}
        finish: {baseline: 2027-03-31}
        budget: {baseline: 80000, forecast: 80000}
        tolerances: {time: 14 days, cost: 5 %}
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29, forecast: 2027-01-29}
        stages:
          build:
            title: Build
            tolerance:
              time: 15 days  # <--
              cost: 6 %  # <--
        """,
    good="""
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        tolerances: {time: 14 days, cost: 5 %}
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        stages:
          build: {title: Build, tolerance: {time: 2 weeks, cost: 5.0 %}}
          hand-over: {title: Hand-over, tolerance: {cost: 2 %}}
        """,
)
def stage_tolerance_above_project(project: Project, office: Office) -> Problems:
    """A stage has more tolerance than the project.

    The board gives the project its room, and the project shares it out to the stages. A stage
    with more room could use up more than the whole project may, and nobody would be told. The
    project's tolerance is its own, else that of its tier.

    To put it right, lower the tolerance of the stage, or have the board widen the project's.
    """
    if project.is_ended:
        return
    whole = office.tolerance(project)
    for id, stage in project.stages.items():
        for name, ours, theirs in _wider(stage.tolerance or Tolerance(), whole):
            yield (
                project.at("stages", id, "tolerance", name),
                (
                    f"stage {called(stage.title, id)} of {called(project.name, project.id)} has a"
                    f" tolerance of {ours} for {name}, the whole project has {theirs}"
                ),
                (project.at("tolerances", name),),
            )


def _wider(stage: Tolerance, project: Tolerance) -> Iterator[tuple[str, str, str]]:
    """Name, value of the stage and value of the project, where the stage has more."""
    for name in ("time", "cost", "benefits", "risk"):
        ours, theirs = getattr(stage, name), getattr(project, name)
        if ours is not None and theirs is not None and _size(ours) > _size(theirs):
            yield name, str(ours), str(theirs)


def _size(value: Duration | Percent | int) -> float:
    if isinstance(value, Duration):
        return value.days
    return float(value.number) if isinstance(value, Percent) else value
