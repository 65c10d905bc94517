"""The rule that who signs is appointed from above."""

import datetime as dt

from pmoascode.finding import Severity
from pmoascode.forge import PullRequest
from pmoascode.measures.appointment import gained_role, signing_roles
from pmoascode.measures.authority import governors, hands, is_owned
from pmoascode.office import Office
from pmoascode.office.naming import person_name, role_name, scope_name
from pmoascode.records.assignment import Assignment
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="starter",
    source="PRINCE2: the level above appoints; audit practice",
    waivable=False,
    in_starter=Severity.WARNING,
    bad=(
        """
        # author: sam-okoro
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2027-06-30, time: 5 %}
        project-manager:
          - {person: sam-okoro, from: 2026-10-01, until: 2027-06-30, time: 40 %}
        senior-user:
          - {person: paul-weber, from: 2026-10-01, until: 2027-06-30}
          - {person: lena-novak, from: 2026-11-10, until: 2027-06-30}  # <--
        senior-supplier:
          - {person: nora-lind, from: 2026-10-01, until: 2027-06-30}
        """,
        """
        # author: tom-berg
        # approved by: lena-novak
        # assignments/pmo.yaml
        pmo-director:
          - {person: ana-keller, from: 2020-01-01, time: 50 %}
          - {person: lena-novak, from: 2026-11-10, time: 5 %}  # <--
        pmo-analyst:
          - {person: omar-haddad, from: 2024-01-01, time: 60 %}
        """,
    ),
    good=(
        """
        # author: sam-okoro
        # approved by: li-wen
        # assignments/hermes.yaml
        sponsor:
          - {person: paul-weber, from: 2026-11-10, until: 2027-06-30, time: 5 %}
        """,
        """
        # author: sam-okoro
        # assignments/hermes.yaml
        sponsor:
          - {person: ines-roth, from: 2026-10-01, until: 2026-11-30, time: 5 %}
        project-manager:
          - {person: sam-okoro, from: 2026-10-01, until: 2027-06-30, time: 40 %}
        team-manager:
          - {person: lena-novak, from: 2026-11-10, until: 2027-06-30, time: 5 %}
        """,
    ),
)
def role_given_without_authority(
    held: Assignment,
    office: Office,
    before: Office,
    pull_request: PullRequest,
    authority: Office,
    today: dt.date,
) -> Problems:
    """Someone was given a role that signs or owns the rules, and nobody above agreed.

    Who may choose the sponsor, the board or the assurance of their own work need never convince
    anybody again. The level above appoints: the sponsor, the programme or portfolio manager, or
    the PMO director. Those roles count that govern, that decide at a gate, that sit on the board
    or that grant waivers; a team is put together by its manager. An earlier first day counts as
    more. To end a role needs nobody else.

    To put it right, ask somebody above to approve this pull request, or to open it themselves.
    """
    gain = gained_role(held, before, office, counts_time=False)
    if gain is None or held.person in hands(pull_request, authority):
        return  # what people give themselves is judged as self-appointment
    if held.role not in signing_roles(held, office, authority):
        return
    may = governors(held.scope_id, office, authority, today) - {held.person}
    if not is_owned(may, pull_request, authority):
        yield (
            gain,
            (
                f"{person_name(held.person, office)} was given the role of"
                f" {role_name(held.role, office)} of {scope_name(held.scope_id, office)};"
                " nobody above has agreed to that"
            ),
        )
