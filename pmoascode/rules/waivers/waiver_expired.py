"""The rule that a waiver ends on its last day."""

import datetime as dt

from pmoascode.finding import Severity
from pmoascode.records.waiver import Waiver
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="starter",
    source="OpenStack: exceptions expire",
    waivable=False,
    bad=(
        """
        # policy/waivers/hermes-sponsor.yaml
        rule: project-without-sponsor
        record: project/apollo
        reason: The board names the sponsor in December.
        risk: Nobody can stop the project until then.
        compensation: The portfolio manager decides meanwhile.
        requested_by: sam-okoro
        approved: {outcome: approved, by: ana-keller, as: pmo-director, date: 2026-10-02}
        created: 2026-10-01
        expires: 2026-11-09  # <--
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
        expires: 2026-11-10
        """,
    ),
)
def waiver_expired(waiver: Waiver, today: dt.date) -> Problems:
    """A waiver has expired and is still there.

    A waiver that has run out excuses nothing any more: what it covered is found again. Left lying,
    it looks as if somebody still allowed it.

    To put it right, remove the file: the history keeps it. If the exception must go on, ask for a
    new waiver, with a new approval.
    """
    if waiver.expires < today:
        yield (
            waiver.at("expires"),
            f"the waiver for {waiver.rule} on {waiver.record} expired on {waiver.expires}",
        )
