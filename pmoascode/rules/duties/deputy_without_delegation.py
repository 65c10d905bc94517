"""The rule that a deputy has a delegation."""

from pmoascode.finding import Severity
from pmoascode.measures.lending import covers
from pmoascode.office import Office
from pmoascode.office.naming import person_name, role_name, scope_name
from pmoascode.records.approval import Approval
from pmoascode.records.delegation import Delegation
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="starter",
    source="Delegated authority: written, dated, limited",
    in_starter=Severity.WARNING,
    bad=(
        """
        # approvals/mercury/close-project.yaml
        gate: close-project
        decision: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-03-09}
        delegate_of: maria-silva  # <--
        """,
        """
        # policy/delegations.yaml
        other-project:
          by: ana-keller
          to: ines-roth
          powers: [approve]
          within: hermes
          from: 2026-03-01
          until: 2026-03-31
        other-power:
          by: ana-keller
          to: ines-roth
          powers: [edit, report]
          from: 2026-03-01
          until: 2026-03-31
        other-role:
          by: ana-keller
          to: ines-roth
          role: portfolio-manager
          powers: [approve]
          from: 2026-03-01
          until: 2026-03-31
        other-days:
          {by: ana-keller, to: ines-roth, powers: [approve], from: 2026-03-10, until: 2026-03-31}
        other-person:
          {by: ana-keller, to: paul-weber, powers: [approve], from: 2026-03-01, until: 2026-03-31}
        # approvals/mercury/close-project.yaml
        gate: close-project
        decision: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-03-09}
        delegate_of: ana-keller  # <--
        """,
    ),
    good=(
        """
        # policy/delegations.yaml
        while-away:
          by: ines-roth
          to: paul-weber
          role: sponsor
          powers: [approve]
          within: mercury
          from: 2026-03-09
          until: 2026-03-09
        # approvals/mercury/close-project.yaml
        gate: close-project
        decision: {outcome: approved, by: paul-weber, as: sponsor, date: 2026-03-09}
        delegate_of: ines-roth
        """,
        """
        # policy/delegations.yaml
        while-away:
          by: ines-roth
          to: paul-weber
          powers: [approve]
          within: change
          from: 2026-03-01
          until: 2026-03-31
        # approvals/mercury/close-project.yaml
        gate: close-project
        decision: {outcome: approved, by: paul-weber, as: sponsor, date: 2026-03-09}
        delegate_of: ines-roth
        """,
    ),
)
def deputy_without_delegation(approval: Approval, office: Office, authority: Office) -> Problems:
    """Someone acted for another without a delegation that covers it.

    A deputy's signature binds whoever is deputised for, so it must be on record who lent which
    power, for what, and for which days.

    To put it right, let the holder of the role sign; or merge the delegation first, if it was
    given before the decision.
    """
    absent, signed = approval.delegate_of, approval.decision
    is_known = any(authority.find(kind, approval.scope_id) for kind in (Project, Programme))
    placed = authority if is_known else office
    if absent and not any(
        (lent.by, lent.to) == (absent, signed.by)
        and "approve" in lent.powers
        and lent.role in (None, signed.as_)
        and lent.holds_on(signed.date)
        and covers(lent, approval.scope_id, placed)
        for lent in authority.all(Delegation)
    ):
        yield (
            approval.at("delegate_of"),
            (
                f"{person_name(signed.by, office)} decided for {person_name(absent, office)} as "
                f"{role_name(signed.as_, office)} of {scope_name(approval.scope_id, office)} on "
                f"{signed.date}, but no delegation covers that"
            ),
        )
