"""The rule that logs only grow."""

from collections.abc import Mapping

from pmoascode.change import FieldChange, differences, earlier
from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.office.naming import record_name
from pmoascode.records.approval import Approval
from pmoascode.records.benefit import Benefit
from pmoascode.records.change_request import ChangeRequest
from pmoascode.records.exception import ExceptionReport
from pmoascode.records.kpi import Kpi
from pmoascode.records.record import Record
from pmoascode.records.review import Review
from pmoascode.rule import Problems, rule

Logged = Approval | Benefit | ChangeRequest | ExceptionReport | Kpi | Review

_KEPT: Mapping[type[Record], tuple[str, ...]] = {
    Approval: ("amount", "decision", "delegate_of", "gate", "subject", "valid_until"),
    Benefit: ("measurements",),
    ChangeRequest: ("decision",),
    ExceptionReport: ("chosen", "decision"),
    Kpi: ("measurements",),
    Review: ("date", "findings", "line_of_defence", "rating", "reviewers", "summary", "type"),
}
_GROWING = ("conditions", "evidence", "measurements")  # what is there stays, more may follow


@rule(
    Severity.ERROR,
    profile="starter",
    source="Audit practice: logs only grow",
    waivable=False,
    bad=(
        """
        # approvals/apollo/authorise-project.yaml
        gate: authorise-project
        decision:
          outcome: approved-with-conditions
          by: maria-silva
          as: sponsor
          date: 2026-03-02
        conditions:
          owners:
            text: Name an owner for each benefit
            owner: tom-berg
            due: 2026-04-30
            done: 2026-04-20
        evidence:
          - {title: Minutes, url: "https://files.example/minutes/2026-03-02"}
        amount: 1260000  # <--
        """,
        """
        # projects/mercury/benefits.yaml
        fewer-letters:
          title: Fewer letters come back
          type: cashable
          owner: paul-weber
          after_closure_owner: paul-weber
          outcome: Every address is known once
          objective: fewer-errors
          measure: Letters returned a month
          unit: letters
          baseline: {value: 90, date: 2024-12-31}
          target: {value: 10, date: 2026-06-30}
          worth: 9000
          method: Count of the post room.
          every: 3 months
          status: realised
          measurements:
            - {date: 2026-06-30, value: 8, evidence: Post room, by: paul-weber}  # <--
        """,
        """
        # before: projects/apollo/exceptions.yaml
        dearer:
          title: Two months of the vendor more
          dimension: cost
          raised: 2026-10-05
          raised_by: tom-berg
          cause: The vendor lost two developers.
          consequences: It costs a little more.
          options:
            wait: {title: Wait, effect: Later.}
            pay: {title: Pay for two more, effect: Dearer.}
          recommendation: Wait.
          decision: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-10-12}
          closed: 2026-10-20
          chosen: wait
        # projects/apollo/exceptions.yaml
        dearer:
          title: Two months of the vendor more
          dimension: cost
          raised: 2026-10-05
          raised_by: tom-berg
          cause: The vendor lost two developers.
          consequences: It costs a little more.
          options:
            wait: {title: Wait, effect: Later.}
            pay: {title: Pay for two more, effect: Dearer.}
          recommendation: Wait.
          decision: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-10-12}
          closed: 2026-10-20
          chosen: pay  # <--
        """,
        """
        # approvals/apollo/authorise-project.yaml
        gate: authorise-project
        decision:
          outcome: approved-with-conditions
          by: maria-silva
          as: sponsor
          date: 2026-03-02
        conditions:
          owners:
            text: Name an owner for some benefits  # <--
            owner: tom-berg
            due: 2026-04-30
            done: 2026-04-20
        evidence:
          - {title: Minutes, url: "https://files.example/minutes/2026-03-02"}
        amount: 1250000
        """,
    ),
    good=(
        """
        # approvals/mercury/accept-result.yaml
        gate: accept-result
        decision: {outcome: approved, by: ines-roth, as: sponsor, date: 2026-01-30}
        conditions:
          manual: {text: Print the manual, owner: sam-okoro, due: 2026-02-20, done: 2026-02-18}
        """,
        """
        # before: projects/apollo/exceptions.yaml
        dearer:
          title: Two months of the vendor more
          dimension: cost
          raised: 2026-10-05
          decision: {outcome: deferred, by: maria-silva, as: sponsor, date: 2026-10-12}
        # projects/apollo/exceptions.yaml
        dearer:
          title: Two months of the vendor more
          dimension: cost
          raised: 2026-10-05
          decision: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-11-09}
        """,
        """
        # before: projects/apollo/change-requests.yaml
        april: {requested_by: tom-berg, reason: The vendor is late.}
        # projects/apollo/change-requests.yaml
        april:
          requested_by: tom-berg
          reason: The vendor is late.
          decision: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-11-09}
        """,
    ),
)
def log_entry_rewritten(record: Logged, office: Office, before: Office) -> Problems:
    """An entry of a log that only grows was altered, such as an approval or a measurement.

    Approvals, decisions about changes and exceptions, the word of a review, and measurements are
    what others have relied on. If they can be rewritten, they prove nothing. An entry may be added
    to: conditions are met, recommendations carried out, a decision that was deferred is taken, the
    next value is measured.

    To put it right, give the entry its old words back, and add what is new beside it: a new
    approval, another change request, the next review or measurement.
    """
    was = earlier(record, before, office)
    if was is None or _is_undecided(was):
        return
    for change in differences(was, record):
        if _is_rewritten(change, _KEPT[type(record)]):
            keys = ".".join(map(str, change.keys))
            name = record_name(record, office)
            yield record.at(*change.keys), f"`{keys}` of {name} was altered after it was recorded"
            return


def _is_undecided(was: Logged) -> bool:
    """Whether it waits for its decision, or the decision was put off."""
    if isinstance(was, ChangeRequest | ExceptionReport):
        return was.decision is None or was.decision.outcome == "deferred"
    return False


def _is_rewritten(change: FieldChange, kept: tuple[str, ...]) -> bool:
    """Whether it alters what is part of the log; some of it may grow."""
    field = change.keys[0]
    return change.old is not None if field in _GROWING else field in kept
