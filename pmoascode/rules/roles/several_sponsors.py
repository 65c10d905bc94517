"""The rule that there is one sponsor at a time."""

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.office.holding import rivals
from pmoascode.office.naming import person_name
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="starter",
    source="PRINCE2: one Executive; one point of accountability",
    bad="""
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
          - {person: paul-weber, from: 2027-01-01, time: 5 %}  # <--
        """,
    good=(
        """
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2026-12-31, time: 5 %}
          - {person: paul-weber, from: 2027-01-01, time: 5 %}
        """,
        """
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-01-10, time: 5 %}
          - {person: paul-weber, from: 2027-01-01, time: 5 %, handover: true}
        """,
    ),
)
def several_sponsors(work: Project | Programme, office: Office) -> Problems:
    """A project or programme has more than one sponsor on the same day.

    Two who answer for the same thing each wait for the other, and a manager who gets two answers
    chooses one. PRINCE2 has exactly one Executive for this reason.

    To put it right, end one of the assignments with `until` on the day before the next begins; a
    short overlap to hand over is marked `handover: true`.
    """
    for earlier, later, days in rivals("sponsor", work, office):
        one, other = person_name(earlier.person, office), person_name(later.person, office)
        yield (
            later.at("person"),
            f"{work.name} has two sponsors {days}: {one} and {other}",
            (earlier.at("person"),),
        )
