"""on-hold-without-plan."""

import datetime as dt

from pmoascode.finding import Severity
from pmoascode.measures.wording import called
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="standard",
    source="PM2: a project on hold has a decision and a day; zombie projects",
    bad=(
        """
        # projects/apollo/dependencies.yaml (removed)
        # projects/hermes/project.yaml
        name: Hermes address service
        summary: One service that knows every address.
        programme: front-door
        unit: it
        phase: idea
        status: on-hold  # <--
        tier: small
        objectives: [fewer-errors]
        start: {baseline: 2026-12-01}
        finish: {baseline: 2027-03-31}
        budget: {baseline: 80000, forecast: 80000}
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29, forecast: 2027-01-29}
        """,
        """
        # projects/apollo/dependencies.yaml (removed)
        # projects/hermes/project.yaml
        name: Hermes address service
        summary: One service that knows every address.
        programme: front-door
        unit: it
        phase: idea
        status: on-hold
        tier: small
        objectives: [fewer-errors]
        start: {baseline: 2026-12-01}
        finish: {baseline: 2027-03-31}
        budget: {baseline: 80000, forecast: 80000}
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29, forecast: 2027-01-29}
        hold: {reason: The street list is dear., review: 2026-11-09}  # <--
        """,
    ),
    good=(
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        status: on-hold
        hold: {reason: The street list is dear., review: 2026-11-10}
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        status: proposed
        hold: {reason: The street list is dear., review: 2026-11-09}
        """,
    ),
)
def on_hold_without_plan(work: Project | Programme, today: dt.date) -> Problems:
    """Work rests, and nobody says why, or the day to decide anew has passed.

    Resting work reports less and is asked less. Without a reason and a day it rests for years: it
    holds people and money, and nobody has stopped it.

    To put it right, say under `hold` why the work rests and on which day it is looked at again
    (`review`); when that day has come, go on, stop, or set a new day and say why.
    """
    if work.status != "on-hold":
        return
    name = called(work.name, work.id)
    if work.hold is None:
        yield work.at("status"), f"{name} is on hold, and no `hold` says why and until when"
    elif work.hold.review < today:
        yield (
            work.at("hold", "review"),
            f"{name} is on hold and was to be decided anew on {work.hold.review}; that has passed",
        )
