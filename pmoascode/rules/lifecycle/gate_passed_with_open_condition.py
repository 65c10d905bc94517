"""The rule that conditions are met before the next gate."""

from pmoascode.finding import Severity
from pmoascode.measures.passed_gates import gate_title, passed_before
from pmoascode.measures.wording import listed
from pmoascode.office import Office
from pmoascode.records.approval import Approval
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="full",
    source="UK gateway reviews: conditions are followed up",
    bad=(
        """
        # approvals/hermes/start-initiation.yaml
        gate: start-initiation
        decision: {outcome: approved-with-conditions, by: ines-roth, as: sponsor, date: 2026-10-05}
        conditions:
          owners: {text: Name owners, owner: sam-okoro, due: 2026-12-01}
        # approvals/hermes/authorise-project.yaml
        gate: authorise-project
        decision: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-11-05}  # <--
        """,
    ),
    good=(
        """
        # approvals/hermes/start-initiation.yaml
        gate: start-initiation
        decision: {outcome: approved-with-conditions, by: ines-roth, as: sponsor, date: 2026-10-05}
        conditions:
          owners: {text: Name owners, owner: sam-okoro, due: 2026-12-01, done: 2026-11-05}
        # approvals/hermes/authorise-project.yaml
        gate: authorise-project
        decision: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-11-05}
        """,
    ),
)
def gate_passed_with_open_condition(approval: Approval, office: Office) -> Problems:
    """A gate was passed while a condition of the one before was open.

    The condition was the price of the earlier yes. Whoever opens the next gate all the same tells
    everybody that conditions need not be met. Every earlier gate counts, whatever the day by which
    the condition was due.

    To put it right, enter the day on which the condition was met under `done`; or take the approval
    back until it is.
    """
    work = office.owner(approval)
    if work is None:
        return
    for earlier in passed_before(approval, work, office):
        open_ = [
            (id, condition.text)
            for id, condition in earlier.conditions.items()
            if condition.done is None or condition.done > approval.decision.date
        ]
        if open_:
            yield (
                approval.at("decision"),
                (
                    f"{work.name} passed the gate {gate_title(approval, work, office)} on"
                    f" {approval.decision.date} while the gate {gate_title(earlier, work, office)}"
                    f" still had an open condition: {listed([text for _, text in open_])}"
                ),
                tuple(earlier.at_key("conditions", id) for id, _ in open_),
            )
