"""What is due from each person by a day: reports, actions, reviews, milestones, measurements."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from pmoascode.measures.freshness import freshness
from pmoascode.measures.measuring import measurement_due
from pmoascode.office import Office, Work
from pmoascode.records.benefit import Benefit
from pmoascode.records.kpi import Kpi
from pmoascode.records.person import Person
from pmoascode.records.record import At, Record
from pmoascode.records.risk import Risk
from pmoascode.views import due, gates
from pmoascode.views.holders import holder, manager_role

Kind = due.Kind | Literal["report", "review", "milestone", "measurement", "development"]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is due from one person."""

    kind: Kind
    what: str  # plain text
    due: dt.date  # last day, inclusive
    work: Work | None
    record: Record  # where it is kept
    at: At

    def days_late(self, today: dt.date) -> int:
        """Days since the last day; below 0 while it is to come."""
        return (today - self.due).days


Owned = tuple[str, Item]  # with the person's id


def agenda(office: Office, today: dt.date) -> Mapping[str, tuple[Item, ...]]:
    """What is due from each person, by the person's id, the earliest first.

    Reviews and milestones are those of running work; what was measured is measured after its end
    as well. What helps people to develop is personal: see `personal`.
    """
    found: dict[str, list[Item]] = {}
    for person, item in _all(office, today):
        if person:
            found.setdefault(person, []).append(item)
    return {person: _sorted(items) for person, items in sorted(found.items())}


def personal(office: Office, person: Person) -> tuple[Item, ...]:
    """The steps of development that the person is to take, or to help another take."""
    found = [
        Item("development", _step(each, person, action.do), action.due, None, each, at)
        for each in office.all(Person)
        for index, action in enumerate(each.development)
        if action.done is None and action.owner == person.id
        for at in (each.at("development", index, "due"),)
    ]
    return _sorted(found)


def _step(of: Person, by: Person, do: str) -> str:
    return do if of is by else f"{do} (for {of.name})"


def _sorted(items: list[Item]) -> tuple[Item, ...]:
    return tuple(sorted(items, key=lambda each: (each.due, each.kind, each.what, each.at)))


def _all(office: Office, today: dt.date) -> Iterator[Owned]:
    given = gates.approvals(office)
    works: tuple[Work, ...] = (*office.programmes, *office.projects)
    for work in works:
        for task in due.tasks(office, work, given.get(work.id, ())):
            yield from _dated(task, work)
        if work.is_running:
            yield from _of_manager(office, work, today)
            yield from _reviews(office, work)
        if work.status not in ("cancelled", "rejected"):
            yield from _measurements(office, work)
    for task in due.of_office(office):
        yield from _dated(task, None)
    for kpi in office.all(Kpi):
        yield from _measurement(kpi, kpi.owner, office.owner(kpi))


def _dated(task: due.Task, work: Work | None) -> Iterator[Owned]:
    if task.due:
        yield task.owner, Item(task.kind, task.do, task.due, work, task.record, task.at)


def _of_manager(office: Office, work: Work, today: dt.date) -> Iterator[Owned]:
    """The next report, and the milestones; those that name an owner are the owner's."""
    manager = holder(office, work, manager_role(work), today)
    by = freshness(office, work, today).due
    if by:
        last = office.last_report(work, today)
        what = f"Status report of {work.name}"
        yield manager, Item("report", what, by, work, last or work, (last or work).at())
    for id, each in work.milestones.items():
        if each.status == "planned" and each.actual is None and each.expected:
            at = work.at("milestones", id)
            item = Item("milestone", each.title, each.expected, work, work, at)
            yield each.owner or manager, item


def _reviews(office: Office, work: Work) -> Iterator[Owned]:
    for risk in office.within(Risk, work):
        if risk.is_open and risk.review and risk.owner:
            what = f"Risk: {risk.title}"
            yield risk.owner, Item("review", what, risk.review, work, risk, risk.at("review"))
    for benefit in office.within(Benefit, work):
        if benefit.is_open and benefit.review and benefit.owner:
            what = f"Benefit: {benefit.title}"
            at = benefit.at("review")
            yield benefit.owner, Item("review", what, benefit.review, work, benefit, at)


def _measurements(office: Office, work: Work) -> Iterator[Owned]:
    for benefit in office.within(Benefit, work):
        who = benefit.responsible or benefit.owner
        if work.is_ended:
            who = benefit.after_closure_owner or who
        yield from _measurement(benefit, who, work)


def _measurement(measured: Benefit | Kpi, who: str | None, work: Work | None) -> Iterator[Owned]:
    by = measurement_due(measured)
    if by and who:
        what = measured.title
        yield who, Item("measurement", what, by, work, measured, measured.at("measurements"))
