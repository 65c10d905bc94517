"""actual-in-the-future."""

import datetime as dt
from collections.abc import Iterator

from pmoascode.finding import Severity
from pmoascode.measures.wording import called
from pmoascode.records.parts import Forecast
from pmoascode.records.project import Project
from pmoascode.records.record import Keys
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="standard",
    source="UK GMPP return: its own date checks",
    bad="""
        # today: 2026-11-10
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
          list-here: {title: Street list received, status: reached, actual: 2026-11-11}  # <--
          service-open: {title: Address service open, baseline: 2027-01-29, forecast: 2027-01-29}
        """,
    good="""
        # today: 2026-11-10
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        milestones:
          list-here: {title: Street list received, status: reached, actual: 2026-11-10}
          service-open: {title: Address service open, baseline: 2027-01-29, forecast: 2027-01-29}
        """,
)
def actual_in_the_future(project: Project, today: dt.date) -> Problems:
    """A milestone is reached on a day that has not come yet.

    An actual date says what happened. One that lies ahead is a forecast under the wrong name, and
    makes the plan look further on than it is. The start, the end and the stages of the project
    are judged like its milestones.

    To put it right, enter the day as expected (`forecast`), and leave `actual` out until it has
    come.
    """
    for keys, name, date in _dates(project):
        if date.actual and date.actual > today:
            yield (
                project.at(*keys, "actual"),
                (
                    f"{name} of {called(project.name, project.id)} has the actual date"
                    f" {date.actual}, which has not come yet on {today}"
                ),
            )


def _dates(project: Project) -> Iterator[tuple[Keys, str, Forecast]]:
    if project.start:
        yield ("start",), "the start", project.start
    if project.finish:
        yield ("finish",), "the finish", project.finish
    for id, milestone in project.milestones.items():
        yield ("milestones", id), f"milestone {called(milestone.title, id)}", milestone
    for id, stage in project.stages.items():
        yield ("stages", id), f"stage {called(stage.title, id)}", stage
