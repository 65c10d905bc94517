"""The rule that a gate is not passed on old papers."""

import datetime as dt
from collections.abc import Iterator, Mapping

from pmoascode.finding import Severity
from pmoascode.measures.passed_gates import gate_title, passed_gates
from pmoascode.office import Office, Work
from pmoascode.records.amounts import Duration
from pmoascode.records.approval import Approval
from pmoascode.records.business_case import BusinessCase
from pmoascode.records.end_report import EndReport
from pmoascode.records.pid import Pid
from pmoascode.records.record import At, Record
from pmoascode.records.review import Review
from pmoascode.rule import Problems, rule

_DATED: Mapping[str, type[Record]] = {
    "business case": BusinessCase,
    "initiation document": Pid,
    "end report": EndReport,
}
_LONGEST = Duration(6, "month")


@rule(
    Severity.ERROR,
    profile="full",
    source="PM2: phase-exit checklists",
    bad=(
        """
        # assurance/apollo/ready.yaml
        title: Is the plan sound?
        type: gate
        gate: authorise-project
        reviewers: [omar-haddad]
        date: 2025-09-01  # <--
        rating: green
        """,
    ),
    good=(
        """
        # assurance/apollo/ready.yaml
        title: Is the plan sound?
        type: gate
        gate: authorise-project
        reviewers: [omar-haddad]
        date: 2025-09-02
        rating: green
        """,
    ),
)
def gate_evidence_out_of_date(
    approval: Approval, office: Office, *, longest: Duration = _LONGEST
) -> Problems:
    """Evidence for a gate was older than the policy allows.

    What was true half a year ago may be true no longer, and the decision is about today. Of the
    latest gate that was passed those of the required records are judged that have a day: the
    business case, the initiation document, the end report; and the latest review that was held for
    this gate. Of a record that was reviewed and approved the later day counts.

    To put it right, have the record reviewed or approved anew, or the review repeated, and then let
    the approver confirm the decision. The policy may allow more under `longest`.
    """
    work = office.owner(approval)
    if work is None or passed_gates(work, office)[-1:] != (approval,):
        return
    for name, at, day in _evidence(approval, work, office):
        if longest.after(day) < approval.decision.date:
            yield (
                at,
                (
                    f"{work.name} passed the gate {gate_title(approval, work, office)} on"
                    f" {approval.decision.date} on {name} of {day}, which was older than {longest}"
                ),
                (approval.at("decision", "date"),),
            )


def _evidence(approval: Approval, work: Work, office: Office) -> Iterator[tuple[str, At, dt.date]]:
    """What the gate rested on: how it is called, where its day stands, the day."""
    lifecycle = office.lifecycle(work)
    gate = lifecycle.gates.get(approval.gate) if lifecycle else None
    for name, kind in _DATED.items():
        record = office.one(kind, work)
        if record and gate and kind.kind in gate.requires:
            days = dict(_days(record))
            if days:
                field = max(days, key=lambda name: days[name])
                keys = ("approved", "date") if field == "approved" else (field,)
                yield f"the {name}", record.at(*keys), days[field]
    held = [
        review
        for review in office.all(Review)
        if review.scope == approval.scope and review.gate == approval.gate
    ]
    if held:
        last = max(held, key=lambda review: review.date)
        yield f"the review “{last.title}”", last.at("date"), last.date


def _days(record: Record) -> Iterator[tuple[str, dt.date]]:
    """The days by which one can tell how old the record is."""
    for field in ("date", "reviewed", "approved"):
        found = getattr(record, field, None)
        day = getattr(found, "date", None) if field == "approved" else found
        if day:
            yield field, day
