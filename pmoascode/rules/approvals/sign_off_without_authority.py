"""The rule that who signs holds a role that may."""

from pmoascode.change import as_known
from pmoascode.finding import Severity
from pmoascode.measures.signing import Signed, sign_off, sign_off_field
from pmoascode.office import Office, Work
from pmoascode.office.holding import may_act
from pmoascode.office.naming import person_name, role_name
from pmoascode.records.approval import Approval
from pmoascode.records.record import Record
from pmoascode.rule import Problems, rule

_NEVER = ("junior-project-manager", "pmo-analyst", "pmo-coordinator", "project-support")


@rule(
    Severity.ERROR,
    profile="standard",
    source="Kubernetes: an approver is on the list; PM2: steering committee",
    bad=(
        """
        # approvals/mercury/close-project.yaml
        gate: close-project
        decision:
          outcome: approved
          by: maria-silva  # <--
          as: sponsor
          date: 2026-03-09
        """,
        """
        # approvals/mercury/close-project.yaml
        gate: close-project
        decision:
          outcome: approved
          by: paul-weber
          as: senior-user  # <--
          date: 2026-03-09
        """,
        """
        # projects/apollo/decisions.yaml
        buy:
          title: Buy, do not build
          raised_by: lena-novak
          options:
            buy: {title: Buy}
            build: {title: Build}
          chosen: buy
          rationale: Half the cost, a year sooner.
          decided:
            outcome: approved
            by: ana-keller  # <--
            as: sponsor
            date: 2026-04-14
        """,
    ),
    good=(
        """
        # approvals/mercury/close-project.yaml
        gate: close-project
        decision: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-03-09}
        """,
        """
        # policy/delegations.yaml
        while-away:
          by: ines-roth
          to: paul-weber
          role: sponsor
          powers: [approve]
          within: mercury
          from: 2026-03-01
          until: 2026-03-15
        # approvals/mercury/close-project.yaml
        gate: close-project
        decision: {outcome: approved, by: paul-weber, as: sponsor, date: 2026-03-09}
        """,
    ),
)
def sign_off_without_authority(record: Signed, office: Office, authority: Office) -> Problems:
    """Something was signed off by someone who did not hold a role that may, on that day.

    A signature is worth what the one who signs may decide. The role counts on the project itself,
    its programme, its portfolio or a unit of the organisation, on the day of the signature; for a
    gate it must be one that the lifecycle lists for the tier. Whoever acts for somebody else needs
    a delegation. Roles that support or learn sign for nobody. Kubernetes keeps lists of approvers
    for the same reason.

    To put it right, let somebody sign who holds the role; or correct the role, the day, or the
    assignment if that is what is wrong.
    """
    field, signed = sign_off_field(record), sign_off(record)
    work = office.owner(record)
    if signed is None or work is None or office.person(signed.by) is None:
        return
    role = role_name(signed.as_, office)
    allowed = _allowed(record, work, office)
    if signed.as_ in _NEVER or (allowed and signed.as_ not in allowed):
        roles = " or ".join(role_name(each, office) for each in allowed)
        wanted = f"; it takes the {roles}" if allowed else ""
        yield record.at(field, "as"), f"a {role} may not sign this for {work.name}{wanted}"
    elif not may_act(signed, as_known(work, authority, office), authority):
        yield (
            record.at(field, "by"),
            (
                f"{person_name(signed.by, office)} signed as {role} on {signed.date}, but was not "
                f"{role} of {work.name} on that day"
            ),
        )


def _allowed(record: Record, work: Work, office: Office) -> tuple[str, ...]:
    """The roles that may decide at the gate; none where it is no gate, or lists none."""
    lifecycle = office.lifecycle(work)
    if not isinstance(record, Approval) or lifecycle is None:
        return ()
    gate = lifecycle.gates.get(record.gate)
    return gate.approvers_for(office.tier(work)) if gate else ()
