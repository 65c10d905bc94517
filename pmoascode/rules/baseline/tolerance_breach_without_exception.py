"""tolerance-breach-without-exception."""

import datetime as dt
from collections.abc import Iterator

from pmoascode.finding import Severity
from pmoascode.measures import tolerance
from pmoascode.measures.cost import money
from pmoascode.measures.schedule import worst_open_slip
from pmoascode.measures.wording import called, lateness, over
from pmoascode.office import Office
from pmoascode.records.change_request import ChangeRequest
from pmoascode.records.exception import ExceptionReport
from pmoascode.records.project import Project
from pmoascode.records.record import At
from pmoascode.rule import Problem, Problems, rule

_MISSING = "and no open exception report or approved change answers it"


@rule(
    {"small": Severity.WARNING, "medium": Severity.ERROR, "large": Severity.ERROR},
    profile="standard",
    source="PRINCE2: management by exception",
    bad=(
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        unit: it
        status: active
        tier: small
        objectives: [fewer-errors]
        start: {baseline: 2026-12-01}
        finish: {baseline: 2027-03-31, forecast: 2027-05-01}  # <--
        budget: {baseline: 80000, forecast: 88001, reason: Two more weeks of typing.}  # <--
        tolerances: {time: 30 days, cost: 10 %}
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29, forecast: 2027-01-29}
        """,
    ),
    good=(
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        unit: it
        status: active
        tier: small
        objectives: [fewer-errors]
        start: {baseline: 2026-12-01}
        finish: {baseline: 2027-03-31, forecast: 2027-04-30}
        budget: {baseline: 80000, forecast: 88000}
        tolerances: {time: 30 days, cost: 10 %}
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29, forecast: 2027-01-29}
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        unit: it
        status: active
        tier: small
        objectives: [fewer-errors]
        start: {baseline: 2026-12-01}
        finish: {baseline: 2027-03-31, forecast: 2027-05-01}
        budget: {baseline: 80000, forecast: 80000}
        tolerances: {time: 30 days, cost: 10 %}
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29, forecast: 2027-01-29}

        # projects/hermes/exceptions.yaml
        finish-in-may:
          title: The service is handed over in May
          dimension: time
          raised: 2026-11-06
          raised_by: sam-okoro
          cause: The post office delivers its street list in March.
        """,
    ),
)
def tolerance_breach_without_exception(
    project: Project, office: Office, today: dt.date
) -> Problems:
    """A forecast is beyond tolerance and no exception report or approved change answers it.

    Tolerance is the room in which the project manager decides alone. Once the forecast leaves it,
    the level above must know and choose: accept, re-plan or stop. The end of the project, its
    critical milestones and its cost at completion are judged; exactly at the tolerance is within.

    To put it right, tell the sponsor in an exception report about the same tolerance, such as time
    or cost: in the project's file `exceptions.yaml`, or with `pmo new exception` at a terminal. Or
    have a change request approved that moves the baseline. What was closed or implemented already
    does not count.
    """
    if project.is_running:
        yield from _late(project, office, today)
        yield from _dear(project, office)


def _late(project: Project, office: Office, today: dt.date) -> Iterator[Problem]:
    found = worst_open_slip(project, today)
    limit = office.tolerance(project).time
    if found is None or tolerance.of_time(found.baseline, found.expected, limit) == "within":
        return
    if not _is_answered(project, office, "time"):
        yield (
            project.at(*found.keys, "forecast"),
            (
                f"{called(project.name, project.id)} is beyond its tolerance of {limit}:"
                f" {lateness(found)}, {_MISSING}"
            ),
        )


def _dear(project: Project, office: Office) -> Iterator[Problem]:
    found, limit = money(office, project), office.tolerance(project).cost
    if found is None or found.forecast is None or found.baseline is None:
        return
    variance = found.variance_percent
    if variance is None or tolerance.of_cost(variance, limit) == "within":
        return
    if not _is_answered(project, office, "cost"):
        yield (
            At(found.at.path, (*found.at.keys, "forecast")),
            (
                f"{called(project.name, project.id)} is beyond its tolerance of {limit}: the cost"
                " at completion is expected to be"
                f" {over(found.forecast, found.baseline, office.currency)}, {_MISSING}"
            ),
        )


def _is_answered(project: Project, office: Office, dimension: str) -> bool:
    raised = (e for e in office.within(ExceptionReport, project) if e.dimension == dimension)
    if any(exception.is_open for exception in raised):
        return True
    requests = office.within(ChangeRequest, project)
    return any(r.is_approved and r.is_open and _moves(r, dimension) for r in requests)


def _moves(request: ChangeRequest, dimension: str) -> bool:
    """Whether the request moves a baseline of the dimension, or has an effect on it."""
    impact = request.impact
    if dimension == "time":
        parts: tuple[str, ...] = ("project.finish", "project.milestones")
        costs = impact is not None and impact.time is not None and impact.time.number > 0
    else:
        parts = ("project.budget", "finance.")
        costs = impact is not None and impact.cost is not None and impact.cost > 0
    paths = [change.path for change in request.changes]
    return costs or any(p.startswith(parts) and p.endswith(".baseline") for p in paths)
