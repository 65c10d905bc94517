"""The rule that the policy has owners."""

import datetime as dt

from pmoascode.change import RecordChange, changes
from pmoascode.finding import Severity
from pmoascode.forge import PullRequest
from pmoascode.measures.authority import is_owned, is_policy, owners
from pmoascode.measures.wording import listed
from pmoascode.office import Office
from pmoascode.office.naming import person_name, record_name
from pmoascode.records.delegation import Delegation
from pmoascode.records.record import At
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="starter",
    source="GitHub: CODEOWNERS protects itself",
    waivable=False,
    in_starter=Severity.WARNING,
    bad=(
        """
        # author: tom-berg
        # approved by: maria-silva
        # policy/policy.yaml
        profile: starter  # <--
        scale: [green, amber, red]
        approvals:
          limits: {sponsor: 2000000, project-manager: 100000}
        """,
        """
        # author: tom-berg
        # people/maria-silva.yaml
        name: Maria Silva  # <--
        email: maria.silva@harbour.example
        identities: {github: {login: tberg, id: 4711}}
        unit: executive-office
        position: chief-operating-officer
        career_role: sponsor
        level: 7
        active_from: 2015-03-01
        """,
        """
        # author: li-wen
        # policy/delegations.yaml
        board-week:  # <--
          by: maria-silva
          to: li-wen
          role: sponsor
          powers: [approve]
          within: apollo
          from: 2026-12-01
          until: 2026-12-11
        """,
    ),
    good=(
        """
        # author: ana-keller
        # policy/policy.yaml
        profile: full
        """,
        """
        # author: tom-berg
        # approved by: ana-keller
        # policy/policy.yaml
        profile: full
        """,
        """
        # author: tom-berg
        # people/tom-berg.yaml
        name: Tom Berg
        email: tom.berg@harbour.example
        identities: {github: {login: tom-berg, id: 110}, gitlab: {login: tom-berg, id: 815}}
        """,
        """
        # author: maria-silva
        # policy/delegations.yaml
        board-week:
          by: maria-silva
          to: li-wen
          role: sponsor
          powers: [approve]
          from: 2026-12-01
          until: 2026-12-11
        """,
        """
        # author: tom-berg
        # people/maria-silva.yaml
        name: Maria Silva
        email: maria.silva@harbour.example
        identities: {github: {login: maria-silva, id: 105}}
        unit: executive-office
        position: chief-operating-officer
        level: 6
        # people/zoe-hart.yaml
        name: Zoe Hart
        email: zoe.hart@harbour.example
        """,
        """
        # author: tom-berg
        # approved by: maria-silva
        # before: assignments/pmo.yaml
        pmo-analyst:
          - {person: omar-haddad, from: 2024-01-01, time: 60 %}
        # before: assignments/change.yaml
        portfolio-manager:
          - {person: ana-keller, from: 2026-01-01, until: 2026-11-09, time: 30 %}
        # policy/policy.yaml
        profile: full
        """,
    ),
)
def policy_changed_without_owner(
    office: Office, before: Office, pull_request: PullRequest, authority: Office, today: dt.date
) -> Problems:
    """Policy, roles, waivers or ownership changed without the review of those who own them.

    What everybody is judged by belongs to nobody who is judged. The same holds for who is who: an
    account put into another person's record is that person's signature. GitHub's list of owners
    protects itself for this reason. Owners are who leads the PMO, or the portfolios where nobody
    leads it; for a waiver those who may grant one; for a person or a delegation also whom it
    speaks for.

    To put it right, ask an owner of the policy to approve this pull request after its newest
    commit, or to open it.
    """
    for change in changes(before, office):
        if not (is_policy(change) or isinstance(change.record, Delegation)):
            continue
        own = owners(change, authority, today)
        if not is_owned(own, pull_request, authority):
            record = change.record
            wanted = listed([person_name(id, before) for id in sorted(own)], "or")
            yield (
                At(record.path, record.keys, of_key=bool(record.keys)),
                (
                    f"{_named(change, office)} was {_done(change)} without the approval of "
                    f"{wanted or 'a second person'}"
                ),
            )


def _named(change: RecordChange, office: Office) -> str:
    kind = change.record.kind.replace("-", " ")
    name = record_name(change.record, office)
    return f"the {kind}" if name == change.record.kind else f"the {kind} {name}"


def _done(change: RecordChange) -> str:
    if change.after is None:
        return "removed"
    return "changed" if change.before else "added"
