"""The rule that a waiver names a rule that may be waived."""

from difflib import get_close_matches

from pmoascode.finding import Severity
from pmoascode.records.waiver import Waiver
from pmoascode.rule import Problems, Rule, rule


@rule(
    Severity.ERROR,
    profile="starter",
    source="Three lines model: some controls have no exception",
    waivable=False,
    bad=(
        """
        # policy/waivers/hermes-sponsor.yaml
        rule: project-without-sponser  # <--
        record: project/apollo
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
        rule: sponsor-is-project-manager  # <--
        record: project/apollo
        reason: The board names the sponsor in December.
        risk: Nobody can stop the project until then.
        compensation: The portfolio manager decides meanwhile.
        requested_by: sam-okoro
        approved: {outcome: approved, by: ana-keller, as: pmo-director, date: 2026-11-03}
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
    ),
)
def protected_rule_waived(waiver: Waiver, rules: tuple[Rule, ...]) -> Problems:
    """A waiver names a rule that nobody may waive, or that there is not.

    Some rules hold the others up: that records can be read and found, that nobody approves their
    own work, that waivers end. With an exception to one of these nothing that the records say could
    be relied on. A waiver that names no rule excuses nothing.

    To put it right, remove the waiver and mend what the rule finds, or correct the name of the
    rule; `pmo rules` lists them all.
    """
    known = {each.name: each for each in rules}
    meant = known.get(waiver.rule)
    if meant is None:
        near = get_close_matches(waiver.rule, known, n=1)
        hint = f"; did you mean `{near[0]}`?" if near else ""
        yield (
            waiver.at("rule"),
            f"the waiver on {waiver.record} names the rule {waiver.rule}, which is none{hint}",
        )
    elif not meant.waivable:
        message = f"{waiver.rule} cannot be waived, neither on {waiver.record} nor elsewhere"
        yield waiver.at("rule"), message
