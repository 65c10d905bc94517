"""What needs a decider now: decisions, red and amber, overdue, silent, vacant, waivers."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pmoascode.measures import schedule
from pmoascode.measures.colour import Colour, Trend
from pmoascode.measures.health import Health
from pmoascode.office import Office, Work
from pmoascode.records.approval import Approval
from pmoascode.records.decision import Decision
from pmoascode.records.exception import ExceptionReport
from pmoascode.records.record import Record
from pmoascode.records.waiver import Waiver
from pmoascode.rules import PERSONAL
from pmoascode.views import due, gates, holders
from pmoascode.views.gist import gist

Kind = Literal["decision", "rating", "exception", "overdue", "gate", "silent", "vacancy", "waiver"]
EACH = 3  # needs of one kind among the foremost
SOON = 14  # days ahead in which a decision is pressing and a waiver about to end


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that waits for somebody."""

    kind: Kind
    subject: str  # the project's name, or what the waiver is about
    what: str  # plain text, one line; empty where the kind says it all
    text: str = ""  # prose: what follows without it, or the way back to green
    due: dt.date | None = None  # last day that helps, or that has passed
    days_late: int = 0  # below 0 while it is to come
    colour: Colour = "grey"
    trend: Trend = ""
    owner: str = ""  # id of a person or role, or the name of a board
    green_on: dt.date | None = None
    work: Work | None = None
    record: Record | None = None  # where it is kept
    thing: str = ""  # what is overdue, as in "milestone"
    anchor: str = ""  # on the work's page, where it is not a record of its own
    urgency: tuple[int, int] = (9, 0)  # the smaller, the sooner


def attention(office: Office, healths: Mapping[str, Health], today: dt.date) -> tuple[Need, ...]:
    """Everything that waits, the most urgent first; work that does not run needs nothing.

    Order: decisions past or pressing, red, exceptions, gates passed by, overdue, silent, vacant
    key roles, amber, later decisions, waivers.
    """
    given = gates.approvals(office)
    found: list[Need] = list(_waivers(office, today))
    for health in healths.values():
        if health.work.is_running:
            found += needs_of(office, health, given.get(health.work.id, ()), today)
    return tuple(sorted(found, key=lambda n: (n.urgency, n.subject, n.kind, n.what)))


def foremost(found: Sequence[Need], number: int, each: int = EACH) -> tuple[Need, ...]:
    """The most urgent needs, at most so many of each kind unless there are no others."""
    seen: Counter[str] = Counter()
    first, rest = list[int](), list[int]()
    for place, need in enumerate(found):
        seen[need.kind] += 1
        (first if seen[need.kind] <= each else rest).append(place)
    chosen = first[:number] + rest[: max(0, number - len(first))]
    return tuple(found[place] for place in sorted(chosen))


def needs_of(
    office: Office, health: Health, given: Sequence[Approval], today: dt.date
) -> Iterator[Need]:
    """What waits in one project or programme."""
    work = health.work
    yield from _decisions(office, health, today)
    yield from _rating(office, health, today)
    yield from _exceptions(office, work, today)
    yield from _gates(office, work, given)
    yield from _overdue(office, work, given, today)
    yield from _silent(office, health, today)
    yield from _vacancies(office, work, today)


def _decisions(office: Office, health: Health, today: dt.date) -> Iterator[Need]:
    work, report = health.work, health.report
    for asked in report.decisions_needed if report else ():
        late = (today - asked.needed_by).days
        yield Need(
            "decision", work.name, asked.what, asked.consequence or "", asked.needed_by, late,
            owner=asked.by, work=work, record=report, anchor="decisions",
            urgency=(0 if late >= -SOON else 7, -late),
        )  # fmt: skip
    for decision in office.within(Decision, work):
        if decision.is_open and decision.due:
            late = (today - decision.due).days
            yield Need(
                "decision", work.name, decision.title, decision.description or "", decision.due,
                late, owner=decision.owner or "", work=work, record=decision,
                urgency=(0 if late >= -SOON else 7, -late),
            )  # fmt: skip


