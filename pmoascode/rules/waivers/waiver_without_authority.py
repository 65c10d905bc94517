"""The rule that a waiver is granted by those who may."""

from pmoascode.finding import Severity
from pmoascode.measures.wording import listed
from pmoascode.office import Office
from pmoascode.office.excused import waived_work
from pmoascode.office.holding import may_act
from pmoascode.office.naming import person_name, role_name
from pmoascode.records.delegation import Delegation
from pmoascode.records.parts import SignOff
from pmoascode.records.waiver import Waiver
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="starter",
    source="Delegated authority: written, dated, limited",
    waivable=False,
    bad=(
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        status: active
        tier: small
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # assignments/hermes.yaml (removed)
        # policy/waivers/hermes-sponsor.yaml
        rule: project-without-sponsor
        record: project/hermes
        reason: The board names the sponsor in December.
        risk: Nobody can stop the project until then.
        compensation: The portfolio manager decides meanwhile.
        requested_by: sam-okoro
        approved:
          outcome: approved
          by: li-wen
          as: programme-manager  # <--
          date: 2026-11-03
        created: 2026-11-02
        expires: 2026-12-31
        """,
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        status: active
        tier: small
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # assignments/hermes.yaml (removed)
        # policy/waivers/hermes-sponsor.yaml
        rule: project-without-sponsor
        record: project/hermes
        reason: The board names the sponsor in December.
        risk: Nobody can stop the project until then.
        compensation: The portfolio manager decides meanwhile.
        requested_by: sam-okoro
        approved:
          outcome: approved
          by: omar-haddad  # <--
          as: pmo-director
          date: 2026-11-03
        created: 2026-11-02
        expires: 2026-12-31
        """,
        """
        # assignments/pmo.yaml
        pmo-director:
          - {person: li-wen, from: 2020-02-01, until: 2026-11-02}
          - {person: ana-keller, from: 2026-11-04, time: 10 %}
        pmo-analyst:
          - {person: omar-haddad, from: 2024-01-01, time: 60 %}
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        status: active
        tier: small
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # assignments/hermes.yaml (removed)
        # policy/waivers/hermes-sponsor.yaml
        rule: project-without-sponsor
        record: project/hermes
        reason: The board names the sponsor in December.
        risk: Nobody can stop the project until then.
        compensation: The portfolio manager decides meanwhile.
        requested_by: sam-okoro
        approved:
          outcome: approved
          by: ana-keller  # <--
          as: pmo-director
          date: 2026-11-03
        created: 2026-11-02
        expires: 2026-12-31
        """,
        """
        # people/omar-haddad.yaml
        name: Omar Haddad
        identities: {github: {login: omar-haddad, id: 107}}
        unit: pmo
        career_role: pmo-analyst
        level: 3
        active_from: 2024-01-01
        capacity: 50 %
        # policy/delegations.yaml
        while-away:
          by: ana-keller
          to: nora-lind
          role: pmo-director
          powers: [approve]
          within: hermes
          from: 2026-11-01
          until: 2026-11-10
        # policy/waivers/hermes-sponsor.yaml
        rule: person-overallocated
        record: person/omar-haddad
        reason: The board names the sponsor in December.
        risk: Nobody can stop the project until then.
        compensation: The portfolio manager decides meanwhile.
        requested_by: sam-okoro
        approved:
          outcome: approved
          by: nora-lind  # <--
          as: pmo-director
          date: 2026-11-03
        created: 2026-11-02
        expires: 2026-12-31
        """,
    ),
    good=(
        """
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        status: active
        tier: small
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # assignments/hermes.yaml (removed)
        # policy/waivers/hermes-sponsor.yaml
        rule: project-without-sponsor
        record: project/hermes
        reason: The board names the sponsor in December.
        risk: Nobody can stop the project until then.
        compensation: The portfolio manager decides meanwhile.
        requested_by: sam-okoro
        approved: {outcome: approved, by: ana-keller, as: pmo-director, date: 2026-11-03}
        created: 2026-11-02
        expires: 2026-12-31
        """,
        """
        # policy/waivers/hermes-sponsor.yaml
        rule: person-overallocated
        record: person/omar-haddad
        reason: The board names the sponsor in December.
        risk: Nobody can stop the project until then.
        compensation: The portfolio manager decides meanwhile.
        requested_by: sam-okoro
        approved: {outcome: approved, by: ana-keller, as: pmo-director, date: 2026-11-03}
        created: 2026-11-02
        expires: 2026-12-31
        """,
        """
        # policy/delegations.yaml
        while-away:
          by: ana-keller
          to: nora-lind
          powers: [approve]
          from: 2026-11-03
          until: 2026-11-10
        # policy/waivers/hermes-sponsor.yaml
        rule: person-overallocated
        record: person/omar-haddad
        reason: The board names the sponsor in December.
        risk: Nobody can stop the project until then.
        compensation: The portfolio manager decides meanwhile.
        requested_by: sam-okoro
        approved: {outcome: approved, by: nora-lind, as: pmo-director, date: 2026-11-03}
        created: 2026-11-02
        expires: 2026-12-31
        """,
        """
        # policy/policy.yaml
        profile: full
        waivers: {approvers: [portfolio-manager]}
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        status: active
        tier: small
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # assignments/hermes.yaml (removed)
        # policy/waivers/hermes-sponsor.yaml
        rule: project-without-sponsor
        record: project/hermes
        reason: The board names the sponsor in December.
        risk: Nobody can stop the project until then.
        compensation: The portfolio manager decides meanwhile.
        requested_by: sam-okoro
        approved: {outcome: approved, by: ana-keller, as: portfolio-manager, date: 2026-11-03}
        created: 2026-11-02
        expires: 2026-12-31
        """,
        """
        # policy/waivers/hermes-sponsor.yaml
        rule: project-without-sponsor
        record: project/hermes
        reason: The board names the sponsor in December.
        risk: Nobody can stop the project until then.
        compensation: The portfolio manager decides meanwhile.
        requested_by: sam-okoro
        approved: {outcome: rejected, by: omar-haddad, as: pmo-director, date: 2026-11-03}
        created: 2026-11-02
        expires: 2026-12-31
        """,
        """
        # policy/waivers/hermes-sponsor.yaml
        rule: project-without-sponsor
        record: project/hermes
        reason: The board names the sponsor in December.
        risk: Nobody can stop the project until then.
        compensation: The portfolio manager decides meanwhile.
        requested_by: sam-okoro
        created: 2026-11-02
        expires: 2026-12-31
        """,
    ),
)
def waiver_without_authority(waiver: Waiver, office: Office, authority: Office) -> Problems:
    """A waiver was approved by someone who may not waive that rule.

    Whoever can excuse from the rules stands above them while they do. The policy lists the roles
    that may, under `waivers: approvers`, and the one who signs must have held such a role on that
    day, or have acted for somebody who did by a delegation.

    To put it right, let somebody approve it who holds such a role, or correct the role or the day
    of the approval.
    """
    signed, allowed = waiver.approved, office.policy.waivers.approvers
    if signed is None or not signed.is_granted:
        return
    name, role = person_name(signed.by, authority), role_name(signed.as_, authority)
    if signed.as_ not in allowed:
        wanted = listed([role_name(each, authority) for each in allowed], "or")
        message = f"a {role} may not waive {waiver.rule} on {waiver.record}; it takes the {wanted}"
        yield waiver.at("approved", "as"), message
    elif not _may_waive(signed, waiver, authority):
        yield (
            waiver.at("approved", "by"),
            f"{name} approved as {role} on {signed.date}, but was not {role} on that day",
        )


def _may_waive(signed: SignOff, waiver: Waiver, authority: Office) -> bool:
    """Whether the one who signed had the role on that day, or acted for somebody who had it.

    For records that belong to no project or programme the role counts wherever it is held, and a
    delegation only where it is for the whole organisation.
    """
    work = waived_work(waiver, authority)
    if work:
        return may_act(signed, work, authority)
    acting = {signed.by} | {
        lent.by
        for lent in authority.all(Delegation)
        if lent.to == signed.by and "approve" in lent.powers and lent.holds_on(signed.date)
        if lent.role in (None, signed.as_) and lent.within is None
    }
    return any(
        held.role == signed.as_ and held.holds_on(signed.date)
        for person in acting
        for held in authority.assignments_of(person)
    )
