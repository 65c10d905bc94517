"""The rule that a waiver is short."""

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.records.waiver import Waiver
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="starter",
    source="OpenStack: exceptions expire",
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
        approved: {outcome: approved, by: ana-keller, as: pmo-director, date: 2026-11-03}
        created: 2026-11-02
        expires: 2027-06-30  # <--
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
        expires: 2027-01-31
        """,
    ),
)
def waiver_too_long(waiver: Waiver, office: Office) -> Problems:
    """A waiver lasts longer than the policy allows.

    An exception without a near end becomes the custom. A short one is looked at again while
    somebody still knows why it was made. How long is enough stands in the policy, under
    `waivers: longest`.

    To put it right, choose an earlier day for `expires`, and renew the waiver if it is still needed
    then.
    """
    latest = office.policy.waivers.longest.after(waiver.created)
    if waiver.expires > latest:
        yield (
            waiver.at("expires"),
            (
                f"the waiver for {waiver.rule} on {waiver.record} lasts until {waiver.expires}; "
                f"{office.policy.waivers.longest} from {waiver.created} end on {latest}"
            ),
        )
