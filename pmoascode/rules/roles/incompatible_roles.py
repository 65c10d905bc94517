"""The rule that roles which check each other are held by different people."""

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.office.holding import combined
from pmoascode.office.naming import person_name, role_name
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.rule import Problems, rule

_SAID_ELSEWHERE = {"sponsor", "project-manager"}  # the one pair with a rule of its own


@rule(
    Severity.ERROR,
    profile="standard",
    source="PRINCE2 and the three lines model: assurance is independent",
    bad="""
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        project-manager:
          - {person: sam-okoro, from: 2026-10-01, until: 2027-06-30, time: 40 %}
        project-assurance:
          - {person: sam-okoro, from: 2026-12-01, until: 2026-12-31, time: 5 %}  # <--
        """,
    good=(
        """
        # assignments/hermes.yaml
        project-manager:
          - {person: sam-okoro, from: 2026-10-01, until: 2027-06-30, time: 40 %}
        project-assurance:
          - {person: omar-haddad, from: 2026-12-01, until: 2026-12-31, time: 5 %}
        """,
        """
        # assignments/hermes.yaml
        project-manager:
          - {person: sam-okoro, from: 2026-10-01, until: 2027-06-30, time: 40 %}
        team-manager:
          - {person: sam-okoro, from: 2026-10-01, until: 2027-06-30}
        """,
    ),
)
def incompatible_roles(work: Project | Programme, office: Office) -> Problems:
    """One person holds two roles that must be kept apart on a project.

    Assurance by the one who delivers is no assurance, and who manages the work should not also keep
    its money. PRINCE2 keeps project assurance apart from everybody who runs the project; the three
    lines model says the same of every control. Which roles exclude each other stands in the role
    records, under `incompatible_with: error`.

    To put it right, give one of the two roles to somebody else, or end one before the other begins.
    """
    for earlier, later, days in combined(work, "error", office):
        roles = {earlier.role, later.role}
        if roles == _SAID_ELSEWHERE:
            continue
        one, other = role_name(earlier.role, office), role_name(later.role, office)
        yield (
            later.at("person"),
            (
                f"{person_name(later.person, office)} is both {one} and {other} "
                f"of {work.name} {days}, which must be two people"
            ),
            (earlier.at("person"),),
        )
