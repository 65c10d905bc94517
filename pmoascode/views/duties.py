"""What each person answers for: work with a day, risks, issues, decisions, approvals given."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from pmoascode.office import Office, Work
from pmoascode.records.approval import Approval
from pmoascode.records.decision import Decision
from pmoascode.records.issue import Issue
from pmoascode.records.record import Record
from pmoascode.records.risk import Risk
from pmoascode.views import due, gates


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing to be done by a day, or a decision that is waited for."""

    what: str
    due: dt.date | None  # last day, inclusive
    work: Work | None
    record: Record  # where it is kept
    as_role: str = ""  # the role that was asked, where not the person by name


@dataclass(slots=True)
class Duties:
    """What one person answers for on the day; each list the most urgent first."""

    tasks: list[Duty] = field(default_factory=list)
    decisions: list[Duty] = field(default_factory=list)
    risks: list[Risk] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    approvals: list[Approval] = field(default_factory=list)  # given, the newest first


def duties(office: Office, today: dt.date) -> Mapping[str, Duties]:
    """What each person answers for, by the person's id; who answers for nothing is left out."""
    found: dict[str, Duties] = {}
    given = gates.approvals(office)
    works: tuple[Work, ...] = (*office.programmes, *office.projects)
    for work in works:
        for task in due.tasks(office, work, given.get(work.id, ())):
            _of(found, task.owner).tasks.append(Duty(task.do, task.due, work, task.record))
        _registers(found, office, work)
        if work.is_running:
            _decisions(found, office, work, today)
    for task in due.of_office(office):
        _of(found, task.owner).tasks.append(Duty(task.do, task.due, None, task.record))
    for approval in office.all(Approval):
        _of(found, approval.decision.by).approvals.append(approval)
    for each in found.values():
        _sort(each)
    return found


def _of(found: dict[str, Duties], person: str) -> Duties:
    return found.setdefault(person, Duties())


def _registers(found: dict[str, Duties], office: Office, work: Work) -> None:
    for risk in office.within(Risk, work):
        if risk.is_open and risk.owner:
            _of(found, risk.owner).risks.append(risk)
    for issue in office.within(Issue, work):
        if issue.is_open and issue.owner:
            _of(found, issue.owner).issues.append(issue)


def _decisions(found: dict[str, Duties], office: Office, work: Work, today: dt.date) -> None:
    for decision in office.within(Decision, work):
        if decision.is_open and decision.owner:
            duty = Duty(decision.title, decision.due, work, decision)
            _of(found, decision.owner).decisions.append(duty)
    report = office.last_report(work, on=today)
    for asked in report.decisions_needed if report else ():
        holders = [a.person for a in office.holders(asked.by, work, today)]
        role = asked.by if holders else ""
        for person in sorted(set(holders or [asked.by])):
            duty = Duty(asked.what, asked.needed_by, work, report or work, role)
            _of(found, person).decisions.append(duty)


def _sort(duties: Duties) -> None:
    for each in (duties.tasks, duties.decisions):
        each.sort(key=lambda d: (d.due or dt.date.max, d.what, d.record.name_in_full))
    duties.risks.sort(key=lambda r: (-(r.score or 0), r.name_in_full))
    duties.issues.sort(key=lambda i: (i.due or dt.date.max, i.name_in_full))
    duties.approvals.sort(key=lambda a: (a.decision.date, a.name_in_full), reverse=True)
