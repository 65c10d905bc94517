"""The rule that nobody excuses themselves."""

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.office.excused import waived_work
from pmoascode.office.naming import person_name
from pmoascode.records.parts import SignOff
from pmoascode.records.waiver import Waiver
from pmoascode.rule import Problems, rule

_MANAGERS = ("project-manager", "junior-project-manager", "programme-manager")


@rule(
    Severity.ERROR,
    profile="starter",
    source="Four eyes",
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
        requested_by: ana-keller
        approved:
          outcome: approved
          by: ana-keller  # <--
          as: pmo-director
          date: 2026-11-03
        created: 2026-11-02
        expires: 2026-12-31
        """,
        """
        # assignments/pmo.yaml
        pmo-director:
          - {person: ana-keller, from: 2020-01-01, until: 2026-10-31}
          - {person: sam-okoro, from: 2026-11-01, time: 10 %}
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
        # assignments/hermes.yaml
        project-manager:
          - {person: sam-okoro, from: 2026-10-01, until: 2026-11-03, time: 40 %}
        # policy/waivers/hermes-sponsor.yaml
        rule: project-without-sponsor
        record: project/hermes
        reason: The board names the sponsor in December.
        risk: Nobody can stop the project until then.
        compensation: The portfolio manager decides meanwhile.
        requested_by: omar-haddad
        approved:
          outcome: approved
          by: sam-okoro  # <--
          as: pmo-director
          date: 2026-11-03
        created: 2026-11-02
        expires: 2026-12-31
        """,
        """
        # people/ana-keller.yaml
        name: Ana Keller
        identities: {github: {login: ana-keller, id: 101}}
        unit: pmo
        position: head-of-pmo
        career_role: pmo-director
        level: 6
        active_from: 2018-09-01
        capacity: 50 %
        # policy/waivers/hermes-sponsor.yaml
        rule: person-overallocated
        record: person/ana-keller
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
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        status: active
        tier: small
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # assignments/hermes.yaml
        project-manager:
          - {person: ana-keller, from: 2026-10-01, until: 2026-11-02, time: 40 %}
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
        # projects/hermes/project.yaml
        name: Hermes address service
        programme: front-door
        phase: idea
        status: active
        tier: small
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        # assignments/hermes.yaml
        project-support:
          - {person: ana-keller, from: 2026-10-01}
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
        # policy/waivers/hermes-sponsor.yaml
        rule: project-without-sponsor
        record: project/hermes
        reason: The board names the sponsor in December.
        risk: Nobody can stop the project until then.
        compensation: The portfolio manager decides meanwhile.
        requested_by: ana-keller
        approved: {outcome: rejected, by: ana-keller, as: pmo-director, date: 2026-11-03}
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
        requested_by: ana-keller
        created: 2026-11-02
        expires: 2026-12-31
        """,
    ),
)
def waiver_approved_by_beneficiary(waiver: Waiver, authority: Office) -> Problems:
    """A waiver was approved by the one who asked for it or who caused the finding.

    An exception that somebody grants to themselves is none: the rule was simply not kept. Whoever
    manages the project answers for what is found there, and everybody for their own record.

    To put it right, let somebody else approve it who may grant waivers.
    """
    signed = waiver.approved
    if signed is None or not signed.is_granted:
        return
    name = person_name(signed.by, authority)
    if signed.by == waiver.requested_by:
        message = f"{name} approved the waiver for {waiver.rule} that {name} had asked for"
        yield waiver.at("approved", "by"), message, (waiver.at("requested_by"),)
    elif _is_excused(signed, waiver, authority):
        message = f"{name} approved the waiver for {waiver.rule} and answers for {waiver.record}"
        yield waiver.at("approved", "by"), message, (waiver.at("record"),)


def _is_excused(signed: SignOff, waiver: Waiver, authority: Office) -> bool:
    """Whether the one who signed managed the work on that day, or is whom the waiver is about."""
    if waiver.record == f"person/{signed.by}":
        return True
    work = waived_work(waiver, authority)
    if work is None:
        return False
    held = (a for role in _MANAGERS for a in authority.holders(role, work, signed.date))
    return any(a.person == signed.by for a in held)
