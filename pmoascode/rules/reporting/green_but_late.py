"""green-but-late."""

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
    bad=(
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating:
          overall: green
          schedule: green  # <--
        figures: {milestones: {go-live: 2027-03-27}}
        """,
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green}  # <--
        figures: {finish: 2027-07-15}
        """,
    ),
    good=(
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green, schedule: green}
        figures: {milestones: {go-live: 2027-03-26}, finish: 2027-07-14}
        """,
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: amber, schedule: amber}
        change_reason: The second drop is late.
        cause: The vendor lost two developers.
        actions: [{do: Agree the vendor's fix, owner: tom-berg, due: 2026-11-27}]
        figures: {milestones: {go-live: 2027-04-02}}
        """,
        """
        # projects/apollo/reports/2026-w45.yaml
        date: 2026-11-09
        by: tom-berg
        rating: {overall: green, schedule: green}
        figures: {milestones: {go-live: 2027-04-02}}
        corrections:
          - date: 2026-11-10
            by: tom-berg
            field: rating.schedule
            was: green
            now: amber
            reason: The new date of the vendor had been overlooked.
        """,
    ),
)
def green_but_late(report: Report, office: Office) -> Problems:
    """The schedule is reported green though a critical milestone is late beyond tolerance.

    Green says that nobody above need do anything. Beyond tolerance that is no longer for the
    project manager to say. Judged are the end and the critical milestones still to come, by the
    figures in the report where it has them, else by the plan; exactly at the tolerance is green.
    Where the schedule is not rated, the overall rating stands for it. Only the newest report of
    running work is judged.

    To put it right, rate the schedule amber or red and say what is done about it. In a report that
    was merged earlier, add a correction of the rating. If the delay came after the report, note in
    its `figures` the date that was expected then, or raise an exception report: then it is not held
    against the report.
    """
    work = stated.reported_work(office, report)
    rated = stated.rating_of(report, "schedule")
    if work is None or rated is None or rated[1] != "green":
        return
    if stated.is_overtaken(report, work, office, "time"):
        return
    limit = office.tolerance(work).time or tolerance.NO_DURATION
    late = stated.slip(report, work)
    if late and tolerance.of_time(late.baseline, late.expected, limit) != "within":
        yield (
            report.at("rating", rated[0]),
            (
                f"status report {report.id} of {called(work.name, work.id)} {rates(*rated)}, but"
                f" {lateness(late)}; the tolerance is {limit}"
            ),
            (work.at(*late.keys, "forecast"),),
        )
