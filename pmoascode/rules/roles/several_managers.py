"""The rule that there is one manager at a time."""

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.office.holding import rivals
from pmoascode.office.naming import person_name, role_name
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="starter",
    source="PRINCE2: one Project Manager; MSP: one Programme Manager",
    bad="""
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        project-manager:
          - {person: sam-okoro, from: 2026-10-01, until: 2027-06-30, time: 40 %}
          - {person: lena-novak, from: 2027-03-01, until: 2027-04-30, time: 20 %}  # <--
        """,
    good=(
        """
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        project-manager:
          - {person: sam-okoro, from: 2026-10-01, until: 2027-02-28, time: 40 %}
          - {person: lena-novak, from: 2027-03-01, until: 2027-04-30, time: 20 %}
        """,
        """
        # assignments/hermes.yaml
        project-manager:
          - {person: sam-okoro, from: 2026-10-01, until: 2027-06-30, time: 40 %}
        junior-project-manager:
          - {person: lena-novak, from: 2026-10-01, until: 2027-06-30, supervisor: sam-okoro}
        """,
    ),
)
def several_managers(work: Project | Programme, office: Office) -> Problems:
    """A project or programme has more than one manager on the same day.

    A team with two managers has two plans. Who leads a part of the work is a team manager or a
    junior project manager; the whole has one manager.

    To put it right, end one of the assignments with `until` on the day before the next begins, or
    enter the second person under the role that they really have; a short overlap to hand over is
    marked `handover: true`.
    """
    role = "project-manager" if isinstance(work, Project) else "programme-manager"
    for earlier, later, days in rivals(role, work, office):
        one, other = person_name(earlier.person, office), person_name(later.person, office)
        yield (
            later.at("person"),
            f"{work.name} has two {role_name(role, office)}s {days}: {one} and {other}",
            (earlier.at("person"),),
        )
