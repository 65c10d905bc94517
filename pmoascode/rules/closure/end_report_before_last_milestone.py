"""The rule that the end report is written at the end."""

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.records.end_report import EndReport
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="standard",
    source="PRINCE2 and PM2: end project report",
    bad="""
        # projects/mercury/end-report.yaml
        date: 2026-01-20  # <--
        by: sam-okoro
        summary: In time and within the money.
        lessons: [ask-for-dates]
        approved: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-03-06}
        """,
    good="""
        # projects/mercury/end-report.yaml
        date: 2026-01-28
        by: sam-okoro
        summary: In time and within the money.
        lessons: [ask-for-dates]
        approved: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-03-06}
        """,
)
def end_report_before_last_milestone(report: EndReport, office: Office) -> Problems:
    """The end report is older than the last milestone.

    Whoever reports the end before the last thing is done reports a hope. A report on the day of the
    last milestone is in time.

    To put it right, bring the report up to date once the last milestone is reached; or mark a
    milestone that nobody waits for any more as `dropped`, with the reason.
    """
    work = office.owner(report)
    if work is None:
        return
    dated = [
        (milestone.expected, id)
        for id, milestone in work.milestones.items()
        if milestone.expected and milestone.status != "dropped"
    ]
    if dated and max(dated)[0] > report.date:
        day, last = max(dated)
        yield (
            report.at("date"),
            (
                f"the end report of {work.name} is of {report.date}, before its last milestone "
                f"“{work.milestones[last].title}” of {day}"
            ),
            (work.at("milestones", last),),
        )
