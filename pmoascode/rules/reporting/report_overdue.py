"""report-overdue."""

import datetime as dt

from pmoascode.finding import Severity
from pmoascode.measures.freshness import freshness
from pmoascode.measures.wording import called, days
from pmoascode.office import Office
from pmoascode.records.project import Project
from pmoascode.rule import Problems, rule


@rule(
    Severity.WARNING,
    profile="standard",
    source="PRINCE2: highlight report frequency; measured on US federal projects",
    bad="""
        # today: 2026-11-10
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        unit: it
        status: active  # <--
        tier: small
        objectives: [fewer-errors]
        start: {baseline: 2026-12-01, actual: 2026-09-30}
        finish: {baseline: 2027-03-31}
        budget: {baseline: 80000, forecast: 80000}
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29, forecast: 2027-01-29}
        """,
    good="""
        # today: 2026-11-10
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        status: active
        tier: small
        start: {baseline: 2026-12-01, actual: 2026-10-01}
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29, forecast: 2027-01-29}
        """,
)
def report_overdue(project: Project, office: Office, today: dt.date) -> Problems:
    """A running project has no status report for longer than its reporting interval.

    A project that is silent is more often in trouble than one that reports amber. The next report
    is due one interval after the end of the last period reported, or after the start of a project
    that has never reported, and the tier's grace later at the latest.

    To put it right, write the report of the period (`pmo report` begins it with the last one's
    figures); or let the policy ask for reports less often, as `tiers: {small: {report_every: 3
    months}}`.
    """
    if office.has_unreadable("report", project):  # it may be the one that is missed here
        return
    found = freshness(office, project, today)
    if not found.is_overdue or found.due is None:
        return
    last = f"the last is {found.report.id}" if found.report else "it has never reported"
    yield (
        project.at("status"),
        (
            f"the status report of {called(project.name, project.id)} was due by {found.due},"
            f" {days(found.overdue_days)} before {today}; {last}"
        ),
    )
