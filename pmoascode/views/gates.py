"""The gates of a project: which are passed, which are next, which have no approval."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pmoascode.office import Office, Work
from pmoascode.office.fields import kind_named
from pmoascode.records.approval import Approval

# How a phase was left: by an approved gate, by one without approval, or where none stands.
PhaseState = Literal["approved", "unapproved", "done", "now", "ahead"]


@dataclass(frozen=True, slots=True)
class Paper:
    """A kind of record that a gate asks for."""

    kind: str  # as in "business-case"
    title: str
    is_there: bool


@dataclass(frozen=True, slots=True)
class GateRow:
    """One gate of the lifecycle and the last decision at it."""

    id: str
    title: str
    before: str  # title of the phase that it opens
    state: Literal["passed", "missing", "ahead"]  # missing: the phase goes on without approval
    approval: Approval | None
    approvers: tuple[str, ...]  # roles that may decide, for work of this tier
    papers: tuple[Paper, ...]  # what must be there
    checklist: tuple[str, ...]  # what the approver looks at


@dataclass(frozen=True, slots=True)
class PhaseStep:
    """One phase of the lifecycle."""

    title: str
    state: PhaseState


def approvals(office: Office) -> Mapping[str, Sequence[Approval]]:
    """The approvals of each project and programme by its id, oldest first."""
    found: dict[str, list[Approval]] = {}
    for approval in sorted(office.all(Approval), key=lambda a: (a.decision.date, a.id)):
        found.setdefault(approval.scope_id, []).append(approval)
    return found


def gates(office: Office, work: Work, given: Sequence[Approval]) -> tuple[GateRow, ...]:
    """The gates of the work's lifecycle in order, with the last decision at each."""
    lifecycle = office.lifecycle(work)
    if lifecycle is None:
        return ()
    last = {approval.gate: approval for approval in given}
    phase = work.phase or next(iter(lifecycle.phases), "")
    due = set(lifecycle.gates_before(phase)) if work.is_running else set()
    rows = []
    for id, gate in lifecycle.gates.items():
        approval = last.get(id)
        opened = lifecycle.phases.get(gate.before or "")
        if approval and approval.is_granted:
            state: Literal["passed", "missing", "ahead"] = "passed"
        else:
            state = "missing" if id in due else "ahead"
        rows.append(
            GateRow(
                id,
                gate.title,
                opened.title if opened else "",
                state,
                approval,
                gate.approvers_for(office.tier(work)),
                tuple(_papers(office, work, gate.requires)),
                gate.checklist,
            )
        )
    return tuple(rows)


def next_gate(rows: Sequence[GateRow]) -> GateRow | None:
    """The first gate that is not passed."""
    return next((row for row in rows if row.state != "passed"), None)


def _papers(office: Office, work: Work, names: Sequence[str]) -> Iterator[Paper]:
    for name in names:
        kind = kind_named(name)
        if kind:
            yield Paper(name, kind.title, bool(office.within(kind.record, work)))


def phases(office: Office, work: Work, rows: Sequence[GateRow]) -> tuple[PhaseStep, ...]:
    """The phases of the work's lifecycle in order, with the present one marked.

    `rows` are the gates of the work.
    """
    lifecycle = office.lifecycle(work)
    if lifecycle is None:
        return ()
    order = lifecycle.order
    now = order.index(work.phase) if work.phase in order else 0
    opening = [[row for row in rows if lifecycle.gates[row.id].before == id] for id in order]
    return tuple(
        PhaseStep(phase.title, "now" if index == now else _left(opening[index + 1]))
        if index <= now
        else PhaseStep(phase.title, "ahead")
        for index, phase in enumerate(lifecycle.phases.values())
    )


def _left(gates: Sequence[GateRow]) -> PhaseState:
    if not gates:
        return "done"
    return "approved" if all(row.state == "passed" for row in gates) else "unapproved"