def _rating(office: Office, health: Health, today: dt.date) -> Iterator[Need]:
    colour, work, report = health.shown, health.work, health.report
    if report is None or colour not in ("red", "amber-red", "amber"):
        return
    late = (today - report.green_on).days if report.green_on else 0
    yield Need(
        "rating", work.name, gist(report), report.cause or "",
        report.green_on, late, colour, health.trend,
        holders.holder(office, work, holders.manager_role(work), today), report.green_on,
        work, report, urgency=(6 if colour == "amber" else 1, {"worse": 0}.get(health.trend, 1)),
    )  # fmt: skip


def _exceptions(office: Office, work: Work, today: dt.date) -> Iterator[Need]:
    for each in office.within(ExceptionReport, work):
        if each.is_open and each.decision is None:
            late = (today - each.raised).days
            advice = f"Recommended: {each.recommendation}" if each.recommendation else ""
            yield Need(
                "exception", work.name, each.title, advice or each.consequences or "",
                each.raised, late, owner=each.escalated_to or "", work=work,
                record=each, urgency=(2, -late),
            )  # fmt: skip


def _gates(office: Office, work: Work, given: Sequence[Approval]) -> Iterator[Need]:
    phase = office.phase(work)
    missing = [g.title for g in gates.gates(office, work, given) if g.state == "missing"]
    if missing:
        goes_on = phase.title if phase else "work"
        what = f"{' and '.join(missing)}: no approval, though {goes_on} goes on"
        yield Need(
            "gate", work.name, what, work=work, anchor="gates", urgency=(3, 0),
            owner=holders.SPONSOR,
        )  # fmt: skip


def _overdue(
    office: Office, work: Work, given: Sequence[Approval], today: dt.date
) -> Iterator[Need]:
    manager = holders.holder(office, work, holders.manager_role(work), today)
    for id, milestone in schedule.overdue(work, today):
        expected = milestone.expected or today
        days = (today - expected).days
        yield Need(
            "overdue", work.name, milestone.title, milestone.reason or "", expected, days,
            owner=milestone.owner or manager, work=work, thing="milestone",
            anchor=f"milestone-{id}",
            urgency=(4 if milestone.critical else 5, -days),
        )  # fmt: skip
    tasks = due.overdue(due.tasks(office, work, given), today)
    if tasks:
        first = tasks[0]
        more = f", and {len(tasks) - 1} more" if len(tasks) > 1 else ""
        yield Need(
            "overdue", work.name, first.do + more, "", first.due, first.days_late(today),
            owner=first.owner, work=work, thing=first.kind, anchor="actions",
            urgency=(5, -first.days_late(today)),
        )  # fmt: skip


def _silent(office: Office, health: Health, today: dt.date) -> Iterator[Need]:
    found, work = health.freshness, health.work
    if found.is_overdue:
        last = gist(found.report) if found.report else ""
        said = f"It said last: {last}" if last else ""
        yield Need(
            "silent", work.name, "", said if found.report else "It has never reported.",
            found.due, found.overdue_days, work=work,
            owner=holders.holder(office, work, holders.manager_role(work), today),
            record=found.report, urgency=(5, -found.overdue_days),
        )  # fmt: skip


def _vacancies(office: Office, work: Work, today: dt.date) -> Iterator[Need]:
    for role in holders.vacant(office, work, today):
        said = work.vacancies.get(role)
        if said is None and not holders.are_recorded(office):
            continue
        days = (today - said.since).days if said else 0
        yield Need(
            "vacancy", work.name, role, said.plan if said else "",
            said.since if said else None, days, owner=said.owner if said else "", work=work,
            anchor="people", urgency=(5, -days),
        )  # fmt: skip


def _waivers(office: Office, today: dt.date) -> Iterator[Need]:
    hidden = frozenset() if office.policy.people.personal else PERSONAL
    for waiver in office.all(Waiver):
        if waiver.rule in hidden:
            continue
        late = (today - waiver.expires).days
        if waiver.is_approved and late >= -SOON:
            yield Need(
                "waiver", waiver.record, waiver.rule, waiver.reason, waiver.expires, late,
                owner=waiver.requested_by, record=waiver, urgency=(8, -late),
            )  # fmt: skip
