"""The rule that a waiver says what it allows, and by whose word."""

from pmoascode.finding import Severity
from pmoascode.records.waiver import Waiver
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="starter",
    source="OpenStack: exceptions are written down",
    waivable=False,
    bad="""
        # policy/waivers/hermes-sponsor.yaml
        rule: project-without-sponsor  # <--
        record: project/apollo
        reason: The board names the sponsor in December.
        risk: Nobody can stop the project until then.
        compensation: The portfolio manager decides meanwhile.
        requested_by: sam-okoro
        created: 2026-11-02
        expires: 2026-12-31
        """,
    good="""
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
)
def waiver_incomplete(waiver: Waiver) -> Problems:
    """A waiver lacks its rule, record, reason, risk, compensation, approver or dates.

    Whoever allows an exception should know what may go wrong and what is done about it, and others
    should see who allowed it. Until it is approved a waiver excuses nothing. The other fields are
    asked for while the file is read, as missing-field.

    To put it right, let somebody who may grant waivers sign it under `approved`, or remove it.
    """
    if waiver.approved is None:
        yield (
            waiver.at("rule"),
            f"nobody has approved the waiver for {waiver.rule} on {waiver.record} yet",
        )
