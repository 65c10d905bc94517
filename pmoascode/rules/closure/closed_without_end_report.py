"""The rule that a project ends with a report that its sponsor has accepted."""

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.office.naming import role_name
from pmoascode.records.end_report import EndReport
from pmoascode.records.project import Project
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="standard",
    source="PRINCE2 and PM2: end project report",
    bad=(
        """
        # projects/mercury/project.yaml
        name: Mercury address book
        portfolio: change
        phase: closed
        status: closed  # <--
        tier: small
        objectives: [fewer-errors]
        # projects/mercury/end-report.yaml (removed)
        """,
        """
        # projects/mercury/end-report.yaml
        date: 2026-02-25
        by: sam-okoro
        summary: In time and within the money.
        lessons: [ask-for-dates]
        approved: {outcome: deferred, by: ines-roth, as: sponsor, date: 2026-03-06}  # <--
        """,
    ),
    good="""
        # projects/mercury/end-report.yaml
        date: 2026-02-25
        by: sam-okoro
        summary: In time and within the money.
        lessons: [ask-for-dates]
        approved: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-03-06}
        """,
)
def closed_without_end_report(project: Project, office: Office) -> Problems:
    """A project is closed and its end report is missing or not approved by the sponsor.

    The end report says what was promised, what came of it and what is left to do. Without it the
    organisation pays and never learns whether it got what it paid for; and only the sponsor can say
    that it is enough.

    To put it right, write `end-report.yaml` and have the sponsor sign it under `approved`; until
    then the project is in closing, not closed.
    """
    if project.status != "closed":
        return
    report = office.one(EndReport, project)
    if report is None:
        if not office.is_unreadable("end-report", project.id, f"project/{project.id}"):
            yield project.at("status"), f"{project.name} is closed and has no end report"
    elif report.approved is None or not report.approved.is_granted:
        yield report.at("approved"), f"{project.name} is closed, but its end report is not approved"
    elif report.approved.as_ != "sponsor":
        role = role_name(report.approved.as_, office)
        yield (
            report.at("approved", "as"),
            f"the end report of {project.name} was approved by the {role}, not by the sponsor",
        )
