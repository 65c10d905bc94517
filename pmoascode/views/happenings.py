"""What happened, by the records' own dates: reports, decisions, milestones, risks and issues."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from pmoascode.measures.signing import Signed, sign_off
from pmoascode.office import Office, Work
from pmoascode.office.naming import role_name
from pmoascode.records.approval import Approval
from pmoascode.records.change_request import ChangeRequest
from pmoascode.records.decision import Decision
from pmoascode.records.exception import ExceptionReport
from pmoascode.records.issue import Issue
from pmoascode.records.project import Project
from pmoascode.records.record import Record
from pmoascode.records.report import Report
from pmoascode.records.risk import Risk

_OUTCOMES = {
    "approved": "approved",
    "approved-with-conditions": "approved with conditions",
    "rejected": "rejected",
    "deferred": "put off",
}


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened on one day."""

    day: dt.date
    kind: str  # report, gate, decision, request, change, exception, milestone, risk, issue
    title: str  # without the name of the work
    note: str  # one sentence more; may be empty
    by: str  # the id of whoever answers for it; may be empty
    work: Work
    record: Record
    part: str = ""  # the id of the part of the record, as of a milestone

    @property
    def id(self) -> str:
        """Unique, and the same for ever."""
        return "/".join(filter(None, (self.record.name_in_full, self.part, self.kind)))


def happenings(office: Office, today: dt.date) -> tuple[Happening, ...]:
    """Everything that the records date on or before the day, the newest first."""
    works: tuple[Work, ...] = (*office.programmes, *office.projects)
    found = [each for work in works for each in _of_work(office, work) if each.day <= today]
    return tuple(sorted(found, key=lambda each: (-each.day.toordinal(), each.id)))


def _of_work(office: Office, work: Work) -> Iterator[Happening]:
    for report in office.within(Report, work):
        rated = report.rating.overall
        title = f"Status report {report.id}" + (f": {rated}" if rated else "")
        yield Happening(
            report.date, "report", title, report.headline or "", report.by, work, report
        )
    for approval in office.approvals(work):
        yield _signed(office, work, approval, "gate")
    for decision in office.within(Decision, work):
        if decision.decided:
            yield _signed(office, work, decision, "decision")
    for request in office.within(ChangeRequest, work):
        if request.requested:
            title = f"Change requested: {request.display_name}"
            by = request.requested_by
            yield Happening(request.requested, "request", title, "", by, work, request)
        if request.decision:
            yield _signed(office, work, request, "change")
    for exception in office.within(ExceptionReport, work):
        by = exception.raised_by or ""
        title = f"Exception: {exception.display_name}"
        yield Happening(exception.raised, "exception", title, "", by, work, exception)
    if isinstance(work, Project):
        yield from _milestones(work)
    yield from _entries(office, work)


def _signed(office: Office, work: Work, record: Signed, kind: str) -> Happening:
    signed = sign_off(record)
    if signed is None:
        raise ValueError("only what is signed has happened")
    name = _gate(office, work, record) if isinstance(record, Approval) else record.display_name
    title = f"{name}: {_OUTCOMES[signed.outcome]}"
    note = signed.reason or f"Decided as {role_name(signed.as_, office)}."
    return Happening(signed.date, kind, title, note, signed.by, work, record)


def _gate(office: Office, work: Work, approval: Approval) -> str:
    lifecycle = office.lifecycle(work)
    gate = lifecycle.gates.get(approval.gate) if lifecycle else None
    return f"Gate “{gate.title if gate else approval.gate}”"


def _milestones(project: Project) -> Iterator[Happening]:
    for id, milestone in project.milestones.items():
        if milestone.actual:
            late = (milestone.actual - milestone.baseline).days if milestone.baseline else 0
            note = f"{late} days after its baseline." if late > 0 else ""
            title = f"Milestone reached: {milestone.title}"
            by = milestone.owner or ""
            yield Happening(
                milestone.actual, "milestone", title, note, by, project, project, part=id
            )


def _entries(office: Office, work: Work) -> Iterator[Happening]:
    for issue in office.within(Issue, work):
        yield from _raised(work, issue)
        if issue.closed:
            title = f"Issue closed: {issue.title}"
            by, note = issue.owner or "", issue.resolution or ""
            yield Happening(issue.closed, "issue-closed", title, note, by, work, issue)
    for risk in office.within(Risk, work):
        yield from _raised(work, risk)
        if risk.closed:
            title = f"Risk closed: {risk.title}"
            by, note = risk.owner or "", risk.closed.reason
            yield Happening(risk.closed.date, "risk-closed", title, note, by, work, risk)


def _raised(work: Work, entry: Risk | Issue) -> Iterator[Happening]:
    if entry.raised:
        title = f"{entry.kind.capitalize()} raised: {entry.title}"
        by = entry.raised_by or entry.owner or ""
        yield Happening(entry.raised, entry.kind, title, "", by, work, entry)
