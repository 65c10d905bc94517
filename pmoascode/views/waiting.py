"""What waits for one person's decision: gates ahead, changes, exceptions, what reports ask for."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from pmoascode.office import Office, Work
from pmoascode.office.holding import holds
from pmoascode.records.approval import Approval
from pmoascode.records.change_request import ChangeRequest
from pmoascode.records.exception import ExceptionReport
from pmoascode.records.record import Record
from pmoascode.views.duties import Duties, duties
from pmoascode.views.gates import approvals, gates

_DECIDERS = ("sponsor", "change-authority")


@dataclass(frozen=True, slots=True)
class Waiting:
    """One decision that the person may take or is asked for."""

    what: Literal["gate", "change request", "exception", "decision"]
    title: str  # plain text
    due: dt.date | None
    work: Work
    record: Record
    role: str  # in which the person decides; empty where asked by name


def waiting(office: Office, person: str, today: dt.date) -> tuple[Waiting, ...]:
    """What waits for the person on the day, by its day, then by project."""
    given = approvals(office)
    works: tuple[Work, ...] = (*office.programmes, *office.projects)
    asked = duties(office, today).get(person, Duties()).decisions
    found = [
        Waiting("decision", each.what, each.due, each.work, each.record, each.as_role)
        for each in asked
        if each.work
    ]
    for work in works:
        if work.is_running:
            found += _changes(office, person, work, today)
            found += _gate(office, person, work, given.get(work.id, ()), today)
    return tuple(sorted(found, key=lambda w: (w.due or dt.date.max, w.work.name, w.what, w.title)))


def _gate(
    office: Office, person: str, work: Work, given: Sequence[Approval], today: dt.date
) -> Iterator[Waiting]:
    """The first gate that is not passed, where it opens the phase after this one or is overdue."""
    row = next((row for row in gates(office, work, given) if row.state != "passed"), None)
    lifecycle = office.lifecycle(work)
    if row is None or lifecycle is None:
        return
    order, gate = lifecycle.order, lifecycle.gates[row.id]
    now = order.index(work.phase) if work.phase in order else 0
    opened = order.index(gate.before) if gate.before in order else len(order)
    if opened > now + 1:
        return
    for role in gate.approvers_for(office.tier(work)):
        if holds(role, person, work, today, office):
            yield Waiting("gate", gate.title, None, work, work, role)
            return


def _changes(office: Office, person: str, work: Work, today: dt.date) -> Iterator[Waiting]:
    role = next((r for r in _DECIDERS if holds(r, person, work, today, office)), "")
    if not role:
        return
    for request in office.within(ChangeRequest, work):
        if request.is_open and request.decision is None:
            title = request.title or request.id
            yield Waiting("change request", title, None, work, request, role)
    for raised in office.within(ExceptionReport, work):
        if raised.is_open and raised.decision is None and role == "sponsor":
            yield Waiting("exception", raised.title, None, work, raised, role)
