"""The documents of a project or programme: which there are, in which version, and who approved."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from pmoascode.fingerprint import SUBJECTS
from pmoascode.measures.approved_state import is_current, latest
from pmoascode.measures.responsibility import table
from pmoascode.measures.signing import sign_off
from pmoascode.office import Office, Work
from pmoascode.records.approval import Approval
from pmoascode.records.business_case import BusinessCase
from pmoascode.records.change_plan import ChangePlan
from pmoascode.records.end_report import EndReport
from pmoascode.records.lesson import Lesson
from pmoascode.records.mandate import Mandate
from pmoascode.records.parts import SignOff
from pmoascode.records.pid import Pid
from pmoascode.records.record import Record
from pmoascode.records.requirement import Requirement
from pmoascode.records.stakeholder import Stakeholder
from pmoascode.views.approvers import Approver, approver

# In the order in which a project writes them.
TITLES: Mapping[type[Record], str] = {
    Mandate: "Mandate",
    BusinessCase: "Business case",
    Pid: "Project initiation documentation",
    Requirement: "Requirements",
    Stakeholder: "Stakeholders",
    ChangePlan: "Change plan",
    Lesson: "Lessons",
    EndReport: "End report",
}
# Only these bear a sign-off for the whole of them.
_SIGNED = (BusinessCase, EndReport, Pid)

# current, stale: a gate's approval pinned it, and it says the same still, or no more.
# signed: signed in the record itself, so that nobody can tell whether it has changed since.
# decided: somebody decided otherwise, such as to reject it. open: nobody has decided yet.
# informal: a document that no gate asks for and nobody signs.
# unclear, untold: approved, or nobody knows; what would tell the rest is not in the edition.
State = Literal["current", "stale", "unclear", "untold", "signed", "decided", "open", "informal"]


@dataclass(frozen=True, slots=True)
class Document:
    """One document, and how far it is approved."""

    type: type[Record]
    title: str
    records: tuple[Record, ...]  # one, or the entries of a register
    state: State
    signed: SignOff | None  # in the record itself
    approval: Approval | None  # the last one at a gate that was about it
    gates: tuple[str, ...]  # titles of the gates that ask for it
    approvers: tuple[Approver, ...]  # any one of them may approve it

    @property
    def record(self) -> Record:
        """The record, or the first entry of the register."""
        return self.records[0]

    @property
    def version(self) -> str:
        """Its number; empty where it has none."""
        return getattr(self.record, "version", None) or ""

    @property
    def decision(self) -> SignOff | None:
        """The decision that counts: at the gate, else in the record itself."""
        return self.approval.decision if self.approval else self.signed


def documents(office: Office, work: Work, today: dt.date) -> tuple[Document, ...]:
    """The documents that the work has, in the order in which they are written."""
    found = ((kind, office.within(kind, work)) for kind in TITLES)
    return tuple(_document(kind, kept, office, work, today) for kind, kept in found if kept)


def as_shown(document: Document, whole: Document) -> State:
    """How far it is approved, as far as what is shown of it tells what the whole does."""
    is_same = document.state != "stale" or document.records == whole.records
    if document.state == whole.state and is_same:
        return document.state
    return "unclear" if document.decision and document.decision.is_granted else "untold"


def _document(
    kind: type[Record], records: tuple[Record, ...], office: Office, work: Work, today: dt.date
) -> Document:
    lifecycle = office.lifecycle(work)
    asking = [
        gate
        for gate in (lifecycle.gates.values() if lifecycle else ())
        if kind.kind in gate.requires and kind.kind in SUBJECTS
    ]
    record = records[0]
    signed = sign_off(record) if isinstance(record, _SIGNED) else None
    approval = latest(kind.kind, work, office)
    roles = {role: None for gate in asking for role in gate.approvers_for(office.tier(work))}
    if not roles and kind in _SIGNED:
        rows = (row for row in table(office) if row.id == kind.kind)
        roles = {role: None for row in rows for role in row.accountable}
    return Document(
        kind,
        TITLES[kind],
        records,
        _state(signed, approval, kind.kind, work, office) or ("open" if roles else "informal"),
        signed,
        approval,
        tuple(gate.title for gate in asking),
        tuple(approver(role, office, work, today) for role in roles),
    )


def _state(
    signed: SignOff | None, approval: Approval | None, kind: str, work: Work, office: Office
) -> State | None:
    if approval and kind in SUBJECTS:
        return "current" if is_current(approval, kind, work, office) else "stale"
    if signed is None:
        return None
    return "signed" if signed.is_granted else "decided"
