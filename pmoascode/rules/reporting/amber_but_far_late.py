"""amber-but-far-late."""

from pmoascode.finding import Severity
from pmoascode.measures import stated, tolerance
from pmoascode.measures.wording import called, lateness, rates
from pmoascode.office import Office
from pmoascode.records.report import Report
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="standard",
    source="PRINCE2: tolerances; a rating follows the dates",
    bad="""
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating:
          overall: amber
          schedule: amber  # <--
        change_reason: The second drop is late.
        cause: The vendor lost two developers.
        actions: [{do: Agree the vendor's fix, owner: tom-berg, due: 2026-11-27}]
        figures: {milestones: {go-live: 2027-04-10}}
        """,
    good="""
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: amber, schedule: amber}
        change_reason: The second drop is late.
        cause: The vendor lost two developers.
        actions: [{do: Agree the vendor's fix, owner: tom-berg, due: 2026-11-27}]
        figures: {milestones: {go-live: 2027-04-09}}
        """,
)
def amber_but_far_late(report: Report, office: Office) -> Problems:
    """The schedule is not reported red though a milestone is late beyond twice the tolerance.

    Amber says that the project can still mend it within its own means. Beyond twice the tolerance
    somebody above must decide on the dates, and red is how they learn it. The end and the critical
    milestones still to come count. Judged are amber and, on a scale of five, amber-green and
    amber-red; a green rating is judged as green-but-late.

    To put it right, rate the schedule red and name the way back to green. In a report that is
    published already, add a correction of the rating. If the delay came after a
    report that names no `figures`, raise an exception report: it is then not held against that
    report.
    """
    work = stated.reported_work(office, report)
    rated = stated.rating_of(report, "schedule")
    if work is None or rated is None or rated[1] not in stated.BETWEEN:
        return
    if stated.is_overtaken(report, work, office, "time"):
        return
    limit = office.tolerance(work).time or tolerance.NO_DURATION
    late = stated.slip(report, work)
    if late and tolerance.of_time(late.baseline, late.expected, limit) == "far":
        yield (
            report.at("rating", rated[0]),
            (
                f"status report {report.id} of {called(work.name, work.id)} {rates(*rated)}, but"
                f" {lateness(late)}; more than twice the tolerance of {limit} is red"
            ),
            (work.at(*late.keys, "forecast"),),
        )
