"""closed-without-lessons."""

from pmoascode.finding import Severity
from pmoascode.measures.wording import called
from pmoascode.office import Office
from pmoascode.records.lesson import Lesson
from pmoascode.records.project import Project
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="full",
    source="PRINCE2: learn from experience",
    bad=(
        """
        # projects/mercury/project.yaml
        name: Mercury address book
        portfolio: change
        phase: closed
        status: closed  # <--
        tier: small
        objectives: [fewer-errors]
        # projects/mercury/lessons.yaml (removed)
        # projects/mercury/end-report.yaml
        date: 2026-02-25
        by: sam-okoro
        summary: In time and within the money.
        approved: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-03-06}
        """,
        """
        # projects/mercury/project.yaml
        name: Mercury address book
        portfolio: change
        phase: closed
        status: closed  # <--
        tier: small
        objectives: [fewer-errors]
        # projects/mercury/lessons.yaml
        ask-for-dates:
          title: Ask vendors for their dates
          cause: Nobody had asked.
          recommendation: Ask vendors for a forecast every month.
        no-cause:
          title: Ask for names
          recommendation: Ask vendors for the names of their people.
          owner: ana-keller
        no-recommendation:
          title: Ask for prices
          cause: Nobody had asked.
          owner: ana-keller
        """,
    ),
    good=(
        """
        # projects/mercury/lessons.yaml
        ask-for-dates: {title: Ask vendors for their dates}
        ask-for-names:
          title: Ask vendors for names
          cause: Nobody had asked.
          recommendation: Ask vendors for the names of their people.
          owner: ana-keller
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        status: cancelled
        """,
    ),
)
def closed_without_lessons(project: Project, office: Office) -> Problems:
    """A project is closed without a lesson that has a cause, a recommendation and an owner.

    What one project has paid to learn the next should have for nothing. A lesson without its cause
    cannot be carried over, without a recommendation nobody knows what to do, and without an owner
    nobody does it. One such lesson is enough.

    To put it right, add it to `lessons.yaml`, best from a last talk with the team.
    """
    if project.status != "closed":
        return
    if office.is_unreadable("lesson", project.id, f"project/{project.id}"):
        return
    lessons = office.within(Lesson, project)
    if not any(each.cause and each.recommendation and each.owner for each in lessons):
        yield (
            project.at("status"),
            (
                f"{called(project.name, project.id)} is closed, and no lesson of it has a cause, a"
                " recommendation and an owner"
            ),
        )
