"""What waits for a decision, by who may take it: gates, changes, exceptions, acceptances."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from pmoascode.office import Office, Work
from pmoascode.office.holding import above
from pmoascode.records.approval import Approval
from pmoascode.records.assignment import Assignment
from pmoascode.records.change_request import ChangeRequest
from pmoascode.records.deliverable import Deliverable
from pmoascode.records.exception import ExceptionReport
from pmoascode.records.record import Record
from pmoascode.records.risk import Risk
from pmoascode.records.waiver import Waiver
from pmoascode.views.duties import Duties, duties
from pmoascode.views.gates import approvals, gates

What = Literal[
    "gate", "change request", "exception", "decision", "risk", "deliverable", "report", "waiver"
]


@dataclass(frozen=True, slots=True)
class Waiting:
    """One decision that the person may take or is asked for."""

    what: What
    title: str  # plain text
    due: dt.date | None
    work: Work | None  # None for what belongs to the office
    record: Record
    role: str  # in which the person decides; empty where asked by name


def waiting(office: Office, person: str, today: dt.date) -> tuple[Waiting, ...]:
    """What waits for the person on the day, by its day, then by project."""
    return waiting_for(office, today).get(person, ())


def waiting_for(
    office: Office, today: dt.date, known: Mapping[str, Duties] | None = None
) -> Mapping[str, tuple[Waiting, ...]]:
    """What waits for each person on the day; `known` are the duties, if they are at hand."""
    found: dict[str, list[Waiting]] = {}
    for person, its in (known or duties(office, today)).items():
        for duty in its.decisions:
            each = Waiting("decision", duty.what, duty.due, duty.work, duty.record, duty.as_role)
            found.setdefault(person, []).append(each)
    for person, each in _Found(office, today).all():
        found.setdefault(person, []).append(each)
    return {person: tuple(sorted(items, key=_order)) for person, items in sorted(found.items())}


def _order(each: Waiting) -> tuple[dt.date, str, str, str]:
    return (each.due or dt.date.max, each.work.name if each.work else "", each.what, each.title)


Asked = tuple[str, Waiting]  # with the id of the person


@dataclass(frozen=True)
class _Found:
    office: Office
    today: dt.date

    def all(self) -> Iterator[Asked]:
        """Everything that waits for whoever holds a role, and what waits for somebody by name."""
        given = approvals(self.office)
        works: tuple[Work, ...] = (*self.office.programmes, *self.office.projects)
        for work in works:
            if work.is_running:
                yield from self._changes(work)
                yield from self._gate(work, given.get(work.id, ()))
                yield from self._acceptances(work)
                yield from self._report(work)
        for waiver in self.office.all(Waiver):
            if waiver.approved is None:
                title = f"{waiver.rule} of {waiver.record}"
                for role in self.office.policy.waivers.approvers:
                    each = Waiting("waiver", title, None, None, waiver, role)
                    for person in self._in_units.get(role, ()):
                        yield person, each

    def _holders(self, role: str, work: Work) -> list[str]:
        """Who may act in the role: on the work, above it, or on a unit; each once."""
        near = (a for scope in above(work, self.office)
                for a in self.office.holders(role, scope, self.today))  # fmt: skip
        return list(dict.fromkeys([*(a.person for a in near), *self._in_units.get(role, ())]))

    @cached_property
    def _in_units(self) -> Mapping[str, list[str]]:
        """Role to who holds it on a unit on the day."""
        units = self.office.organisation.units if self.office.organisation else {}
        found: dict[str, list[str]] = {}
        for held in self.office.all(Assignment):
            if held.scope_id in units and held.holds_on(self.today):
                found.setdefault(held.role, []).append(held.person)
        return found

    def _for(self, role: str, work: Work, each: Waiting) -> Iterator[Asked]:
        yield from ((person, each) for person in self._holders(role, work))

    def _gate(self, work: Work, given: Sequence[Approval]) -> Iterator[Asked]:
        """The first gate not passed, where it opens the phase after this one or is overdue."""
        rows = gates(self.office, work, given)
        row = next((row for row in rows if row.state != "passed"), None)
        lifecycle = self.office.lifecycle(work)
        if row is None or lifecycle is None:
            return
        order, gate = lifecycle.order, lifecycle.gates[row.id]
        now = order.index(work.phase) if work.phase in order else 0
        opened = order.index(gate.before) if gate.before in order else len(order)
        if opened > now + 1:
            return
        told = set[str]()
        for role in gate.approvers_for(self.office.tier(work)):
            for person in self._holders(role, work):
                if person not in told:
                    told.add(person)
                    yield person, Waiting("gate", gate.title, None, work, work, role)

    def _changes(self, work: Work) -> Iterator[Asked]:
        for request in self.office.within(ChangeRequest, work):
            if request.is_open and request.decision is None:
                title = request.title or request.id
                told = {request.requested_by}  # whoever asks does not decide
                for role in ("sponsor", "change-authority"):
                    each = Waiting("change request", title, None, work, request, role)
                    for person in self._holders(role, work):
                        if person not in told:
                            told.add(person)
                            yield person, each
        for raised in self.office.within(ExceptionReport, work):
            if raised.is_open and raised.decision is None:
                each = Waiting("exception", raised.title, None, work, raised, "sponsor")
                yield from self._for("sponsor", work, each)

    def _acceptances(self, work: Work) -> Iterator[Asked]:
        """Risks borne as they are, and what was handed over."""
        appetite = self.office.policy.risk.appetite
        for risk in self.office.within(Risk, work):
            is_borne = risk.is_open and risk.response == "accept" and risk.acceptance is None
            if is_borne and (risk.score or 0) > appetite:
                each = Waiting("risk", risk.title, None, work, risk, "sponsor")
                yield from self._for("sponsor", work, each)
        for thing in self.office.within(Deliverable, work):
            is_there = thing.due and thing.due.actual
            if is_there and thing.accepted is None and not thing.dropped:
                if thing.receiver:
                    yield thing.receiver, Waiting("deliverable", thing.title, None, work, thing, "")
                    continue
                each = Waiting("deliverable", thing.title, None, work, thing, "senior-user")
                yield from self._for("senior-user", work, each)

    def _report(self, work: Work) -> Iterator[Asked]:
        """The last report, where reports of the work are accepted at all."""
        last = self.office.last_report(work, self.today)
        if last and last.accepted is None and any(r.accepted for r in self.office.reports(work)):
            each = Waiting("report", f"Status report {last.id}", None, work, last, "sponsor")
            yield from self._for("sponsor", work, each)
