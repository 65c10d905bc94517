"""The rule that a handover is short."""

from itertools import combinations

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.office.naming import person_name, role_name
from pmoascode.records.assignment import Assignment
from pmoascode.records.days import day_after
from pmoascode.records.portfolio import Portfolio
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.records.role import Role
from pmoascode.rule import Problems, rule

_SAID_ELSEWHERE = ("sponsor", "project-manager", "programme-manager")  # unless it is a handover


@rule(
    Severity.WARNING,
    profile="full",
    source="UK guidance for senior responsible owners: accountability is continuous",
    bad=(
        """
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-01-15, time: 5 %}
          - {person: paul-weber, from: 2027-01-01, time: 5 %, handover: true}  # <--
        """,
        """
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, time: 5 %, handover: true}
          - {person: paul-weber, from: 2027-01-01, time: 5 %}  # <--
        """,
        """
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, time: 5 %}
        programme-director:
          - {person: li-wen, from: 2026-09-01, until: 2027-03-31}
          - {person: sam-okoro, from: 2027-02-01}  # <--
        """,
    ),
    good=(
        """
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-01-14, time: 5 %}
          - {person: paul-weber, from: 2027-01-01, time: 5 %, handover: true}
        """,
        """
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-02-15, time: 5 %}
          - {person: ines-roth, from: 2027-01-01, time: 5 %, handover: true}
        """,
        """
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-02-15, time: 5 %}
          - {person: paul-weber, from: 2027-01-01, time: 5 %}
        """,
        """
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, time: 5 %}
        senior-user:
          - {person: paul-weber, from: 2026-10-01, time: 5 %}
          - {person: nora-lind, from: 2026-10-01, time: 5 %, handover: true}
        """,
    ),
)
def handover_too_long(work: Project | Programme | Portfolio, office: Office) -> Problems:
    """A handover keeps two holders in a role of one holder for longer than allowed.

    A few days side by side keep what one holder knows. After weeks nobody can say any more which
    of the two decides. How many days are allowed stands in the policy, under `handover` of the
    tier.

    To put it right, end the earlier assignment sooner with `until`, or let the later one begin
    later.
    """
    allowed = office.rigour(work).handover
    for earlier, later in _successions(office.assignments(work)):
        role = office.find(Role, later.role)
        both = earlier.tenure.shared(later.tenure)
        if not (role and role.single_holder and both and _is_judged(earlier, later)):
            continue
        if both.last is None or day_after(both.last) > allowed.after(both.first):
            one, other = person_name(earlier.person, office), person_name(later.person, office)
            yield (
                later.at("person"),
                (
                    f"{one} and {other} are both {role_name(later.role, office)} of {work.name} "
                    f"{both}; a handover may take {allowed}"
                ),
                (earlier.at("person"),),
            )


def _successions(held: tuple[Assignment, ...]) -> list[tuple[Assignment, Assignment]]:
    """Pairs of different holders of the same role, by their first days."""
    by_day = sorted(held, key=lambda a: (a.from_, a.id))
    pairs = combinations(by_day, 2)
    return [(a, b) for a, b in pairs if a.role == b.role and a.person != b.person]


def _is_judged(earlier: Assignment, later: Assignment) -> bool:
    return earlier.handover or later.handover or later.role not in _SAID_ELSEWHERE
