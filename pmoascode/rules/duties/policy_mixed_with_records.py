"""The rule that the policy travels alone."""

from pmoascode.change import changes
from pmoascode.finding import Severity
from pmoascode.measures.authority import is_policy
from pmoascode.office import Office
from pmoascode.records.delegation import Delegation
from pmoascode.records.record import At
from pmoascode.records.waiver import Waiver
from pmoascode.rule import Problems, rule

_NEUTRAL = (Delegation, Waiver)  # they count only once they are merged; rules of their own see them


@rule(
    Severity.ERROR,
    profile="starter",
    source="GitHub: CODEOWNERS protects itself",
    waivable=False,
    in_starter=Severity.WARNING,
    bad=(
        """
        # author: ana-keller
        # policy/policy.yaml
        profile: full  # <--
        scale: [green, amber, red]
        approvals:
          limits: {sponsor: 2000000, project-manager: 100000}
        # projects/apollo/actions.yaml
        tell-branches:
          do: Tell all branches when the portal opens
          owner: nora-lind
          due: 2026-11-20
        """,
        """
        # author: ana-keller
        # people/tom-berg.yaml
        name: Tom Berg  # <--
        email: tom.berg@harbour.example
        identities: {github: {login: tom-berg, id: 110}, gitlab: {login: tom-berg, id: 815}}
        unit: pmo
        career_role: project-manager
        level: 4
        active_from: 2021-04-01
        skills:
          claims-handling: {level: 3, assessed_on: 2026-05-04, assessed_by: li-wen}
        certifications:
          - {name: PRINCE2 Practitioner, body: PeopleCert, awarded: 2025-03-01, expires: 2028-02-28}
        mentor: li-wen
        # projects/apollo/actions.yaml
        tell-branches:
          do: Tell all branches when the portal opens
          owner: nora-lind
          due: 2026-11-20
        """,
    ),
    good=(
        """
        # policy/policy.yaml
        profile: full
        # policy/raci.yaml
        risk: {title: Risk register, roles: {project-manager: AR}}
        # people/tom-berg.yaml
        name: Tom Berg
        email: tom@harbour.example
        level: 4
        """,
        """
        # people/zoe-hart.yaml
        name: Zoe Hart
        email: zoe.hart@harbour.example
        # people/tom-berg.yaml
        name: Tom Berg
        email: tom.berg@harbour.example
        identities: {github: {login: tom-berg, id: 110}}
        level: 3
        # policy/delegations.yaml
        board-week:
          by: maria-silva
          to: li-wen
          role: sponsor
          powers: [approve]
          from: 2026-12-01
          until: 2026-12-11
        """,
    ),
)
def policy_mixed_with_records(office: Office, before: Office) -> Problems:
    """One pull request changes both the policy and the records that it judges.

    Among many records a change of the rules is easily overlooked, and it looks as if the rules had
    been made for these records. What belongs to the policy: its file, lifecycles, the
    responsibility matrix, roles, standards, rules of your own, and the accounts of people who are
    known already.

    To put it right, split the pull request: first the policy, then the records.
    """
    found = changes(before, office)
    policy = [each for each in found if is_policy(each) and not isinstance(each.record, _NEUTRAL)]
    plain = [
        each for each in found if not is_policy(each) and not isinstance(each.record, _NEUTRAL)
    ]
    if policy and plain:
        record, other = policy[0].record, plain[0].record
        yield (
            At(record.path, record.keys),
            (
                f"this pull request changes the policy ({policy[0].name}) together with "
                f"{len(plain)} other record{'s' if len(plain) > 1 else ''}, such as {plain[0].name}"
            ),
            (At(other.path, other.keys),),
        )
