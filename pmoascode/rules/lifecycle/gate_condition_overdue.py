"""The rule that the conditions of an approval are met."""

import datetime as dt

from pmoascode.finding import Severity
from pmoascode.measures.passed_gates import gate_title
from pmoascode.office import Office
from pmoascode.office.naming import person_name
from pmoascode.records.approval import Approval
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="full",
    source="UK gateway reviews: conditions are followed up",
    bad="""
        # approvals/hermes/start-initiation.yaml
        gate: start-initiation
        decision: {outcome: approved-with-conditions, by: ines-roth, as: sponsor, date: 2026-10-05}
        conditions:
          owners: {text: Name owners, owner: sam-okoro, due: 2026-11-09}  # <--
          testers: {text: Find testers, owner: sam-okoro, due: 2026-11-09, done: 2026-11-11}  # <--
          pilot: {text: Pick two branches, owner: sam-okoro, due: 2026-11-10}
          plan: {text: Plan the training, owner: sam-okoro, due: 2026-04-30, done: 2026-11-10}
        """,
    good="""
        # approvals/hermes/start-initiation.yaml
        gate: start-initiation
        decision: {outcome: approved-with-conditions, by: ines-roth, as: sponsor, date: 2026-10-05}
        conditions:
          owners: {text: Name owners, owner: sam-okoro, due: 2026-11-10}
        """,
)
def gate_condition_overdue(approval: Approval, office: Office, today: dt.date) -> Problems:
    """A condition of an approval is past its date and still open, or has no owner or date.

    An approval with conditions is a yes that somebody still has to earn. Once the gate is passed
    nobody asks any more, unless the condition has an owner and a day. A condition is met from the
    day under `done`; the last day is still in time.

    To put it right, meet the condition and enter the day under `done`; or let whoever approved
    agree on another day.
    """
    work = office.owner(approval)
    if work is None or work.is_ended or not approval.is_granted:
        return
    for id, condition in approval.conditions.items():
        is_met = condition.done is not None and condition.done <= today
        if condition.due < today and not is_met:
            yield (
                approval.at_key("conditions", id),
                (
                    f"{work.name}: the condition “{condition.text}” of the gate"
                    f" {gate_title(approval, work, office)} was due on {condition.due} and is open;"
                    f" {person_name(condition.owner, office)} was to meet it"
                ),
            )
