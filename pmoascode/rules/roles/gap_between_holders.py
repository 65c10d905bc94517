"""The rule that a role of one holder does not stand empty between two of them."""

from itertools import pairwise

from pmoascode.finding import Severity
from pmoascode.measures.wording import days
from pmoascode.office import Office
from pmoascode.office.naming import role_name
from pmoascode.records.assignment import Assignment
from pmoascode.records.days import day_before
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.records.role import Role
from pmoascode.rule import Problems, rule


@rule(
    Severity.WARNING,
    profile="full",
    source="UK guidance for senior responsible owners: accountability is continuous",
    bad=(
        """
        # assignments/hermes.yaml
        sponsor:
          - {person: paul-weber, from: 2026-09-01, until: 2026-09-30, time: 5 %}
          - {person: ines-roth, from: 2026-10-16, time: 5 %}  # <--
        """,
        """
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, time: 5 %}
        programme-director:
          - {person: li-wen, from: 2026-09-01, until: 2026-12-31}
          - {person: omar-haddad, from: 2026-10-01, until: 2026-10-14, handover: true}
          - {person: sam-okoro, from: 2027-02-01}  # <--
        """,
    ),
    good=(
        """
        # assignments/hermes.yaml
        sponsor:
          - {person: paul-weber, from: 2026-09-01, until: 2026-09-30, time: 5 %}
          - {person: ines-roth, from: 2026-10-15, time: 5 %}
        """,
        """
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, time: 5 %}
        senior-user:
          - {person: paul-weber, from: 2026-09-01, until: 2026-09-30, time: 5 %}
          - {person: nora-lind, from: 2026-12-01, time: 5 %}
        """,
        """
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, time: 5 %}
          - {person: paul-weber, from: 2026-11-01, time: 5 %, handover: true}
        """,
        """
        # assignments/mercury.yaml
        sponsor:
          - {person: ines-roth, from: 2025-01-06, until: 2025-03-31, time: 5 %}
          - {person: ines-roth, from: 2025-06-01, until: 2026-03-31, time: 5 %}
        """,
    ),
)
def gap_between_holders(work: Project | Programme, office: Office) -> Problems:
    """A role of one holder stood empty between two holders for longer than the handover allows.

    Somebody must answer for the work on every day. In the UK a senior responsible owner stays
    until the next one has taken over. How many days are allowed stands in the policy, under
    `handover` of the tier. It is a warning, since the past cannot be filled any more.

    To put it right, let the next holder begin earlier, or the last one stay longer, as far as that
    is what happened or can still be arranged. Whoever stood in is entered too, as
    `filled: interim`.
    """
    if work.is_ended:
        return
    allowed = office.rigour(work).handover
    for role in dict.fromkeys(a.role for a in office.assignments(work)):
        known = office.find(Role, role)
        if known is None or not known.single_holder:
            continue
        for last, following in _in_turn(office.assignments(work, role)):
            end = last.until
            if end and day_before(following.from_) > allowed.after(end):
                empty = days((following.from_ - end).days - 1)
                yield (
                    following.at("from"),
                    (
                        f"{work.name} had no {role_name(role, office)} for {empty} between {end} "
                        f"and {following.from_}; {allowed} are allowed"
                    ),
                    (last.at("until"),),
                )


def _in_turn(held: tuple[Assignment, ...]) -> list[tuple[Assignment, Assignment]]:
    """Each holder with the one who had stayed longest before them."""
    by_day = sorted(held, key=lambda a: (a.from_, a.id))
    longest = by_day[:1]
    for one in by_day[1:]:
        stayed = longest[-1]
        longer = stayed.until is not None and (one.until is None or one.until > stayed.until)
        longest.append(one if longer else stayed)
    return [(last, one) for last, (_, one) in zip(longest, pairwise(by_day), strict=False)]
