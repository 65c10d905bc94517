"""delay-without-reason."""

from pmoascode.finding import Severity
from pmoascode.measures import tolerance
from pmoascode.measures.wording import called, days
from pmoascode.office import Office
from pmoascode.records.amounts import Duration
from pmoascode.records.project import Project
from pmoascode.rule import Problems, rule

_LONGEST = Duration(100, "day")


@rule(
    Severity.ERROR,
    profile="standard",
    source="UK GMPP return: reasons for delay",
    bad="""
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
        tolerances: {time: 7 days, cost: 10 %}
        milestones:
          service-open:
            title: Address service open
            baseline: 2027-01-29
            forecast: 2027-02-06  # <--
        """,
    good=(
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        status: active
        tolerances: {time: 7 days}
        milestones:
          service-open:
            title: Address service open
            baseline: 2027-01-29
            forecast: 2027-02-06
            reason: The post office sends its street list a week later than agreed.
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        status: active
        tolerances: {time: 7 days}
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29, forecast: 2027-02-05}
        """,
    ),
)
def delay_without_reason(
    project: Project, office: Office, *, longest: Duration = _LONGEST
) -> Problems:
    """A milestone is late beyond the allowed days and no reason says why.

    A delay without a cause cannot be judged: nobody knows whether it will grow, or who else it
    will meet. Allowed is the project's tolerance for time, and never more than the limit
    `longest`. Milestones that were reached late count as well: the next project learns from them.

    To put it right, say in the milestone's `reason` what caused the delay.
    """
    if not project.is_running:
        return
    agreed = office.tolerance(project).time or tolerance.NO_DURATION
    allowed = min(agreed, longest)
    for id, milestone in project.milestones.items():
        baseline, expected = milestone.baseline, milestone.expected
        if baseline is None or expected is None or milestone.status == "dropped":
            continue
        if tolerance.of_time(baseline, expected, allowed) != "within" and not milestone.reason:
            verb = "was reached" if milestone.actual else "is expected"
            yield (
                project.at("milestones", id, "actual" if milestone.actual else "forecast"),
                (
                    f"milestone {called(milestone.title, id)} of {called(project.name, project.id)}"
                    f" {verb} {days((expected - baseline).days)} late, on {expected}"
                    f" instead of {baseline}, and no reason says why; {allowed} are allowed without"
                ),
            )
