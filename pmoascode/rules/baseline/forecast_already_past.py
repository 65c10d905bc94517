"""forecast-already-past."""

import datetime as dt
from collections.abc import Iterator

from pmoascode.finding import Severity
from pmoascode.measures.schedule import overdue
from pmoascode.measures.wording import called, days
from pmoascode.records.amounts import Duration
from pmoascode.records.project import Project
from pmoascode.records.record import Keys
from pmoascode.rule import Problems, rule

_GRACE = Duration(7, "day")


@rule(
    Severity.ERROR,
    profile="standard",
    source="measured on UK major projects: 6 % of end dates already past",
    bad="""
        # today: 2026-11-10
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        unit: it
        status: active
        tier: small
        objectives: [fewer-errors]
        start: {baseline: 2026-12-01}
        finish: {baseline: 2027-03-31}
        budget: {baseline: 80000, forecast: 80000}
        milestones:
          list-here: {title: Street list received, forecast: 2026-11-02}  # <--
          service-open: {title: Address service open, baseline: 2027-01-29, forecast: 2027-01-29}
        """,
    good="""
        # today: 2026-11-10
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        status: active
        milestones:
          contract: {title: Contract signed, actual: 2026-10-05, status: reached}
          list-here: {title: Street list received, forecast: 2026-11-03}
          service-open: {title: Address service open, baseline: 2027-01-29, forecast: 2027-01-29}
        """,
)
def forecast_already_past(
    project: Project, today: dt.date, *, grace: Duration = _GRACE
) -> Problems:
    """A milestone is still open though its forecast date has passed.

    Either it happened and nobody wrote it down, or the forecast is no longer true; the reader
    cannot tell which, and whoever waits for it plans with a wrong date. Where there is no
    forecast, the baseline counts. Judged are active projects: their milestones and their end,
    once the limit `grace` is over as well.

    To put it right, enter the day on which it happened (`actual`), or else the day that is expected
    now (`forecast`).
    """
    if project.status != "active":
        return
    for keys, name, expected in _passed(project, today):
        if grace.after(expected) < today:
            yield (
                project.at(*keys, "forecast"),
                (
                    f"{name} of {called(project.name, project.id)} was expected on {expected},"
                    f" {days((today - expected).days)} before {today}, and is still open"
                ),
            )


def _passed(project: Project, today: dt.date) -> Iterator[tuple[Keys, str, dt.date]]:
    """Keys, name and expected day of what is open: the end, and what is overdue."""
    finish = project.finish
    last = project.last_day
    if finish and not finish.actual and last:
        yield ("finish",), "the end", last
    for id, milestone in overdue(project, today):
        if milestone.expected:
            yield (
                ("milestones", id),
                f"milestone {called(milestone.title, id)}",
                milestone.expected,
            )
