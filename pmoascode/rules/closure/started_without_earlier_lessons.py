"""started-without-earlier-lessons."""

from pmoascode.finding import Severity
from pmoascode.measures.wording import called
from pmoascode.office import Office
from pmoascode.records.pid import Pid
from pmoascode.rule import Problems, rule


@rule(
    Severity.WARNING,
    profile="full",
    source="PRINCE2: learn from experience",
    bad="""
        # projects/hermes/pid.yaml
        version: "1.0"
        background: Each department keeps its own addresses.
        objectives: [One address for each customer]
        approach: A small team, in one stage.
        approved: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-10-05}  # <--
        """,
    good=(
        """
        # projects/hermes/pid.yaml
        lessons_reviewed: There was no project like it before.
        approved: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-10-05}
        """,
        """
        # projects/hermes/pid.yaml
        approach: A small team, in one stage.
        """,
        """
        # projects/hermes/pid.yaml
        approach: A small team, in one stage.
        approved: {outcome: deferred, by: ines-roth, as: sponsor, date: 2026-10-05}
        """,
        """
        # projects/mercury/pid.yaml
        approach: A small team, in one stage.
        approved: {outcome: approved, by: ines-roth, as: sponsor, date: 2025-02-14}
        """,
        """
        # projects/nobody/pid.yaml
        approved: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-10-05}
        """,
    ),
)
def started_without_earlier_lessons(pid: Pid, office: Office) -> Problems:
    """A project was initiated without a look at the lessons of earlier ones.

    Most of what goes wrong has gone wrong before, often in the same house. The best moment to ask
    is before the plan is agreed; afterwards the lesson is paid for again.

    To put it right, say in `lessons_reviewed` of `pid.yaml` which earlier lessons were used, or
    that there were none.
    """
    work = office.owner(pid)
    if work is None or work.is_ended or pid.lessons_reviewed:
        return
    if pid.approved and pid.approved.is_granted:
        yield (
            pid.at("approved"),
            (
                f"the initiation documentation of {called(work.name, work.id)} is approved and"
                " names no earlier lessons"
            ),
        )
