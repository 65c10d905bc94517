"""The rule that roles with different interests are better held by different people."""

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.office.holding import combined
from pmoascode.office.naming import person_name, role_name
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.rule import Problems, rule

_FINE_IF_SMALL = {"sponsor", "senior-user"}  # on a small project the same interest


@rule(
    Severity.WARNING,
    profile="standard",
    source="PRINCE2: roles that are better not combined",
    bad=(
        """
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        senior-supplier:
          - {person: ines-roth, from: 2026-11-01, until: 2027-06-30, time: 5 %}  # <--
        project-manager:
          - {person: sam-okoro, from: 2026-10-01, until: 2027-06-30, time: 40 %}
        """,
        """
        # assignments/hermes.yaml
        sponsor:
          - {person: ana-keller, from: 2026-10-01, until: 2027-06-30, time: 1 %}  # <--
        project-manager:
          - {person: sam-okoro, from: 2026-10-01, until: 2027-06-30, time: 40 %}
        """,
    ),
    good=(
        """
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        senior-user:
          - {person: ines-roth, from: 2026-11-01, until: 2027-06-30, time: 5 %}
        """,
        """
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        senior-supplier:
          - {person: nora-lind, from: 2026-11-01, until: 2027-06-30, time: 5 %}
        """,
    ),
)
def roles_in_tension(work: Project | Programme, office: Office) -> Problems:
    """One person holds two roles that pull in different directions on a project.

    The board of a project works because business, users and suppliers each speak for themselves. A
    sponsor who also supplies pays their own bill; a portfolio manager who also sponsors ranks their
    own project. That can be right for a while, and should be seen. Which roles these are stands in
    the role records, under `incompatible_with: warning`. On a small project the sponsor may
    speak for the users too.

    To put it right, find a second person for one of the roles, or ask for a waiver that says what
    is done instead.
    """
    for earlier, later, days in combined(work, "warning", office):
        roles = {earlier.role, later.role}
        if roles == _FINE_IF_SMALL and office.tier(work) == "small":
            continue
        one, other = role_name(earlier.role, office), role_name(later.role, office)
        yield (
            later.at("person"),
            (
                f"{person_name(later.person, office)} is both {one} and {other} "
                f"of {work.name} {days}, whose interests differ"
            ),
            (earlier.at("person"),),
        )
