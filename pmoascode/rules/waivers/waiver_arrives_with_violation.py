"""The rule that a waiver is there before what it excuses."""

from pmoascode.change import changes
from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.records.waiver import Waiver
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="starter",
    source="Four eyes",
    waivable=False,
    bad=(
        """
        # policy/waivers/hermes-sponsor.yaml
        rule: project-without-manager
        record: project/hermes  # <--
        reason: The board names the sponsor in December.
        risk: Nobody can stop the project until then.
        compensation: The portfolio manager decides meanwhile.
        requested_by: sam-okoro
        approved: {outcome: approved, by: ana-keller, as: pmo-director, date: 2026-11-03}
        created: 2026-11-02
        expires: 2026-12-31
        # projects/hermes/project.yaml
        name: Hermes service
        programme: front-door
        phase: idea
        status: proposed
        tier: small
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        """,
        """
        # before: policy/waivers/hermes-sponsor.yaml
        rule: project-without-manager
        record: project/hermes
        reason: The board names the sponsor in December.
        risk: Nobody can stop the project until then.
        compensation: The portfolio manager decides meanwhile.
        requested_by: sam-okoro
        created: 2026-11-02
        expires: 2026-12-31
        # policy/waivers/hermes-sponsor.yaml
        rule: project-without-manager
        record: project/hermes  # <--
        reason: The board names the sponsor in December.
        risk: Nobody can stop the project until then.
        compensation: The portfolio manager decides meanwhile.
        requested_by: sam-okoro
        approved: {outcome: approved, by: ana-keller, as: pmo-director, date: 2026-11-03}
        created: 2026-11-02
        expires: 2026-12-31
        # projects/hermes/project.yaml
        name: Hermes service
        programme: front-door
        phase: idea
        status: proposed
        tier: small
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        """,
        """
        # before: policy/waivers/hermes-sponsor.yaml
        rule: project-without-sponsor
        record: project/hermes
        reason: The board names the sponsor in December.
        risk: Nobody can stop the project until then.
        compensation: The portfolio manager decides meanwhile.
        requested_by: sam-okoro
        approved: {outcome: approved, by: ana-keller, as: pmo-director, date: 2026-11-03}
        created: 2026-11-02
        expires: 2026-11-09
        # policy/waivers/hermes-sponsor.yaml
        rule: project-without-manager
        record: project/hermes  # <--
        reason: The board names the sponsor in December.
        risk: Nobody can stop the project until then.
        compensation: The portfolio manager decides meanwhile.
        requested_by: sam-okoro
        approved: {outcome: approved, by: ana-keller, as: pmo-director, date: 2026-11-03}
        created: 2026-11-02
        expires: 2026-12-31
        # projects/hermes/project.yaml
        name: Hermes service
        programme: front-door
        phase: idea
        status: proposed
        tier: small
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        """,
        """
        # before: policy/waivers/hermes-sponsor.yaml
        rule: project-without-manager
        record: project/apollo
        reason: The board names the sponsor in December.
        risk: Nobody can stop the project until then.
        compensation: The portfolio manager decides meanwhile.
        requested_by: sam-okoro
        approved: {outcome: approved, by: ana-keller, as: pmo-director, date: 2026-11-03}
        created: 2026-11-02
        expires: 2026-11-09
        # policy/waivers/hermes-sponsor.yaml
        rule: project-without-manager
        record: project/hermes  # <--
        reason: The board names the sponsor in December.
        risk: Nobody can stop the project until then.
        compensation: The portfolio manager decides meanwhile.
        requested_by: sam-okoro
        approved: {outcome: approved, by: ana-keller, as: pmo-director, date: 2026-11-03}
        created: 2026-11-02
        expires: 2026-12-31
        # projects/hermes/project.yaml
        name: Hermes service
        programme: front-door
        phase: idea
        status: proposed
        tier: small
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        """,
    ),
    good=(
        """
        # policy/waivers/hermes-sponsor.yaml
        rule: project-without-manager
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
        # before: policy/waivers/hermes-sponsor.yaml
        rule: project-without-manager
        record: project/hermes
        reason: The board names the sponsor in December.
        risk: Nobody can stop the project until then.
        compensation: The portfolio manager decides meanwhile.
        requested_by: sam-okoro
        approved: {outcome: approved, by: ana-keller, as: pmo-director, date: 2026-11-03}
        created: 2026-11-02
        expires: 2026-12-31
        # policy/waivers/hermes-sponsor.yaml
        rule: project-without-manager
        record: project/hermes
        reason: The board names the sponsor in December.
        risk: Nobody can stop the project until then.
        compensation: The portfolio manager decides meanwhile.
        requested_by: sam-okoro
        approved: {outcome: approved, by: ana-keller, as: pmo-director, date: 2026-11-03}
        created: 2026-11-02
        expires: 2027-01-15
        # projects/hermes/project.yaml
        name: Hermes service
        programme: front-door
        phase: idea
        status: proposed
        tier: small
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        """,
        """
        # before: policy/waivers/hermes-sponsor.yaml
        rule: project-without-manager
        record: project/hermes
        reason: The board names the sponsor in December.
        risk: Nobody can stop the project until then.
        compensation: The portfolio manager decides meanwhile.
        requested_by: sam-okoro
        created: 2026-11-02
        expires: 2026-12-31
        # policy/waivers/hermes-sponsor.yaml
        rule: project-without-manager
        record: project/hermes
        reason: The board names the sponsor in December.
        risk: Nobody can stop the project until then.
        compensation: The portfolio manager decides meanwhile.
        requested_by: sam-okoro
        created: 2026-11-02
        expires: 2027-01-15
        # projects/hermes/project.yaml
        name: Hermes service
        programme: front-door
        phase: idea
        status: proposed
        tier: small
        objectives: [fewer-errors]
        milestones:
          service-open: {title: Address service open, baseline: 2027-01-29}
        """,
    ),
)
def waiver_arrives_with_violation(waiver: Waiver, office: Office, before: Office) -> Problems:
    """A waiver arrives together with a change of the record that it excuses.

    An exception is asked for first and used then. In one pull request the reviewers would look at
    the change and grant the waiver by the way. A waiver arrives when it is new, when it is approved
    at last, or when it excuses another rule or record than before.

    To put it right, split the pull request: the waiver first, and the change once it is merged.
    """
    if not _arrives(waiver, before.find(Waiver, waiver.id)):
        return
    changed = next((c for c in changes(before, office) if c.name == waiver.record), None)
    if changed:
        yield (
            waiver.at("record"),
            f"the waiver for {waiver.rule} comes together with a change of {waiver.record}",
            (changed.record.at(),),
        )


def _arrives(waiver: Waiver, was: Waiver | None) -> bool:
    if was is None or (was.rule, was.record) != (waiver.rule, waiver.record):
        return True
    return waiver.is_approved and not was.is_approved
